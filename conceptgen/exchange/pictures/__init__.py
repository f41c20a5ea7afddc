"""The pictures of the documents, each a file of its own: every chart, and the map of each chain on its sheet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

from conceptgen.composition import compose
from conceptgen.deliverables.known import refuse_unknown
from conceptgen.document.blocks import Block, Chart, Document, Heading, Part, Table
from conceptgen.document.inline import line, plain
from conceptgen.document.look import Look
from conceptgen.document.walk import blocks, plain_text
from conceptgen.errors import RequestError
from conceptgen.files import safe_name
from conceptgen.languages import say
from conceptgen.model.content import chain_names
from conceptgen.model.project import Project
from conceptgen.pipeline import Output
from conceptgen.writers.html.charts_alone import drawn
from conceptgen.writers.typst import pictures as sheets_of

FORMATS: Final = ("svg", "png")
_WORD = re.compile(r"[^\W_]+")
_LONGEST, _BYTES = 60, 180
_CHART, _MAP = 2.5, 2.0
"""Pixels of a PNG for each of the drawing: enough for a slide, and for a sheet on a wall."""
_DOTS = 96


@dataclass(frozen=True, slots=True)
class Picture(Output):
    """One picture to be: its drawing, what it is called, what it shows in words."""

    svg: str = ""
    title: str = ""
    alt: str = ""
    larger: float = 1.0

    def data(self) -> bytes:
        """The complete file."""
        if self.format == "svg":
            return self.svg.encode()
        return _png(self)

    @property
    def letters(self) -> str:
        """Borrowed by the machine that shows it, were there any."""
        return "borrowed"

    def missing_letters(self) -> dict[str, str]:
        """None: a drawing is shown in the fonts there are."""
        return {}


def pictures(
    project: Project, stem: str, formats: tuple[str, ...], look: Look, language: str = ""
) -> Iterator[Output]:
    """Every picture in every format. Raises RequestError for a format there is none of, and where nothing is drawn."""
    spoken = project.document.language
    refuse_unknown("format", formats, FORMATS, spoken)
    found = [
        each for document in _documents(project, language) for each in _of(project, document, stem, look)
    ]
    if not found:
        raise RequestError(say(spoken, "outputs.no_pictures"))
    for each in _told_apart(found):
        yield from (replace(each, name=f"{each.name}.{format}", format=format) for format in formats)


def _documents(project: Project, language: str) -> Iterator[Document]:
    if project.concept is not None:
        yield compose(project, "concept", "full", language)
    for chain in chain_names(project):
        yield compose(project, "chain", "full", language, chain)


def _of(project: Project, document: Document, stem: str, look: Look) -> Iterator[Picture]:
    """The charts of a document, and the sheets of its map."""
    chain = document.edition.chain if len(project.chains) > 1 else ""
    base = f"{stem}-{chain}" if chain else stem
    for chart in (each for each in blocks(document) if isinstance(each, Chart) and not each.small):
        title = plain(chart.caption) or chart.alt
        svg = drawn(chart, title, document, look)
        yield Picture(
            _called(base, title),
            "svg",
            document.edition.status,
            document,
            look,
            svg,
            title,
            chart.alt,
            _CHART,
        )
    parts = tuple(each for each in document.parts if each.key == "map")
    if not parts:
        return
    name = str(project.chains[chain_names(project).index(document.edition.chain)].name)
    shown = replace(document, parts=tuple(_for_a_wall(each, name) for each in parts))
    alt = " ".join(f"{each}." for each in plain_text(shown))
    called = _called(base, say(document.language, "documents.slides.map"))
    for sheet in sheets_of(shown, look):
        svg = _named(sheet, name, alt)
        yield Picture(called, "svg", document.edition.status, document, look, svg, name, alt, _MAP)


def _called(base: str, title: str) -> str:
    """«клиент-Программа-во-времени»: a name that tells what is drawn."""
    told = ""
    for word in _WORD.findall(title):
        if told and len(told) + len(word) >= _LONGEST:
            break
        told += f"-{word}"
    return safe_name(f"{base}{told}", _BYTES)


def _told_apart(found: Sequence[Picture]) -> Iterator[Picture]:
    """The pictures with names of their own: of those alike each has its number."""
    alike, seen = Counter(each.name for each in found), Counter[str]()
    for each in found:
        seen[each.name] += 1
        yield replace(each, name=f"{each.name}-{seen[each.name]}") if alike[each.name] > 1 else each


def _for_a_wall(part: Part, title: str) -> Part:
    """The map under the name of its chain, without the numbers it has in its document."""

    def bare(block: Block) -> Block:
        if isinstance(block, Heading):
            return replace(block, content=line(title), role="front", number="")
        return replace(block, caption=(), number="") if isinstance(block, Table) else block

    return replace(part, blocks=tuple(map(bare, part.blocks)))


def _named(svg: str, title: str, alt: str) -> str:
    """A drawing with its name and its words."""
    head, mark, rest = svg.partition(">")
    return f'{head} role="img"{mark}<title>{escape(title)}</title><desc>{escape(alt)}</desc>{rest}'


def _png(picture: Picture) -> bytes:
    """The drawing in pixels, with its name and its words inside."""
    import resvg_py
    from PIL import Image, PngImagePlugin

    from conceptgen.writers.pdf import fonts

    files = [str(path) for path in fonts.files().values()]
    made = resvg_py.svg_to_bytes(
        svg_string=picture.svg, zoom=picture.larger, dpi=_DOTS, skip_system_fonts=True, font_files=files,
        sans_serif_family="PT Sans", serif_family="PT Serif",
    )  # fmt: skip
    told = PngImagePlugin.PngInfo()
    told.add_itxt("Title", picture.title)
    told.add_itxt("Description", picture.alt)
    data = BytesIO()
    Image.open(BytesIO(bytes(made))).convert("RGB").save(data, "PNG", pnginfo=told, optimize=False)
    return data.getvalue()
