"""What one document gathers while its blocks are written: bookmarks, footnotes, charts, numbered lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from conceptgen.document.blocks import Chart, Document, Heading, Photo, StripChart, Table
from conceptgen.document.inline import Footnote, Inlines, Ref
from conceptgen.document.look import DEFAULT_LOOK, Logo, Look
from conceptgen.document.walk import blocks, lines
from conceptgen.origin import Origin
from conceptgen.writers.docx.apart import Apart
from conceptgen.writers.docx.colours import DEFAULT_COLOURS as HOUSE_COLOURS
from conceptgen.writers.docx.colours import Colours, colours
from conceptgen.writers.docx.marks import Marks

FIRST_LIST = 101
"""Numbers of lists that start anew; those of the house template stay below."""
LOGO = "rIdLogo"
"""The id of the relationship to the logo."""
REFERENCE = "_Ref"
"""What the bookmarks begin with that references to numbers lead to."""


@dataclass
class Build:
    """One document being written. ``width`` is the width of the text now, in twips.

    ``pages`` gives the pages of headings by their bookmarks, a stand-in where they are not counted yet; None: no pages.
    """

    document: Document
    colours: Colours = HOUSE_COLOURS
    logo: Logo | None = None
    pages: Mapping[str, int] | None = None
    width: int = 0
    anchors: dict[str, int] = field(default_factory=dict)
    automatic: set[str] = field(default_factory=set)
    wanted: set[str] = field(default_factory=set)
    footnotes: list[str] = field(default_factory=list)
    charts: list[Chart | StripChart] = field(default_factory=list)
    photos: dict[str, Photo] = field(default_factory=dict)
    marks: Marks = field(default_factory=Marks)
    apart: Apart = field(default_factory=Apart)
    ordered_lists: int = 0
    contents_lines: int = 0
    first_list: int = FIRST_LIST
    first_footnote: int = 1
    bookmarks: Iterator[int] = field(default_factory=lambda: count(1))
    drawings: Iterator[int] = field(default_factory=lambda: count(1))

    def bookmark(self, name: str, content: str) -> str:
        """Content with a bookmark around it."""
        id = next(self.bookmarks)
        return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id}"/>'

    def printed(self, origin: Origin, text: str, content: str) -> str:
        """Content that prints a value of the input, bookmarked so that the value can be found again."""
        return self.bookmark(self.marks.add(origin, text), content)

    def contents_mark(self, heading: Heading) -> str:
        """The bookmark the list of contents leads to."""
        return f"_Toc{self.anchors[heading.anchor]:09d}"

    def reference_mark(self, anchor: str) -> str:
        """The bookmark references to a number lead to."""
        return f"{REFERENCE}{self.anchors[anchor]:09d}"

    def referred(self, anchor: str, content: str) -> str:
        """The number of a block, bookmarked when something refers to it."""
        return self.bookmark(self.reference_mark(anchor), content) if anchor in self.wanted else content

    def new_list(self) -> int:
        """The number of a list that starts from one."""
        self.ordered_lists += 1
        return self.first_list + self.ordered_lists - 1

    def footnote(self, content: str) -> str:
        """Keep a footnote and give back its mark."""
        self.footnotes.append(content)
        mark = f'<w:footnoteReference w:id="{self.first_footnote + len(self.footnotes) - 1}"/>'
        return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{mark}</w:r>'

    def chart(self, chart: Chart | StripChart) -> str:
        """Keep a chart and give back the id of its relationship."""
        self.charts.append(chart)
        return f"rIdChart{len(self.charts)}"

    def photo(self, photo: Photo) -> str:
        """Keep a photograph, once however often it is shown, and give back the id of its relationship."""
        self.photos.setdefault(photo.digest, photo)
        return f"rIdPhoto{[*self.photos].index(photo.digest) + 1}"


def begin(document: Document, look: Look = DEFAULT_LOOK, pages: Mapping[str, int] | None = None) -> Build:
    """Find everything that can be referred to, and what is."""
    build = Build(document, colours(look), look.brand.logo, pages)
    for block in blocks(document):
        if isinstance(block, Heading | Table | Chart) and block.anchor:
            build.anchors[block.anchor] = len(build.anchors) + 1
        if isinstance(block, Heading) and block.role == "section":
            build.automatic.add(block.anchor)
        for content in lines(block):
            build.wanted.update(_targets(content))
    return build


def _targets(content: Inlines) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, Ref):
            yield inline.target
        elif isinstance(inline, Footnote):
            yield from _targets(inline.content)
