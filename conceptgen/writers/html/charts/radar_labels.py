"""The names around a radar: wrapped, each on its side, never on top of each other or of the rings."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from conceptgen.writers.html.charts.marks import LEADING, Anchor, Label, Point, middle
from conceptgen.writers.html.charts.scale import place
from conceptgen.writers.text_width import width as measure
from conceptgen.writers.text_width import wrap

_AIR = 4.0
_MARGIN = 6.0
_SIDE = 0.3
"""The share of the width a name beside the circle may take; above or under it more."""
_POLE = 0.45


@dataclass(slots=True)
class _Box:
    angle: float
    lines: tuple[str, ...]
    y: float
    size: float

    @property
    def half(self) -> float:
        return len(self.lines) * self.size * LEADING / 2

    def x(self, reach: float) -> float:
        near = max(0.0, abs(self.y) - self.half)
        return max(sqrt(max(0.0, reach**2 - near**2)), 8.0)

    @property
    def wide(self) -> float:
        return max(measure(line, self.size) for line in self.lines)


Placed = tuple[tuple[Label, ...], tuple[tuple[Point, Point], ...], float, float]


def around(axes: tuple[str, ...], reach: float, width: float, size: float) -> Placed:
    """Labels and leader lines around a circle of radius ``reach``, with the top and bottom edge they need."""
    right, left, poles = _sides(axes, reach, width, size)
    for side in (right, left):
        _spread(side)
    labels = [_beside(box, reach, 1) for box in right] + [_beside(box, reach, -1) for box in left]
    leaders = [_leader(box, reach, 1) for box in right] + [_leader(box, reach, -1) for box in left]
    top = min([-reach, *(box.y - box.half for box in right + left)])
    bottom = max([reach, *(box.y + box.half for box in right + left)])
    for box in poles:
        box.y = _clear(box, right + left, reach)
        labels.append(middle(Label(0, box.y, box.lines, anchor="middle", size=size)))
        top, bottom = min(top, box.y - box.half), max(bottom, box.y + box.half)
    return tuple(labels), tuple(line for line in leaders if line), top, bottom


def _sides(
    axes: tuple[str, ...], reach: float, width: float, size: float
) -> tuple[list[_Box], list[_Box], list[_Box]]:
    right: list[_Box] = []
    left: list[_Box] = []
    poles: list[_Box] = []
    for index, name in enumerate(axes):
        angle = 2 * pi * index / len(axes)
        y = -cos(angle) * reach
        if abs(sin(angle)) < 1e-6:
            poles.append(_Box(angle, wrap(name, size, width * _POLE), y, size))
            continue
        near = max(0.0, abs(y) - size * 2)
        room = width / 2 - sqrt(reach**2 - near**2) - _MARGIN
        lines = wrap(name, size, min(room, width * _SIDE))
        (right if sin(angle) > 0 else left).append(_Box(angle, lines, y, size))
    return right, left, poles


def _spread(side: list[_Box]) -> None:
    """Push labels away from the equator until none overlaps: outwards there is always room."""
    upper = sorted((box for box in side if box.y < 0), key=lambda box: -box.y)
    lower = sorted((box for box in side if box.y >= 0), key=lambda box: box.y)
    floor = ceiling = 0.0
    if upper and lower:
        overlap = (upper[0].y + upper[0].half + _AIR) - (lower[0].y - lower[0].half)
        floor = lower[0].y - lower[0].half + max(0.0, overlap / 2)
        ceiling = floor - _AIR
    else:
        floor, ceiling = float("-inf"), float("inf")
    for box in upper:
        box.y = min(box.y, ceiling - box.half)
        ceiling = box.y - box.half - _AIR
    for box in lower:
        box.y = max(box.y, floor + box.half)
        floor = box.y + box.half + _AIR


def _clear(pole: _Box, boxes: list[_Box], reach: float) -> float:
    """The height at which a label over (or under) the circle meets no label of the sides."""
    sign = -1 if pole.y < 0 else 1
    close = [box for box in boxes if box.y * sign > 0 and box.x(reach) < pole.wide / 2 + 8]
    edge = max([reach, *(box.y * sign + box.half + _AIR for box in close)])
    return sign * (edge + pole.half)


def _beside(box: _Box, reach: float, sign: int) -> Label:
    anchor: Anchor = "start" if sign > 0 else "end"
    return middle(Label(sign * box.x(reach), box.y, box.lines, anchor=anchor, size=box.size))


def _leader(box: _Box, reach: float, sign: int) -> tuple[Point, Point] | None:
    natural = -cos(box.angle) * reach
    if abs(natural - box.y) <= box.half + 3:
        return None
    rim = reach - 6
    start = (place(sin(box.angle) * rim), place(-cos(box.angle) * rim))
    return start, (place(sign * (box.x(reach) - 2)), place(box.y))
