"""Fuzzing: what the program is given goes astray on purpose; one module a target, each run tells its seed."""
