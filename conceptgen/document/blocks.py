"""The closed list of blocks. Roles, never style names: each writer maps a role to its own style."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from conceptgen.document.charts import ChartData, Strip
from conceptgen.document.inline import Inlines
from conceptgen.origin import Origin


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1–4. ``front``: unnumbered (glance, glossary); ``annex``: «Приложение А»."""

    level: int
    content: Inlines
    role: Literal["section", "front", "annex"] = "section"
    number: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``lead``: the conclusion that opens a section; ``note``: small print under a block; ``pull``: a
    client's own words set large.

    ``label``: a bold line over a group of blocks; ``intro``: body text that announces the next block. Both stay with
    what follows, as large words do; any other does if it ``stays``.
    """

    content: Inlines
    role: Literal["body", "lead", "note", "label", "intro", "quote", "pull"] = "body"
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A bulleted or numbered list. ``levels``: how deep each item stands, from 0; empty for all the same.

    ``marked``: its items begin with marks of their own, which stand as they were typed.
    """

    items: tuple[Inlines, ...]
    ordered: bool = False
    levels: tuple[int, ...] = ()
    marked: bool = False

    def level(self, index: int) -> int:
        """How deep an item stands."""
        return self.levels[index] if self.levels else 0


Tone = Literal["none", "low", "good", "quiet", "before", "during", "after", "cross", "few", "some", "many"]
"""A meaning a cell shows by shade as well as by its words: good and bad, the phase of a stage, how much."""


StripHeight = Literal[18, 28, 38]
STRIP_HEIGHTS: tuple[StripHeight, ...] = (38, 28, 18)
"""How high a line inside a table may stand, in millimetres; the best first."""


@dataclass(frozen=True, slots=True)
class StripChart:
    """A line inside a table, one point under each column it spans, and the words for who cannot see it.

    ``height`` in millimetres; one higher than the least has a rule for each grade and shows the gap between its lines.
    """

    data: Strip
    alt: str
    height: StripHeight = 18

    @property
    def tall(self) -> bool:
        """True if there is room for the grades."""
        return self.height > STRIP_HEIGHTS[-1]


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: its paragraphs, how many columns it spans, and its tone.

    A cell with a ``strip`` holds a drawing in the place of words; only charts of this kind know their columns.
    """

    paragraphs: tuple[Inlines, ...]
    span: int = 1
    tone: Tone = "none"
    strip: StripChart | None = None


Height = Literal[0, 9, 11, 13, 16, 20, 24, 28, 40, 60]
"""Millimetres: as high as the text; a line written by hand takes 9 or 11, five of them 40."""


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. ``head``: more heads, that repeat with the first; ``group``: a sub-heading; ``total``: a sum;
    ``sign``: high enough to sign in; ``large``: figures to look at; ``wall``:
    words to be read from across a room. ``height``: the least there is, in millimetres.
    """

    cells: tuple[Cell, ...]
    role: Literal["body", "head", "group", "total", "sign", "large", "wall"] = "body"
    height: Height = 0

    @property
    def strip(self) -> StripChart | None:
        """What is drawn in the row, if anything is."""
        return next((cell.strip for cell in self.cells if cell.strip), None)


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; ``weight`` is its share of the width, ``tone`` that of its head."""

    head: Inlines
    weight: float = 1.0
    align: Literal["left", "center", "right"] = "left"
    tone: Tone = "none"


@dataclass(frozen=True, eq=False)
class Alike:
    """Grids whose columns stand in the same places, by the rows of them all."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    ``grid`` has a header row that repeats on each page, if its columns have heads. ``card`` has no header row: its
    first column names what the second says (row heads). ``signature`` is who signs: in the type of the text,
    without lines. ``caption`` is empty for an uncaptioned table; ``alt`` says what it holds. ``fine``: set in the
    smallest type that is still read on paper, 7.5 pt, to stay on one sheet. ``ruled``: to be filled in by hand,
    with lines round every cell and columns as wide as they were asked for. ``lanes``: its rows are the lanes of a
    map, which a reader at a screen folds one by one. ``alike``: the tables whose columns stand in the same places
    as its own. ``stays``: on the page of what follows, whose head it is.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    role: Literal["grid", "card", "signature"] = "grid"
    caption: Inlines = ()
    number: str = ""
    anchor: str = ""
    alt: str = ""
    fine: bool = False
    ruled: bool = False
    lanes: bool = False
    alike: Alike | None = field(default=None, repr=False, compare=False)
    stays: bool = False

    @property
    def has_heads(self) -> bool:
        """True if a header row stands over the columns: a grid whose columns say nothing has none."""
        return self.role == "grid" and any(each.head for each in self.columns)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its caption and an alternative text that says what it shows. ``small`` fits beside text.

    ``shows``: the values of the input that its drawing names.
    """

    data: ChartData
    alt: str
    caption: Inlines = ()
    number: str = ""
    anchor: str = ""
    small: bool = False
    shows: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph as it is printed: its bytes and their hash, its size in pixels, the words for who cannot see it.

    ``caption`` is one paragraph or several; ``shows``: the values of the input that stand behind it.
    """

    data: bytes = field(repr=False)
    digest: str
    format: Literal["png", "jpeg"]
    width: int
    height: int
    alt: str
    caption: tuple[Inlines, ...] = ()
    shows: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Photos:
    """Photographs in a row, each over its caption; a ``portrait`` stands beside its text.

    ``places``: how many there are in the row, taken or not, so that the rows of one place look alike.
    """

    items: tuple[Photo, ...]
    role: Literal["row", "portrait"] = "row"
    places: Literal[1, 2, 3] = 1


