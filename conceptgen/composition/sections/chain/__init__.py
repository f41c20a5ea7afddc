"""Sections of the documents of a chain: one file each."""
