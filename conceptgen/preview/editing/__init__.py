"""Editing in the preview: what a printed value is in the file, the form for it, and the change that comes of it."""
