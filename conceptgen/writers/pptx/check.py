"""The check of one's own master for slides: every fault at once, before any slide is made on it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree
from pptx import Presentation

from conceptgen.document.blocks import Cover, CoverLine, Document, Heading, Labels, Listing, Part
from conceptgen.document.inline import line
from conceptgen.document.look import Look
from conceptgen.findings import Finding, has_errors
from conceptgen.languages import USUAL
from conceptgen.writers.docx.template.check import archive
from conceptgen.writers.docx.template.check.allowed import TYPES, Parts, links
from conceptgen.writers.docx.template.check.report import Report
from conceptgen.writers.pptx.allowed import main_part, only_allowed
from conceptgen.writers.pptx.frames import outside, settle
from conceptgen.writers.pptx.master import content_layout, limits, room, used_layouts

CODE: Final = "E-TPL-14"
OUTSIDE: Final = "W-TPL-05"
_OBJECTS: Final = ("oleObject", "control", "activeXControlBinary", "attachedTemplate")
_LEAST_WIDTH, _LEAST_HEIGHT = 400.0, 200.0
"""Points below which there is no room for a slide under its title."""


def check(data: bytes, name: str, language: str) -> tuple[Finding, ...]:
    """What is wrong with a master; no errors means that slides can be made on it."""
    report = Report(name, language)
    seen = Report(name, language)
    parts = archive.unpack(data, seen)
    if parts is None:
        codes = {each.code for each in seen.findings}
        named = {"E-TPL-02": "large", "E-TPL-03": "locked"}
        report.add(CODE, next((named[code] for code in sorted(codes) if code in named), "damaged"))
        return tuple(report.findings)
    try:
        for variant, told in _faults(parts):
            report.add(CODE, variant, target=told)
    except (etree.XMLSyntaxError, KeyError, ValueError):
        report.add(CODE, "damaged")
    if not has_errors(tuple(report.findings)):
        _try(data, report)
    return tuple(report.findings)


def _faults(parts: Parts) -> Iterator[tuple[str, str]]:
    if any(b"<!DOCTYPE" in data or b"<!ENTITY" in data for name, data in parts.items() if _is_xml(name)):
        yield "damaged", ""
        return
    if any(name.endswith("vbaProject.bin") for name in parts) or b"macroEnabled" in parts[TYPES]:
        yield "macros", ""
    elif not main_part(parts):
        yield "other", ""
        return
    found = [link for source in ("", *parts) for link in links(parts, source)]
    outside = [each.target for each in found if each.is_outside and each.short != "hyperlink"]
    if outside:
        yield "link", outside[0]
    objects = [each.target for each in found if each.short in _OBJECTS and not each.is_outside]
    if objects:
        yield "object", objects[0]


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _try(data: bytes, report: Report) -> None:
    """Tell what goes wrong when slides are made on it, and which places will be made smaller."""
    from conceptgen.writers.pptx import write

    try:
        deck = Presentation(io.BytesIO(only_allowed(data)))
        if _has_room(deck, report):
            Presentation(io.BytesIO(write(_DOCUMENT, Look(master=data))))
    except Exception:
        # A damaged file fails in more ways than there are names for; the same slides on our own master do not.
        write(_DOCUMENT, Look())
        report.add(CODE, "damaged")


def _has_room(deck: Any, report: Report) -> bool:
    """True if there is room for a slide under a title; which places are too large or outside is told."""
    layouts = used_layouts(deck)
    for layout, place in outside(deck, layouts):
        report.add(OUTSIDE, layout=layout, place=place)
    settle(deck, layouts)
    area = room(deck)
    if area is None:
        report.add(CODE, "layout")
    elif area.width < _LEAST_WIDTH or area.height < _LEAST_HEIGHT:
        layout = content_layout(deck)
        report.add(CODE, "room", layout=layout.name, places=tuple(each.name for each in limits(layout)))
    else:
        return True
    return False


_DOCUMENT = Document(
    title="x",
    running="x",
    organization="x",
    author="x",
    language=USUAL,
    date="2026-01-01",
    labels=Labels("t", "f", "p", "n", "s", "d"),
    parts=(
        Part((Cover((CoverLine("title", line("x")), CoverLine("organization", line("y")))),)),
        Part((Heading(1, line("x")), Listing((line("x"), line("y"))))),
    ),
)
