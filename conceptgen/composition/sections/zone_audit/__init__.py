"""Problem zones by themselves: a sheet for each to take into the field, and what was found in each."""
