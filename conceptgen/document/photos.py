"""How large a photograph is printed: in millimetres, the same in every format."""

from __future__ import annotations

from typing import Final

from conceptgen.document.blocks import Photo, Photos

ALONE: Final = (110.0, 74.0)
"""The room for a picture that stands alone: never more than half of a page, be it upright or on its side."""
BESIDE: Final = (78.0, 60.0)
"""The room for each where several stand in a row: two on an upright page, three on its side."""
PORTRAIT: Final = (30.0, 38.0)
"""The room for a portrait beside its text."""
_INCH, _DOTS = 25.4, 96
"""A small picture is printed small rather than blurred: so many of its dots an inch at least."""


def room(block: Photos) -> tuple[float, float]:
    """The width and height there is for each picture of a block."""
    if block.role == "portrait":
        return PORTRAIT
    return BESIDE if block.places > 1 else ALONE


def size(photo: Photo, box: tuple[float, float]) -> tuple[float, float]:
    """The width and height of a picture as large as it goes into a box, and no larger than it is."""
    scale = min(box[0] / photo.width, box[1] / photo.height, _INCH / _DOTS)
    return round(photo.width * scale, 2), round(photo.height * scale, 2)
