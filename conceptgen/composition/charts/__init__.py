"""Charts from the data, a file a subject: scores of criteria, changes of indicators, the programme in time."""
