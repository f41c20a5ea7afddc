"""Slots: content controls of the template tagged ``slot:…``, the places where the document goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from conceptgen.document.sections import SECTIONS
from conceptgen.writers.docx.xml import W

COVER_LINES: Final = {
    "title": "title",
    "client": "organization",
    "approval": "approval",
    "agreement": "agreement",
    "access": "access",
    "subtitle": "subtitle",
    "status": "status",
    "author": "author",
    "place": "place",
}
"""Slots for the lines of the title page → the role of the line."""
PAGE: Final = "page"
"""The slot of the number of the page, made of fields."""
INLINE: Final = (*COVER_LINES, "running", "draft", PAGE)
"""Slots that stand in a line: in the text, in tables, text boxes, headers and footers."""
BODY: Final = "body"
COVER: Final = "section.cover"
BLOCKS: Final = (BODY, *(f"section.{key}" for key in SECTIONS))
"""Slots that hold whole pages and stand in the text itself."""
NAMES: Final = (*INLINE, *BLOCKS)
_PREFIX = "slot:"
_SAID = tuple(f"{W}{said}" for said in ("t", "drawing", "pict", "object"))


def name(control: Any) -> str:
    """The name of a slot by its tag, or by its title where a program dropped the tag; "" for its owner's own."""
    for kind in ("tag", "alias"):
        mark = control.find(f"{W}sdtPr/{W}{kind}")
        written = "" if mark is None else str(mark.get(f"{W}val", ""))
        if written.startswith(_PREFIX):
            return written.removeprefix(_PREFIX).strip()
    return ""


def slots(root: Any) -> Iterator[tuple[str, Any]]:
    """Every slot below an element with its name, in order."""
    for control in list(root.iter(f"{W}sdt")):
        if called := name(control):
            yield called, control


def blocks(body: Any) -> list[tuple[str, Any]]:
    """The slots for whole pages, each with the element of the body that makes room for them."""
    found = [(called, home(control, body)) for called, control in slots(body) if called in BLOCKS]
    return [(called, element) for called, element in found if element is not None]


def home(control: Any, body: Any) -> Any:
    """The slot itself, or the paragraph it fills alone; None where whole pages cannot stand."""
    parent = control.getparent()
    if parent is body:
        return control
    if parent.tag != f"{W}p" or parent.getparent() is not body:
        return None
    others = [each for each in parent if each is not control]
    return None if any(next(each.iter(*_SAID), None) is not None for each in others) else parent
