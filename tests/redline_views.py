"""What a Word file with tracked changes says once all of them are accepted or rejected, line by line.

A paragraph whose end goes is one with the next; a row that goes takes its cells along. What a field shows is «#»: its
number follows by itself. Footnotes follow the text.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any, Literal

from docx_text import W
from lxml import etree

Side = Literal["old", "new"]
_LOST = {"new": ("del", "moveFrom"), "old": ("ins", "moveTo")}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}


def view(data: bytes, side: Side) -> list[str]:
    """The lines that are not empty."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in ("word/document.xml", "word/footnotes.xml") if name in archive.namelist()]
        roots = [etree.fromstring(archive.read(name)) for name in names]
    body, *notes = (list(_lines(root, tuple(f"{W}{name}" for name in _LOST[side]))) for root in roots)
    return body + sorted(line for part in notes for line in part)


def _lines(root: Any, lost: tuple[str, ...]) -> Any:
    said = ""
    for paragraph in root.iter(f"{W}p"):
        rows = paragraph.iterancestors(f"{W}tr")
        if any(row.find(f"{W}trPr/{name}") is not None for row in rows for name in lost):
            continue
        if next(paragraph.iterancestors(f"{W}sdt"), None) is not None:
            continue
        said += _said(paragraph, lost)
        if all(paragraph.find(f"{W}pPr/{W}rPr/{name}") is None for name in lost):
            if line := " ".join(said.split()):
                yield line
            said = ""


def _said(paragraph: Any, lost: tuple[str, ...]) -> str:
    found, depth = [], 0
    for node in paragraph.iter(f"{W}t", f"{W}delText", f"{W}fldChar", *_SIGNS):
        if any(each.tag in lost for each in node.iterancestors()) or node.getparent().tag != f"{W}r":
            continue
        if node.tag == f"{W}fldChar":
            kind = node.get(f"{W}fldCharType")
            depth += {"begin": 1, "end": -1}.get(kind, 0)
            found.append("#" if kind == "begin" else "")
        elif not depth:
            found.append(_SIGNS.get(node.tag, node.text or ""))
    return "".join(found).replace("\u00ad", "").replace("\u2011", "-")


def same(view_of_one: list[str], view_of_other: list[str]) -> bool:
    """Whether two say the same; a number that was a field may stand as a text in the second."""
    one, other = "\n".join(view_of_one), "\n".join(view_of_other)
    return bool(re.fullmatch(re.escape(one).replace(r"\#", r"(?:#|[\w.]+)"), other))
