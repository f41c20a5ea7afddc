"""The text of an input → a tree of values with their places: YAML and JSON, and what may be wrong with them."""
