"""How cells look, and how wide columns are: for reading on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import Any

from conceptgen.input.workbook.kinds import Kind
from conceptgen.input.workbook.sheets import Sheet

_EDGE = {"border": 1, "border_color": "#D0D7DB"}
_BODY = {"text_wrap": True, "valign": "top", "align": "left", **_EDGE}
_HEAD = {
    "bold": True,
    "text_wrap": True,
    "valign": "vcenter",
    "font_color": "#FFFFFF",
    "bg_color": "#1F4E5F",
    **_EDGE,
}
_FIRST = ("document", "organization", "principles", "roles", "touchpoints")
TEXT = "@"
_DAY = {"ru": "dd.mm.yyyy"}
_USUAL_DAY = "yyyy-mm-dd"
_LINE, _MOST = 15.0, 24
"""The height of a line in points, and the most lines a row shows."""
_LETTER = 1.1
"""The width of a letter against that of a digit, by which columns are measured."""


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any, language: str) -> None:
        self._book = book
        self._made: dict[str, Any] = {}
        self.day_format = _DAY.get(language, _USUAL_DAY)
        self.head = book.add_format(_HEAD)
        self.soft_head = book.add_format({**_HEAD, "bg_color": "#6F8A96"})
        self.label = book.add_format({**_BODY, "bold": True, "bg_color": "#EEF3F5"})
        self.faint = book.add_format({**_BODY, "font_color": "#5A6A72"})
        self.title = book.add_format({"bold": True, "font_size": 16, "font_color": "#1F4E5F"})
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.link = book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "top"})

    def body(self, format: str = TEXT) -> Any:
        """The look of a cell with values of a number format."""
        if format not in self._made:
            self._made[format] = self._book.add_format({**_BODY, "num_format": format})
        return self._made[format]

    def day(self) -> Any:
        """The look of a date."""
        return self.body(self.day_format)

    def usual(self, kind: Kind) -> Any:
        """The look of what will be typed into a column.

        A text stays as it was typed; elsewhere a table turns «October 2026» or «8.5» into a day.
        """
        return self.body("General" if kind.shape == "number" and not kind.is_many else TEXT)


def tab(sheet: Sheet) -> str:
    """The colour of a tab: what one begins with is dark, what is rarely needed light."""
    if sheet.key in _FIRST:
        return "#1F4E5F"
    return "#D5DEE2" if sheet.is_rare or sheet.key == "contributor" else "#8FA9B4"


def height(texts: Iterable[tuple[str, int]]) -> float | None:
    """The height of a row with these texts in columns of these widths; None for a usual one.

    Not every program finds it by itself.
    """
    lines = max((_lines(text, wide) for text, wide in texts), default=1)
    return None if lines < 2 else _LINE * min(lines, _MOST)


def _lines(text: str, wide: int) -> int:
    return sum(max(1, ceil(len(line) * _LETTER / wide)) for line in text.split("\n"))


def width(kind: Kind, spec: str) -> int:
    """The width of a column of such values."""
    if spec in ("name", "text", "title"):
        return 38
    by_shape = {"date": 14, "number": 11, "boolean": 11, "listed": 18, "figure": 18, "reference": 26}
    return 30 if kind.is_many and kind.shape != "listed" else by_shape.get(kind.shape, 34)
