"""How large a photograph is printed: in millimetres, the same in every format."""

from __future__ import annotations

from math import ceil
from typing import Final

from conceptgen.document.blocks import Cover, CoverLine, CoverRole, Photo, Photos
from conceptgen.document.inline import plain

ALONE: Final = (110.0, 74.0)
"""The room for a picture that stands alone: never more than half of a page, be it upright or on its side."""
BESIDE: Final = (78.0, 60.0)
"""The room for each where several stand in a row: two on an upright page, three on its side."""
PORTRAIT: Final = (30.0, 38.0)
"""The room for a portrait beside its text."""
COVER: Final = (70, 60, 50, 40, 30, 20)
"""How high a picture on a title page may be: the highest its lines leave room for, the last in any case."""
COVER_COMPACT: Final = 40
_COVER_TEXT = 257.0
_TITLE_FROM, _OVER_TITLE, _AIR = 53.0, 24.0, 10.0
_LINES: dict[CoverRole, tuple[float, int, float]] = {
    "access": (5.0, 38, 6.0),
    "approval": (5.0, 38, 6.0),
    "agreement": (5.0, 38, 6.0),
    "organization": (6.6, 60, 2.0),
    "title": (12.2, 27, 19.0),
    "subtitle": (7.0, 56, 1.5),
    "status": (5.6, 74, 8.0),
    "author": (5.4, 80, 6.0),
    "place": (5.4, 80, 4.0),
}
"""Of each role: how high a line is, how many letters it holds, and the air around it; in millimetres."""
_STAMPS = ("access", "approval", "agreement")
_INCH, _DOTS = 25.4, 96
"""A small picture is printed small rather than blurred: so many of its dots an inch at least."""


def room(block: Photos) -> tuple[float, float]:
    """The width and height there is for each picture of a block."""
    if block.role == "portrait":
        return PORTRAIT
    return BESIDE if block.places > 1 else ALONE


def cover_room(cover: Cover) -> tuple[float, int]:
    """The width and height there is for the picture of a title page, the same in every format."""
    if cover.compact:
        return ALONE[0], COVER_COMPACT
    stamps = sum(_height(each) for each in cover.lines if each.role in _STAMPS)
    rest = sum(_height(each) for each in cover.lines if each.role not in _STAMPS)
    caption = cover.picture.caption if cover.picture else ()
    told = sum(_height(CoverLine("place", each)) for each in caption)
    free = _COVER_TEXT - max(_TITLE_FROM, stamps + _OVER_TITLE) - rest - told - _AIR
    return ALONE[0], next((each for each in COVER if each <= free), COVER[-1])


def _height(line: CoverLine) -> float:
    high, letters, air = _LINES[line.role]
    return air + high * sum(max(1, ceil(len(each) / letters)) for each in plain(line.content).split("\n"))


def size(photo: Photo, box: tuple[float, float]) -> tuple[float, float]:
    """The width and height of a picture as large as it goes into a box, and no larger than it is."""
    scale = min(box[0] / photo.width, box[1] / photo.height, _INCH / _DOTS)
    return round(photo.width * scale, 2), round(photo.height * scale, 2)
