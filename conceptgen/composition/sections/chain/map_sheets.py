"""On which sheets the map stands: one where it fits, in smaller type or on larger paper; else as few as will do.

Heights are counted in millimetres, on the safe side of every format: what fits here, fits in Word and in PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.map_rows import sheets as spread
from conceptgen.composition.sections.chain.page_fit import height
from conceptgen.document.blocks import (
    STRIP_HEIGHTS,
    Block,
    Cell,
    Heading,
    Paragraph,
    Row,
    Sheet,
    StripHeight,
    Table,
)
from conceptgen.document.inline import Inlines
from conceptgen.model.touchpoint_positions import StageInChain

Way = Sequence[StageInChain]
Blocks = tuple[Block, ...]
Draw = Callable[[Way, int], Blocks]
"""All that stands on the sheet of some stages, by its number among the sheets."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A paper on its side and the type of the table on it: millimetres of room, letters of the table across it."""

    sheet: Sheet
    fine: bool
    width: float
    room: float
    letters: float

    @property
    def line(self) -> float:
        """The height of a line of the table."""
        return 3.2 if self.fine else 3.87

    @property
    def margins(self) -> float:
        """What the margins of a row take."""
        return 1.3 if self.fine else 2.0

    @property
    def gap(self) -> float:
        """The air after a paragraph, in lines."""
        return 0.1 if self.fine else 0.15

    @property
    def most(self) -> int:
        """Stages side by side whose columns are wide enough to read."""
        return int(self.letters / _LEAST_LETTERS - _HEADS)


_LEAST_LETTERS, _HEADS = 24.0, 0.74
"""The letters a column needs, and how wide the heads of the rows are, in columns."""
_BELOW = 4.0
"""The air below a table."""
_LETTER = 0.174
"""The width of a letter of prose in the sizes of its type, in millimetres a point."""
_PROSE = {"lead": (11.5, 5.7, 4.0), "note": (9.0, 4.4, 2.4), "body": (10.5, 5.2, 2.4)}
"""The type of a paragraph in points, the height of its line and the air below."""
_TITLE = (18.0, 7.8, 6.6)
_CAPTION = (10.0, 4.7, 4.0)

_USUAL = Setting("", False, 257.0, 167.0, 176.0)
_FINE = Setting("", True, 257.0, 167.0, 211.0)
_LARGE = Setting("a3", False, 380.0, 252.0, 260.0)
_LARGE_FINE = Setting("a3", True, 380.0, 252.0, 312.0)
_SHORT = 239 / 257
"""What a letter sheet on its side has of the width of A4."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the map is set, and what stands on each of its sheets."""

    setting: Setting
    sheets: tuple[Blocks, ...]


def plan(scope: Scope, way: Way, draw: Draw) -> Plan:
    """One sheet if the map fits it; else the fewest that hold it, of the largest paper that may be taken.

    Stages so full that one alone is more than a sheet run on over pages in the usual type.
    """
    tried = _settings(scope)
    whole = draw(way, 1)
    if fitting := [each for each in tried if len(way) <= each.most and fits(whole, each)]:
        return _on_one(whole, [each for each in fitting if each.sheet == fitting[0].sheet])
    for count in range(2, len(way) + 1):
        ways = tuple(spread(way, -(-len(way) // count)))
        made = _drawn(ways, draw)
        for setting in tried[-2:]:
            if max(map(len, ways)) <= setting.most and all(fits(each, setting) for each in made):
                return Plan(setting, made)
    return Plan(tried[-2], _drawn(tuple(spread(way, tried[-2].most)), draw))


def _settings(scope: Scope) -> tuple[Setting, ...]:
    """What is tried, in this order."""
    papers = {"auto": ("", "a3"), "a4": ("",), "a3": ("a3",)}[scope.map_size]
    tried = [each for each in (_USUAL, _FINE, _LARGE, _LARGE_FINE) if each.sheet in papers]
    if scope.paper != "letter":
        return tuple(tried)
    return tuple(
        each if each.sheet else replace(each, width=_SHORT * each.width, letters=_SHORT * each.letters)
        for each in tried
    )


def _drawn(ways: Sequence[Way], draw: Draw) -> tuple[Blocks, ...]:
    return tuple(draw(each, number) for number, each in enumerate(ways, 1))


def _on_one(whole: Blocks, settings: Sequence[Setting]) -> Plan:
    """The line of feeling as high as the sheet has room for, in smaller type if need be; it is what one looks at."""
    for high in STRIP_HEIGHTS[:-1]:
        raised = tuple(_with_line(each, high) for each in whole)
        for setting in settings:
            if raised == whole or fits(raised, setting):
                return Plan(setting, (raised,))
    return Plan(settings[0], (whole,))


def _with_line(block: Block, height: StripHeight) -> Block:
    if not isinstance(block, Table):
        return block
    return replace(block, rows=tuple(_row_with_line(each, height) for each in block.rows))


def _row_with_line(row: Row, height: StripHeight) -> Row:
    cells = (
        replace(each, strip=replace(each.strip, height=height)) if each.strip else each for each in row.cells
    )
    return replace(row, cells=tuple(cells))


def fits(blocks: Blocks, setting: Setting) -> bool:
    """True if everything that stands on a sheet fits it."""
    return sum(_height(block, setting) for block in blocks) <= setting.room


def _height(block: Block, setting: Setting) -> float:
    match block:
        case Heading():
            return _prose(block.content, _TITLE, setting)
        case Paragraph():
            return _prose(block.content, _PROSE.get(block.role, _PROSE["body"]), setting)
        case Table():
            caption = _prose(block.caption, _CAPTION, setting) if block.caption else 0.0
            return caption + _rows(block, setting) + _BELOW
        case _:
            return 0.0


def _prose(content: Inlines, type: tuple[float, float, float], setting: Setting) -> float:
    size, line, below = type
    return height([content], setting.width / (size * _LETTER), gap=0) * line + below


def _rows(table: Table, setting: Setting) -> float:
    """The height of the rows; of what is more than a sheet, more than a sheet."""
    head, taken = Row(tuple(Cell((column.head,)) for column in table.columns), "head"), 0.0
    for row in (head, *table.rows):
        taken += _row(row, table, setting)
        if taken > setting.room:
            break
    return taken


def _row(row: Row, table: Table, setting: Setting) -> float:
    if row.strip:
        return float(row.strip.height)
    letter = setting.letters / sum(column.weight for column in table.columns)
    most, start = 1.0, 0
    for cell in row.cells:
        room = sum(column.weight for column in table.columns[start : start + cell.span]) * letter
        most = max(most, height(cell.paragraphs, room, setting.gap, setting.room / setting.line))
        start += cell.span
    return setting.margins + most * setting.line
