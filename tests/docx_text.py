"""Reads the text of a Word file as a reader would, and says what it should be: for tests of parity."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from conceptgen.document.blocks import Chart, Document, Heading, Table
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks, footnotes, lines

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {"br": "\n", "tab": "\t", "softHyphen": "\xad", "noBreakHyphen": "\u2011"}
CONTENTS_STYLES = ("TOC1", "TOC2", "TOCFront")


def archived(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def contents_pages(data: bytes) -> dict[str, str]:
    """Words of a line of the contents → its page."""
    root = etree.fromstring(archived(data, "word/document.xml").encode())
    found = {}
    for link in root.iter(f"{W}hyperlink"):
        texts = ["".join(run.itertext(f"{W}t")) for run in link.iter(f"{W}r")]
        said = [text for text in texts if text]
        found[said[-2]] = said[-1]
    return found


def body_text(data: bytes) -> list[str]:
    """The lines of the body in order, footnotes last; no contents entries, chart tables, list numbers."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
    said = [_text(paragraph) for paragraph in _paragraphs(body)]
    real = [note for note in notes if int(note.get(f"{W}id", "0")) > 0]
    return [text for text in said if text] + [_footnote(note) for note in real]


def expected_text(document: Document) -> list[str]:
    """What ``body_text`` must give: the text read aloud, with the words before captions and annexes."""
    said = []
    for block in blocks(document):
        texts = [plain(content) for content in lines(block)]
        if texts:
            texts[0] = _prefix(block, document) + texts[0]
        said += [text for text in texts if text]
    return said + [plain(content) for content in footnotes(document)]


def _prefix(block: Any, document: Document) -> str:
    labels = document.labels
    if isinstance(block, Table | Chart) and block.caption:
        label = labels.table if isinstance(block, Table) else labels.figure
        return f"{label} {block.number}{labels.after_number}"
    if isinstance(block, Heading) and block.role == "annex":
        return f"{labels.annex} {block.number}. " if block.level == 1 else f"{block.number} "
    return ""


def _paragraphs(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == f"{W}p":
            style = child.find(f"{W}pPr/{W}pStyle")
            if style is None or style.get(f"{W}val") not in CONTENTS_STYLES:
                yield child
        elif child.tag == f"{W}tbl" and _is_chart(child):
            continue
        else:
            yield from _paragraphs(child)


def _is_chart(table: Any) -> bool:
    return table.find(f".//{W}pStyle[@{W}val='ChartHead']") is not None


def _text(paragraph: Any) -> str:
    pieces = []
    for node in paragraph.iter(*(f"{W}{name}" for name in ("t", *_SIGNS))):
        if _is_mark(node.getparent()):
            continue
        if node.tag == f"{W}t":
            pieces.append(node.text or "")
        elif node.getparent().tag == f"{W}r":
            pieces.append(_SIGNS[node.tag.removeprefix(W)])
    return "".join(pieces)


def _is_mark(run: Any) -> bool:
    """Whether a run belongs to the marks of footnotes: a comma between two of them."""
    return run.find(f"{W}rPr/{W}rStyle[@{W}val='FootnoteReference']") is not None


def _footnote(note: Any) -> str:
    return "\n".join(_text(paragraph) for paragraph in note.iter(f"{W}p")).removeprefix(" ")