CoverRole = Literal[
    "access", "approval", "agreement", "organization", "title", "subtitle", "status", "author", "place"
]


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One line of the title page, or a whole stamp with breaks; lines of one role stand together in order."""

    role: CoverRole
    content: Inlines


@dataclass(frozen=True, slots=True)
class Cover:
    """The title page. Fills a page of its own, without page number; a ``compact`` one stands above the text.

    ``picture`` stands under the title, as high as the lines leave room for.
    """

    lines: tuple[CoverLine, ...]
    compact: bool = False
    picture: Photo | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the list of contents stands: numbered, front and annex headings of level 1 and 2 that follow it."""

    title: Inlines


Block = Heading | Paragraph | Listing | Table | Chart | Photos | Cover | Contents
BLOCKS: tuple[type, ...] = (Heading, Paragraph, Listing, Table, Chart, Photos, Cover, Contents)


Sheet = Literal["", "a3"]
"""The paper of a part where it is not that of the document."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of blocks of one section on pages of one orientation and size. ``new_page`` starts it on a fresh page.

    ``key`` names the section (see ``document.sections``); a section may have several parts.
    """

    blocks: tuple[Block, ...]
    landscape: bool = False
    new_page: bool = False
    key: str = ""
    sheet: Sheet = ""


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words a writer needs, in the document's language; ``after_number`` stands before a caption.

    ``page`` and ``of`` stand around the number of a page, «стр. 5 из 38»; ``version`` before that of the document.
    """

    table: str
    figure: str
    page: str
    footnotes: str
    skip_to_text: str
    no_data: str
    contents: str = ""
    annex: str = ""
    after_number: str = " — "
    of: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which of the documents of its input a document is: enough to compose the same one again."""

    document: str = ""
    variant: str = ""
    chain: str = ""
    status: str = ""
    map_size: str = ""
    audience: str = ""


_NO_DATE = datetime(1980, 1, 1)
"""The first day a packed file can tell: a document without a date has the same bytes every day."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready to write: what ``compose`` makes and ``write`` takes.

        >>> from conceptgen import compose, load
        >>> document = compose(load("samples/minimal.yaml").project, variant="short")
        >>> document.language, document.date
        ('ru', '2026-09-01')
        >>> sorted({type(block).__name__ for part in document.parts for block in part.blocks})
        ['Cover', 'Heading', 'Paragraph', 'Table']

    ``running`` is the short title for headers; ``date`` is ISO, "" where it is not known, and the only date that enters
    metadata. A ``poster`` is one sheet to read on a wall: large type (12 pt and more), no header, no page number; one
    that is ``close`` has small headings and little air. ``subject``, ``category`` and ``version`` are for the
    properties of the file. ``named``: the values of the input its name and heads print; ``edition``: which document of
    its input it is. ``slides``: how it is shown from a screen, a part a slide; only formats of slides have any.
    """

    title: str
    running: str
    organization: str
    author: str
    language: str
    date: str
    labels: Labels
    parts: tuple[Part, ...]
    draft: str = ""
    page: Literal["a4", "letter"] = "a4"
    profile: Literal["plain", "gost-7.0.97-2025", "gost-7.0.97-2016"] = "plain"
    keywords: tuple[str, ...] = ()
    poster: bool = False
    close: bool = False
    subject: str = ""
    category: str = ""
    version: str = ""
    named: tuple[Origin, ...] = ()
    edition: Edition = Edition()
    slides: tuple[Part, ...] = ()

    @property
    def head(self) -> str:
        """What stands at the head of every page: the short title and the version, where it is told."""
        told = f"{self.labels.version} {self.version}" if self.version else ""
        return " · ".join(filter(None, (self.running, told)))

    @property
    def names_sections(self) -> bool:
        """Whether the foot of a page tells its section: a document long enough to have contents."""
        return any(isinstance(block, Contents) for part in self.parts for block in part.blocks)

    @property
    def stamp(self) -> datetime:
        """The date where a file must have one: midnight of the document's, or what stands for none."""
        return datetime.fromisoformat(self.date) if self.date else _NO_DATE
