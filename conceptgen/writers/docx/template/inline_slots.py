"""Slots in a line: filled in the look the template gives them; an empty one goes with the paragraph it stood in."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.oxml.parser import parse_xml

from conceptgen.writers.docx import xml
from conceptgen.writers.docx.xml import W

SEPARATOR = "   ·   "
"""Between the draft mark and what it follows."""
_HOMES = tuple(f"{W}{name}" for name in ("body", "tc", "tr", "tbl", "txbxContent", "hdr", "ftr"))
_STORIES = (f"{W}hdr", f"{W}ftr")
_KEPT = tuple(
    f"{W}{name}" for name in ("t", "drawing", "pict", "object", "fldChar", "fldSimple", "br", "tab", "sdt")
)


def fill(control: Any, lines: Sequence[str]) -> None:
    """Put lines of runs in place of a slot, whether it stands in a paragraph, around one, or around a cell."""
    cell = control.find(f"{W}sdtContent/{W}tc")
    around = next(control.iterancestors(f"{W}p", *_HOMES))
    if cell is not None:
        control.addprevious(cell)
        _fill_cell(cell, lines, _look(control))
        control.getparent().remove(control)
    elif around.tag == f"{W}p":
        _fill_inside(control, around, lines)
    else:
        _fill_around(control, lines)


def _fill_around(control: Any, lines: Sequence[str]) -> None:
    """A slot around paragraphs: one of each line, like the first."""
    home, look = control.getparent(), _look(control)
    model = control.find(f"{W}sdtContent/{W}p")
    for text in lines:
        control.addprevious(_like(model, text, look))
    home.remove(control)
    if home.tag != f"{W}body" and (not len(home) or home[-1].tag != f"{W}p"):
        home.append(_like(model, "", None))


def _fill_cell(cell: Any, lines: Sequence[str], look: Any) -> None:
    paragraphs = cell.findall(f"{W}p")
    for text in lines or ("",):
        paragraphs[0].addprevious(_like(paragraphs[0], text, look))
    for paragraph in paragraphs:
        cell.remove(paragraph)


def _like(model: Any, text: str, look: Any) -> Any:
    made = parse_xml(f"<w:p {xml.NAMESPACES}/>")
    properties = None if model is None else model.find(f"{W}pPr")
    if properties is not None:
        made.append(deepcopy(properties))
    made.extend(_runs(text, look))
    return made


def _fill_inside(control: Any, paragraph: Any, lines: Sequence[str]) -> None:
    for run in _runs(xml.BREAK.join(lines), _look(control)):
        control.addprevious(run)
    control.getparent().remove(control)
    if not lines:
        _drop_empty(paragraph)


def _drop_empty(paragraph: Any) -> None:
    """Take away a paragraph that held nothing but an empty slot, unless its place needs one."""
    home = paragraph.getparent()
    said = next(paragraph.iter(*_KEPT), None) is not None or paragraph.find(f"{W}pPr/{W}sectPr") is not None
    following = paragraph.getnext()
    needed = home.tag != f"{W}body" and (following is None or following.tag != f"{W}p")
    if not (said or needed or home.tag in _STORIES):
        home.remove(paragraph)


def _look(control: Any) -> Any:
    """How the template has the slot's letters; the grey of Word's own prompts is no look."""
    prompt = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    look = None if prompt else control.find(f"{W}sdtContent//{W}r/{W}rPr")
    return look if look is not None else control.find(f"{W}sdtPr/{W}rPr")


def _runs(text: str, look: Any) -> list[Any]:
    runs = list(parse_xml(f"<w:p {xml.NAMESPACES}>{text}</w:p>"))
    if look is not None:
        for run in runs:
            _apply_look(run, look)
    return runs


def _apply_look(run: Any, look: Any) -> None:
    """Give a run the template's look under the character style it has of its own."""
    own = run.find(f"{W}rPr")
    properties = deepcopy(look)
    if own is not None:
        for style in properties.findall(f"{W}rStyle"):
            properties.remove(style)
        properties[:0] = list(own)
        run.remove(own)
    run.insert(0, properties)


def follows_something(control: Any) -> bool:
    """True if a slot stands after other text of its line."""
    before = control.getprevious()
    return before is not None and before.tag != f"{W}pPr"
