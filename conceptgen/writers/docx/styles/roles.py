"""Roles → style ids, as the style contract has them."""

from __future__ import annotations

from typing import Final, Literal

from conceptgen.writers.styles import ids

# The default paragraph style goes without saying.
KEY_FIGURE, PULL_QUOTE, WALL = "KeyFigure", "PullQuote", "WallText"
"""Styles of their own, made of that which a template has for their roles (see ``own``)."""
PARAGRAPH: Final = ids("paragraph") | {"body": "", "intro": "", "pull": PULL_QUOTE}
CHARACTER: Final = {
    "plain": "",
    "inserted": "",
    "deleted": "",
    "low": "",
    "even": "",
    "good": "",
    **ids("text"),
}
DIRECT: Final = {
    "inserted": '<w:color w:val="1B5E20"/><w:u w:val="single"/>',
    "deleted": '<w:strike/><w:color w:val="A3261B"/>',
    "low": '<w:b/><w:shd w:val="clear" w:color="auto" w:fill="F9DFDC"/>',
    "even": '<w:b/><w:shd w:val="clear" w:color="auto" w:fill="EEF1F3"/>',
    "good": '<w:b/><w:shd w:val="clear" w:color="auto" w:fill="DFF0E2"/>',
}
"""Looks that no template has to know: those of papers on changes, and small labels."""
ROW: Final = ids("row") | {"large": KEY_FIGURE, "wall": WALL}
TABLE: Final = ids("table")
COVER: Final = ids("cover")

TONE: Final = {
    "none": "",
    "low": "F9DFDC",
    "good": "DFF0E2",
    "quiet": "",
    "before": "D3E5F3",
    "during": "F5E6BE",
    "after": "EAE2F3",
    "cross": "DFE4E6",
    "few": "FBE9DD",
    "some": "F6CDB2",
    "many": "EBA985",
}

_HEADING: Final = ids("heading")
HEADINGS: Final = frozenset(_HEADING.values())


TypeSize = Literal["", "Small", "Fine"]
"""The type of a table: the usual one, that of crowded tables, the smallest."""


def table_text(style: str, size: TypeSize) -> str:
    """The style of text in a table whose type is of this size."""
    return f"{style}{size}"


def heading(role: str, level: int) -> str:
    """The style of a heading: numbered, front (unnumbered) or annex."""
    return _HEADING[f"{role}.{level}"]
