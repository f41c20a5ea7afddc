"""The blocks of a page, each drawn from what it is given and nothing else; so what was drawn of the same before stands.

Whoever draws one document again and again (the preview) hands over the same ``Drawn`` each time. What is kept is known
by the whole of what it was drawn from, by value: a number or a reference that changed is another block.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from conceptgen.document.blocks import Block, Chart, Document, Labels, Part, Table
from conceptgen.document.inline import Footnote
from conceptgen.writers.columns import Layout
from conceptgen.writers.html.leads import Leads
from conceptgen.writers.html.palette import Palette
from conceptgen.writers.html.views import layout_on
from conceptgen.writers.profiles import Profile


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that the blocks of a page are drawn by beside themselves: its language and words, its levels, its colours."""

    language: str
    labels: Labels
    names_sections: bool
    top: int
    highest: int
    paged: bool
    addressed: bool
    palette: Palette
    profile: Profile | None


class Notes:
    """The remarks of a document in the order they are met; each gets its number when it is called."""

    def __init__(self) -> None:
        self.items: list[Footnote] = []

    def mark(self, footnote: Footnote) -> int:
        """The number of one more remark."""
        self.items.append(footnote)
        return len(self.items)


class _Key:
    """All that one block is drawn from, its page included; hashed once."""

    __slots__ = ("_hash", "what")

    def __init__(self, block: Block, part: Part) -> None:
        # 1 and 1.0 are equal and may be drawn otherwise: figures are known by how they are written.
        figures = repr(block) if isinstance(block, Chart) else ""
        if isinstance(block, Table):
            figures = repr([row.strip for row in block.rows if row.strip])
        self.what = (block, figures, part.landscape, part.sheet)
        self._hash = hash(self.what)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.what == other.what


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block as it was drawn, and what else it depended on: the rows that lead to it, the remarks it called."""

    markup: Markup
    anchors: tuple[str, ...]
    first: int
    notes: tuple[Footnote, ...]


@dataclass
class Drawn:
    """What was drawn of a page last; another page is none the worse for it, it only finds nothing here."""

    by: Surroundings | None = None
    layouts: dict[_Key, Layout] = field(default_factory=dict)
    pieces: dict[_Key, _Piece] = field(default_factory=dict)


class Blocks:
    """Draws the blocks of one document, with what is known of an earlier drawing of it; None for nothing."""

    def __init__(self, document: Document, by: Surroundings, drawn: Drawn | None) -> None:
        self.by, self.now = by, Drawn(by)
        self.before = drawn if drawn and drawn.by == by else Drawn()
        self.notes, self.leads = Notes(), Leads(document)
        self._keys = {
            _place(block, part): _Key(block, part)
            for part in (document.parts if drawn is not None else ())
            for block in part.blocks
            # What the lanes of a map lead to stands in other blocks.
            if by.addressed or not (isinstance(block, Table) and block.lanes)
        }

    def layout(self, table: Table, part: Part, profile: Profile | None) -> Layout:
        """How a table stands: as it stood, or worked out now, which it is where other tables have their say."""
        key = self._keys.get(_place(table, part))
        layout = self.before.layouts.get(key) if key and not table.alike else None
        layout = layout or layout_on(table, part, profile)
        if key:
            self.now.layouts[key] = layout
        return layout

    def markup(self, block: Block, part: Part, draw: Callable[[Block, Part], str]) -> Markup:
        """A block: as it was drawn, or drawn now."""
        key, first = self._keys.get(_place(block, part)), len(self.notes.items)
        anchors = tuple(map(self.leads.anchor, block.rows)) if isinstance(block, Table) else ()
        stands = key is None or self.before.layouts.get(key) == self.now.layouts.get(key)
        piece = self.before.pieces.get(key) if key and stands else None
        if piece and piece.anchors == anchors and (piece.first == first or not piece.notes):
            self.notes.items += piece.notes
        else:
            made = Markup(draw(block, part))
            piece = _Piece(made, anchors, first, tuple(self.notes.items[first:]))
        if key:
            self.now.pieces[key] = piece
        return piece.markup

    def keep(self, drawn: Drawn | None) -> None:
        """Remember what was drawn for the next time."""
        if drawn is not None:
            drawn.by, drawn.layouts, drawn.pieces = self.now.by, self.now.layouts, self.now.pieces


def _place(block: Block, part: Part) -> tuple[int, bool, str]:
    """A block of the document that is drawn now, on its kind of page."""
    return id(block), part.landscape, part.sheet
