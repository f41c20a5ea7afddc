"""Sections: one file each, a pure function from the scope to blocks."""
