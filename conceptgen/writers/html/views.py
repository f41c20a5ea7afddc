"""What the templates ask of the tree: prefixes, shares of a width, rows in groups. Pure functions only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from markupsafe import Markup

from conceptgen.document.blocks import (
    Block,
    Cell,
    Chart,
    Contents,
    Cover,
    CoverLine,
    Document,
    Heading,
    Labels,
    Part,
    Row,
    Table,
)
from conceptgen.document.charts import ChartData
from conceptgen.document.inline import Inline, plain
from conceptgen.document.walk import blocks
from conceptgen.typography.long_words import pieces
from conceptgen.writers import columns
from conceptgen.writers.columns import Layout
from conceptgen.writers.profiles import Profile
from conceptgen.writers.styles import css_class

LETTERS = {"upright": 101.0, "wide": 151.0, "a3": 224.0}
"""Letters of table text that go across a page upright, on its side, and a large one; crowded tables set more."""
CROWDED = 1.1
_RANGE = re.compile(r"((?:(?<!\w)\w{1,20}\u00a0)?(?<!\d)\d{1,12}–\d{1,12})")
_NO_WIDTH = "\u200b"
BRIEF = 20
"""Letters up to which what a cell says is a fact among others."""
ROOMY_LIST, CLOSE_LIST, TIGHT_LIST = 36, 48, 58
"""Lines of contents up to which they fit a page with air between them; set closer; and as close as can be read."""
_LISTED = 92
"""Letters of contents that go across a page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper: its name in CSS and its height in millimetres."""

    name: str
    height: float


SHEETS = {"a4": Sheet("A4", 297), "letter": Sheet("letter", 279.4)}


def kind(item: Block | Inline | ChartData) -> str:
    """The name of a block, inline or chart, which is the name of its template."""
    return type(item).__name__.lower()


def prefix(heading: Heading, labels: Labels) -> str:
    """What stands before the words of a heading: «1.1 », «Приложение А. », or nothing."""
    if not heading.number:
        return ""
    if heading.role == "annex" and heading.level == 1:
        return f"{labels.annex} {heading.number}. "
    return f"{heading.number} "


def caption(word: str, number: str, sign: str) -> str:
    """What stands before the words of a caption: «Таблица 1 — »."""
    return f"{word} {number}{sign}" if number else f"{word}{sign}"


def titles(document: Document) -> dict[str, str]:
    """What the places that links lead to are called, by their anchors."""
    labels, found = document.labels, {}
    for block in blocks(document):
        match block:
            case Heading():
                found[block.anchor] = prefix(block, labels) + plain(block.content)
            case Table():
                found[block.anchor] = caption(labels.table, block.number, labels.after_number) + plain(
                    block.caption
                )
            case Chart():
                found[block.anchor] = caption(labels.figure, block.number, labels.after_number) + plain(
                    block.caption
                )
    return found


def entries(document: Document, after: Contents | None = None) -> list[Heading]:
    """The headings of level 1 and 2 that a list of contents names: those that follow it."""
    found = list(blocks(document))
    start = next((index for index, block in enumerate(found) if block is after), 0)
    return [block for block in found[start:] if isinstance(block, Heading) and block.level <= 2]


def list_setting(headings: list[Heading]) -> Literal["airy", "close", "tight"]:
    """How a list of contents is set to stay on its page; one that needs two anyway keeps its air."""
    lines = sum(1 + len(plain(each.content)) // _LISTED for each in headings)
    if ROOMY_LIST < lines <= TIGHT_LIST:
        return "close" if lines <= CLOSE_LIST else "tight"
    return "airy"


def highest_level(document: Document) -> int:
    """The highest level of heading there is: a short document begins below level 1, and no level may be skipped."""
    return min((block.level for block in blocks(document) if isinstance(block, Heading)), default=1)


def opening_cover(document: Document) -> Cover | None:
    """The title page, when the document opens with one."""
    first = next(blocks(document), None)
    return first if isinstance(first, Cover) else None


def runs(cover: Cover) -> list[tuple[str, list[CoverLine]]]:
    """The lines of a title page, those of one role together."""
    return [(role, list(lines)) for role, lines in groupby(cover.lines, lambda item: item.role)]


LayoutOf = Callable[[Table, Part, Profile | None], Layout]


class TableLayouts:
    """How every table of a document stands on its page, worked out once: its style sheet needs it before its text."""

    def __init__(
        self, document: Document, profile: Profile | None = None, layout: LayoutOf | None = None
    ) -> None:
        layout = layout or layout_on
        self._tables = [
            (block, part) for part in document.parts for block in part.blocks if isinstance(block, Table)
        ]
        self._layouts = {id(table): layout(table, part, profile) for table, part in self._tables}

    def of(self, table: Table) -> Layout:
        """How one table stands."""
        return self._layouts[id(table)]

    def shares(self) -> list[float]:
        """Every width of a column there is, as the style sheet writes it."""
        return sorted({round(share, 4) for stands in self._layouts.values() for share in stands.shares})

    def counts(self) -> list[int]:
        """Every number of columns there is."""
        return sorted({len(table.columns) for table, _ in self._tables})


def share_class(share: float) -> str:
    """The class of a column by its share of the width."""
    return f"w{round(10_000 * share)}"


def layout_on(table: Table, part: Part, profile: Profile | None) -> Layout:
    """How the table stands on the pages of a part."""
    crowded = columns.crowded(table)
    letters = LETTERS[part.sheet or ("wide" if part.landscape else "upright")] * columns.scale(table)
    if profile and not (part.landscape and crowded):
        return columns.layout(table, letters / profile.letter)
    small = crowded or (table.role == "card" and not profile)
    return columns.layout(table, letters * (CROWDED if small else 1))


def more_heads(table: Table) -> list[Row]:
    """The rows that belong to the head."""
    return [row for row in table.rows if row.role == "head"]


def head_of(table: Table, column: int) -> str:
    """The words over a column, for a screen too narrow to show them above."""
    return plain(table.columns[column].head) if column < len(table.columns) else ""


def stays_a_table(table: Table) -> bool:
    """True if even a narrow screen shows rows and columns: there is something to fill in, or rules to read aloud."""
    return table.ruled or bool(table.rows and table.rows[-1].role in ("large", "wall"))


def is_brief(cell: Cell) -> bool:
    """True if a cell says so little that several stand on one line of a narrow screen."""
    return len(cell.paragraphs) == 1 and 0 < len(plain(cell.paragraphs[0])) <= BRIEF


def bodies(table: Table, stands: Layout) -> list[list[tuple[Row, str]]]:
    """The rows below the head with their classes, a new run at each sub-heading."""
    result: list[list[tuple[Row, str]]] = []
    for row, whole, stays in zip(table.rows, stands.whole, stands.stays, strict=True):
        if row.role == "head":
            continue
        if row.role == "group" or not result:
            result.append([])
        names = ([css_class(f"row.{row.role}")] if row.role != "body" else []) + (["whole"] if whole else [])
        names += ["stays"] if stays else []
        names += [f"high-{row.height}"] if row.height else []
        result[-1].append((row, " ".join(names)))
    return result


def ranges(text: str) -> list[str]:
    """The text cut up: every second piece is a range of numbers, such as «2026–2027», with a word bound to it."""
    return _RANGE.split(text) if "–" in text else [text]


def breakable(text: str, paged: bool) -> str:
    """The words of a text, those longer than a line with places to break them; what is copied stays the same.

    A renderer of pages takes ten times as long with elements as with signs of no width.
    """
    return (_NO_WIDTH if paged else Markup("<wbr>")).join(pieces(text))


def names_row(cell: Cell, row: Row, table: Table, column: int, paged: bool) -> bool:
    """True if a cell says what its row is about: the first, unless it is empty or filled in.

    On paper a table without heads has one in each row, empty or not: PDF/UA wants it (UA-15-003).
    """
    said = any(plain(each).strip() for each in cell.paragraphs)
    if not table.has_heads:
        return column == 0 and (said or paged)
    return column == 0 and said and row.role in ("body", "total") and not table.ruled


def aligned(row: Row, table: Table) -> Iterator[tuple[Cell, str, int]]:
    """Each cell with the alignment and the number of the column it starts in."""
    column = 0
    for cell in row.cells:
        yield cell, table.columns[min(column, len(table.columns) - 1)].align, column
        column += cell.span
