"""Headings and captions: numbers Word counts itself, with what it would count already in place."""

from __future__ import annotations

from conceptgen.document.blocks import Chart, Heading, Table
from conceptgen.document.inline import plain
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body.inlines import runs
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.styles import roles

CONTENTS_LEVELS = (1, 2)


def heading(block: Heading, build: Build) -> str:
    """A heading; section numbers come from the list tied to the style, annex numbers are text."""
    content = runs(block.content, build)
    if block.role == "annex" and block.number:
        content = _annex_number(block, build) + content
    elif block.role == "section":
        content = build.referred(block.anchor, content)
    if block.level in CONTENTS_LEVELS and block.anchor:
        content = build.bookmark(build.contents_mark(block), content)
    return xml.paragraph(roles.heading(block.role, block.level), content, xml.KEEP_NEXT)


def _annex_number(block: Heading, build: Build) -> str:
    number = build.referred(block.anchor, xml.run(block.number))
    if block.level > 1:
        return number + xml.run(" ")
    return xml.run(f"{build.document.labels.annex} ") + number + xml.run(". ")


def spoken_number(block: Heading, annex: str) -> str:
    """What stands before an annex heading's own words."""
    if block.role != "annex" or not block.number:
        return ""
    return f"{annex} {block.number}. " if block.level == 1 else f"{block.number} "


def caption(block: Table | Chart, build: Build, style: str) -> str:
    """«Таблица 1 — Наименование»; the number counts itself, in annexes after their letter: «Таблица А.1»."""
    labels = build.document.labels
    label = labels.table if isinstance(block, Table) else labels.figure
    number = build.referred(block.anchor, _count(block.number, label)) if block.number else ""
    said = xml.run(f"{label} ") + number + xml.run(labels.after_number) + runs(block.caption, build)
    return xml.paragraph(style, said, xml.KEEP_NEXT if isinstance(block, Table) else "")


def _count(number: str, label: str) -> str:
    """The number of a caption as a field of its row; every annex has a row of its own."""
    annex, _, count = number.rpartition(".")
    before, row = (xml.run(f"{annex}."), f"{label}_{annex}") if annex else ("", label)
    return before + xml.field(rf"SEQ {row} \* ARABIC", xml.run(count))


def contents_line(block: Heading, annex: str) -> str:
    """A heading's words in the list of contents, without its automatic number."""
    return spoken_number(block, annex) + plain(block.content).replace("\n", " ")
