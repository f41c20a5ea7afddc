"""A Word template as its owner made it: its slots, its title page, its names and numbers of things."""
