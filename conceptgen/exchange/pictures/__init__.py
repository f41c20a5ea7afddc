"""The pictures of the documents, each a file of its own: every chart, and the map of each chain on its sheet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from conceptgen.composition import compose
from conceptgen.deliverables.formats import OF_PICTURES
from conceptgen.deliverables.known import refuse_unknown
from conceptgen.document.blocks import Chart, Document
from conceptgen.document.inline import plain
from conceptgen.document.look import Look
from conceptgen.document.walk import blocks
from conceptgen.errors import RequestError
from conceptgen.files import safe_name
from conceptgen.languages import say
from conceptgen.model.content import chain_names
from conceptgen.model.project import Project
from conceptgen.pipeline import Output
from conceptgen.writers.html.charts_alone import drawn
from conceptgen.writers.pictures.pixels import pixels

_WORD = re.compile(r"[^\W_]+")
_LONGEST, _BYTES = 60, 180
_LARGER: Final = 2.5
"""Pixels of a PNG for each of a chart: enough for a slide."""


@dataclass(frozen=True, slots=True)
class Picture(Output):
    """A chart to be: its drawing, what it is called, what it shows in words."""

    svg: str = ""
    title: str = ""
    alt: str = ""

    def data(self) -> bytes:
        """The complete file."""
        if self.format == "svg":
            return self.svg.encode()
        return pixels(self.svg, self.title, self.alt, _LARGER)

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
    refuse_unknown("format", formats, OF_PICTURES, spoken)
    found = list(_told_apart([*_all(project, stem, look, language)]))
    if not found:
        raise RequestError(say(spoken, "outputs.no_pictures"))
    for each in found:
        yield from (replace(each, name=f"{each.name}.{format}", format=format) for format in formats)


def _all(project: Project, stem: str, look: Look, language: str) -> Iterator[Output]:
    if project.concept is not None:
        yield from _charts(compose(project, "concept", "full", language), stem, look)
    for chain in chain_names(project):
        base = f"{stem}-{chain}" if len(project.chains) > 1 else stem
        yield from _charts(compose(project, "chain", "full", language, chain), base, look)
        yield from _map(project, chain, base, look, language)


def _charts(document: Document, base: str, look: Look) -> Iterator[Picture]:
    status = document.edition.status
    for chart in (each for each in blocks(document) if isinstance(each, Chart) and not each.small):
        title = plain(chart.caption) or chart.alt
        svg = drawn(chart, title, document, look)
        yield Picture(_called(base, title), "svg", status, document, look, svg, title, chart.alt)


def _map(project: Project, chain: str, base: str, look: Look, language: str) -> Iterator[Output]:
    """The map of a chain as the document of it alone is drawn, where there are stages."""
    if project.chains[chain_names(project).index(chain)].stages:
        document = compose(project, "chain", "map", language, chain)
        called = _called(base, say(document.language, "documents.slides.map"))
        yield Output(called, "svg", document.edition.status, document, look)


def _called(base: str, title: str) -> str:
    """«клиент-Программа-во-времени»: a name that tells what is drawn."""
    told = ""
    for word in _WORD.findall(title):
        if told and len(told) + len(word) >= _LONGEST:
            break
        told += f"-{word}"
    return safe_name(f"{base}{told}", _BYTES)


def _told_apart(found: Sequence[Output]) -> Iterator[Output]:
    """The pictures with names of their own: of those alike each has its number."""
    alike, seen = Counter(each.name for each in found), Counter[str]()
    for each in found:
        seen[each.name] += 1
        yield replace(each, name=f"{each.name}-{seen[each.name]}") if alike[each.name] > 1 else each
