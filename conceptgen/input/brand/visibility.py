"""True if a logo can be seen where it stands: on white paper, at the size its own margins leave it."""

from __future__ import annotations

import io

SEEN = 32
"""How far a channel must be from white, of 255, for a pixel to be seen on paper."""
INKED = 0.0005
"""The share of a picture that must be seen for there to be a picture at all."""
FILLED = 0.1
"""The share of a picture that what is drawn must take up, or the logo prints small in the middle of nothing."""


def seen_share(png: bytes) -> tuple[float, float]:
    """The shares of a picture on white paper: of the pixels that are seen, and of the box around them."""
    from PIL import Image, ImageChops

    picture = Image.open(io.BytesIO(png)).convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    flat = Image.alpha_composite(paper, picture).convert("RGB")
    red, green, blue = ImageChops.difference(flat, paper.convert("RGB")).split()
    strongest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    seen = strongest.point(lambda value: 255 if value >= SEEN else 0)
    box = seen.getbbox() or (0, 0, 0, 0)
    whole = picture.width * picture.height
    return seen.histogram()[255] / whole, (box[2] - box[0]) * (box[3] - box[1]) / whole
