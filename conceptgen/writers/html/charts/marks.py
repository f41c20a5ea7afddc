"""What every drawing is made of: labels, the strokes of series, and the legend that explains them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from conceptgen.document.charts import Series
from conceptgen.writers.html.charts.scale import place
from conceptgen.writers.html.palette import DEFAULT_PALETTE, Palette
from conceptgen.writers.text_width import width as measure
from conceptgen.writers.text_width import wrap

TEXT = 12.0
SMALL = 10.0
LEADING = 1.2
_SAMPLE = 34.0
_GAP = 18.0

Shape = Literal["", "circle", "square", "diamond", "triangle"]
Anchor = Literal["start", "middle", "end"]
Kind = Literal["line", "bar", "diamond", "group"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of text; ``y`` is the baseline of the first one."""

    x: float
    y: float
    lines: tuple[str, ...]
    anchor: Anchor = "start"
    size: float = TEXT
    colour: str = DEFAULT_PALETTE.ink
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """How one series is drawn: apart from the others by dash and marker too, for print in grey."""

    colour: str
    width: float = 2.0
    dash: str = ""
    marker: Shape = "circle"
    hollow: bool = False
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend: a sample of a line, a bar, a day or a numbered group, and its name."""

    kind: Kind
    x: float
    y: float
    look: Stroke
    label: Label
    badge: str = ""


Name = tuple[Kind, Stroke, str, str]
"""What the legend is told of an entry: kind, look, name, badge."""

_AGAIN: tuple[Shape, ...] = ("circle", "square", "triangle", "diamond")


def strokes(series: Iterable[Series], colours: Palette) -> tuple[Stroke, ...]:
    """A stroke for each series; a second series of one role changes colour, marker and dash."""
    by_role = _by_role(colours)
    seen: Counter[str] = Counter()
    result = []
    for item in series:
        look = by_role[item.role]
        if again := seen[item.role]:
            colour = colours.groups[again % len(colours.groups)]
            marker = _AGAIN[again % len(_AGAIN)]
            look = replace(look, colour=colour, marker=marker, dash=f"{2 + 3 * again} 3", fill=colour)
        seen[item.role] += 1
        result.append(look)
    return tuple(result)


def _by_role(colours: Palette) -> dict[str, Stroke]:
    leading = Stroke(colours.accent, 2.2, fill=colours.fill)
    return {
        "baseline": leading,
        "latest": leading,
        "earlier": Stroke(colours.earlier, 1.6, "5 3", "triangle", fill="#C3CDD2"),
        "target": Stroke(colours.target, 1.6, "8 4", "diamond", hollow=True, fill=colours.target_soft),
        "threshold": Stroke(colours.threshold, 1.2, "1.5 3", "", fill="#F3DADA"),
    }


def middle(label: Label) -> Label:
    """The label with its lines standing around its height instead of hanging from it."""
    first = label.y - label.size * LEADING * (len(label.lines) - 1) / 2 + label.size * 0.35
    return replace(label, x=place(label.x), y=place(first))


def series_names(series: tuple[Series, ...], kind: Kind, colours: Palette) -> Iterator[Name]:
    """The names of the series, each with its stroke."""
    for item, look in zip(series, strokes(series, colours), strict=True):
        yield kind, look, item.name, ""


def legend(
    names: Iterable[Name], top: float, width: float, size: float = TEXT
) -> tuple[tuple[Entry, ...], float]:
    """Lay entries in centred rows from ``top`` down, groups apart; the entries and the bottom edge."""
    rows: list[list[Entry]] = []
    x, y, deep, grouped = 0.0, top, 0.0, False
    for kind, look, name, badge in names:
        lines = wrap(name, size, width - _SAMPLE - 2 * _GAP)
        wide = _SAMPLE + max(measure(line, size) for line in lines)
        if not rows or x + wide > width - _GAP or (kind == "group") != grouped:
            x, y, deep, grouped = 0.0, y + deep, 0.0, kind == "group"
            rows.append([])
        label = Label(x + _SAMPLE, place(y + size), lines, size=size)
        rows[-1].append(Entry(kind, x, place(y + size * 0.65), look, label, badge))
        x, deep = x + wide + _GAP, max(deep, len(lines) * size * LEADING + 5)
    return tuple(entry for row in rows for entry in _centred(row, width)), y + deep


def legend_beside(
    names: Iterable[Name], left: float, right: float, height: float, size: float
) -> tuple[tuple[Entry, ...], float]:
    """Lay entries one under another beside a drawing, half way down it; the entries and the bottom edge."""
    entries, y = [], 0.0
    for kind, look, name, badge in names:
        lines = wrap(name, size, right - left - _SAMPLE)
        label = Label(place(left + _SAMPLE), place(y + size), lines, size=size)
        entries.append(Entry(kind, place(left), place(y + size * 0.65), look, label, badge))
        y += len(lines) * size * LEADING + 6
    down = max(0.0, (height - y) / 2)
    return tuple(_lowered(entry, down) for entry in entries), max(height, y)


def _lowered(entry: Entry, down: float) -> Entry:
    label = replace(entry.label, y=place(entry.label.y + down))
    return replace(entry, y=place(entry.y + down), label=label)


def _centred(row: list[Entry], width: float) -> Iterator[Entry]:
    last = row[-1].label
    free = width - last.x - max(measure(line, last.size) for line in last.lines)
    for entry in row:
        label = replace(entry.label, x=place(entry.label.x + free / 2))
        yield replace(entry, x=place(entry.x + free / 2), label=label)
