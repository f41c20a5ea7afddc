"""The places of a layout, brought inside the slide where the master was made for a slide of another size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

_SIDES = (("left", "width", "slide_width"), ("top", "height", "slide_height"))


def outside(deck: Any, layouts: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Each layout and its place for text that stands, in part at least, beside the slide."""
    for layout in layouts:
        for shape in layout.placeholders:
            if any(_is_outside(deck, shape, side) for side in _SIDES):
                yield layout.name, shape.name


def settle(deck: Any, layouts: Iterable[Any]) -> None:
    """Draw the places of layouts together until the last of them keeps the margin that the first one has."""
    for layout in layouts:
        for side in _SIDES:
            if any(_is_outside(deck, shape, side) for shape in layout.placeholders):
                _draw_together(list(layout.placeholders), side, getattr(deck, side[2]))


def _is_outside(deck: Any, shape: Any, side: tuple[str, str, str]) -> bool:
    start, length, whole = side
    first = getattr(shape, start)
    return bool(first < 0 or first + getattr(shape, length) > getattr(deck, whole))


def _draw_together(shapes: list[Any], side: tuple[str, str, str], whole: int) -> None:
    start, length, _ = side
    places = [[getattr(each, name) for name in ("left", "top", "width", "height")] for each in shapes]
    spans = [(getattr(each, start), getattr(each, length)) for each in shapes]
    first, last = min(a for a, _ in spans), max(a + size for a, size in spans)
    shift = min(first, 0)
    factor = min(1.0, whole / (last - shift + max(first, 0)))
    for shape, place, (begins, size) in zip(shapes, places, spans, strict=True):
        # one that follows the master has no place of its own until all four sides are set
        shape.left, shape.top, shape.width, shape.height = place
        setattr(shape, start, round((begins - shift) * factor))
        setattr(shape, length, int(size * factor))
