"""A document as one picture, for a slide or a wall: SVG and PNG of the same drawing."""
