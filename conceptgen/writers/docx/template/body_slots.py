"""The body of the template with its slots filled: its owner's pages stay, each turn of the paper ends a section."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from typing import Any

from conceptgen.document.blocks import Cover, Part
from conceptgen.writers.docx.body.sections import (
    Section,
    close,
    continued,
    is_landscape,
    on_new_page,
    page_setup,
    section_body,
    sections,
    text_width,
)
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.template.slot_order import Places
from conceptgen.writers.docx.template.slots import blocks
from conceptgen.writers.docx.xml import W

_SAID = tuple(
    f"{W}{name}" for name in ("t", "drawing", "pict", "object", "fldChar", "fldSimple", "tbl", "br")
)
_BREAK = f".//{W}br[@{W}type='page']"


@dataclass
class _Run:
    """Pages of one orientation and how they are set up."""

    setup: Any
    turned: bool = False
    elements: list[Any] = field(default_factory=list)
    after_cover: bool = False


_LARGE = 200
"""Elements in an element above which it moves in pieces."""
_Pieces = tuple[Any, list[Any]]


def fill_body(body: Any, places: Places, build: Build) -> None:
    """Put the parts of the document where the template keeps places for them."""
    given = {element: places[called] for called, element in blocks(body)}
    runs = [run for stretch, base in _stretches(body, given) for run in _runs(stretch, base, given, build)]
    for run in runs[:-1]:
        _drop_last_break(run.elements)
        close(run.elements, run.setup)
    for child in list(body):
        body.remove(child)
    for run in runs:
        _move(run.elements, body)
    body.append(runs[-1].setup)


def _move(elements: list[Any], body: Any) -> None:
    """Append elements, large ones piece by piece: lxml takes time by the square of what moves at once."""
    for element in elements:
        _put(_taken(element), body)


def _taken(element: Any) -> _Pieces:
    """An element out of its place; what stands in a large one is taken out of it first."""
    inside = [_taken(child) for child in list(element)] if _is_large(element) else []
    if (holder := element.getparent()) is not None:
        holder.remove(element)
    return element, inside


def _put(pieces: _Pieces, holder: Any) -> None:
    element, inside = pieces
    holder.append(element)
    for each in inside:
        _put(each, element)


def _is_large(element: Any) -> bool:
    return next(islice(element.iter(), _LARGE, None), None) is not None


def _stretches(body: Any, given: Container[Any]) -> Iterator[tuple[list[Any], Any]]:
    """What stands between the section breaks of the template, each with its page setup."""
    stretch: list[Any] = []
    for element in body:
        setup = element if element.tag == f"{W}sectPr" else next(element.iter(f"{W}sectPr"), None)
        if setup is None:
            stretch.append(element)
            continue
        if setup is not element:
            setup.getparent().remove(setup)
            # A paragraph that only carried the break goes: another will carry it.
            only_carries = element.tag == f"{W}p" and element not in given and _is_bare(element)
            stretch += [] if stretch and only_carries else [element]
        yield stretch, setup
        stretch = []


def _is_bare(element: Any) -> bool:
    return next(element.iter(*_SAID), None) is None


def _runs(stretch: list[Any], base: Any, given: dict[Any, tuple[Part, ...]], build: Build) -> list[_Run]:
    runs: list[_Run] = []
    for is_slot, group in groupby(stretch, key=lambda element: element in given):
        elements = list(group)
        if is_slot:
            parts = tuple(part for control in elements for part in given[control])
            for section in sections(parts, upright=is_landscape(base)):
                _add(runs, section, base, build)
        else:
            _add_own(runs, elements, base, build)
    return runs


def _add(runs: list[_Run], section: Section, base: Any, build: Build) -> None:
    """Add pages of the document; a title page begins a section, whose first page has no header."""
    if not runs or section.landscape or runs[-1].turned or section.opens_with_cover == "full":
        setup = page_setup(continued(base) if runs else base, section, build.document)
        runs.append(_Run(setup, section.landscape))
    build.width = text_width(runs[-1].setup)
    runs[-1].elements += section_body(section, build)
    last = section.parts[-1].blocks[-1:]
    runs[-1].after_cover = any(isinstance(block, Cover) and not block.compact for block in last)


def _add_own(runs: list[_Run], elements: list[Any], base: Any, build: Build) -> None:
    """Add what is the owner's own, as it is; after a title page it begins another."""
    if not runs or runs[-1].turned:
        runs.append(_Run(page_setup(continued(base) if runs else base, Section(()), build.document)))
    if runs[-1].after_cover and not _starts_a_page(elements[0]):
        elements = on_new_page(elements)
    runs[-1] = replace(runs[-1], elements=runs[-1].elements + elements, after_cover=False)


def _starts_a_page(element: Any) -> bool:
    return element.tag == f"{W}p" and (
        element.find(f"{W}pPr/{W}pageBreakBefore") is not None or element.find(_BREAK) is not None
    )


def _drop_last_break(elements: list[Any]) -> None:
    """Take away the owner's page break before a section break: the two would make an empty page."""
    last = elements[-1]
    breaks = last.findall(_BREAK) if last.tag == f"{W}p" else []
    if breaks and next(breaks[-1].itersiblings(), None) is None:
        run = breaks[-1].getparent()
        if not [each for each in run.itersiblings() if next(each.iter(*_SAID), None) is not None]:
            run.remove(breaks[-1])
