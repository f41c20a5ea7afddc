"""A tree of values → a Project, or findings that say where it does not fit the model."""
