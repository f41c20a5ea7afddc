"""True if the template keeps the style contract: every style there, lists and headings still numbered."""

from __future__ import annotations

from typing import Any, Final

from conceptgen.writers.docx.template.check.archive import Parts
from conceptgen.writers.docx.template.check.markup import Roots
from conceptgen.writers.docx.template.check.report import Report
from conceptgen.writers.docx.template.slots import COVER, name
from conceptgen.writers.docx.template.style_ids import found, part_of_kind
from conceptgen.writers.docx.xml import W
from conceptgen.writers.styles import STYLES, Style

NUMBERED: Final = tuple(f"heading.section.{level}" for level in (1, 2))
"""Headings that the text refers to by number."""
_DEEPEST = 10


def check(parts: Parts, roots: Roots, report: Report) -> None:
    """Name every missing style, once each, and styles that have lost their numbering."""
    root = roots.get(part_of_kind(parts, "styles"))
    there = {} if root is None else found(root)
    known = {style.word for style in there}
    for word, style in {style.word: style for style in STYLES}.items():
        if word not in known:
            report.add("E-TPL-08", "built_in" if style.local else "own", style=word, local=style.local)
    numbered = _Numbers(root, roots.get(part_of_kind(parts, "numbering")))
    for style, element in there.items():
        if style.role == "list.number" and not numbered.has(element):
            report.add("E-TPL-13", style=style.word, local=style.local)
        if style.role in NUMBERED and not numbered.has(element):
            report.add("W-TPL-02", style=style.word, local=style.local)
    _check_own_headings(parts, roots, there, report)


class _Numbers:
    """Which styles carry a numbering, of their own or of what they are based on."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        self._styles = {} if styles is None else {s.get(f"{W}styleId"): s for s in styles.iter(f"{W}style")}
        numbers = () if numbering is None else numbering.iter(f"{W}num")
        self._lists = {number.get(f"{W}numId") for number in numbers}

    def has(self, style: Any) -> bool:
        """True if paragraphs of a style are numbered by a list that is there."""
        for _ in range(_DEEPEST):
            own = style.find(f"{W}pPr/{W}numPr/{W}numId")
            if own is not None:
                return own.get(f"{W}val") in self._lists
            based = style.find(f"{W}basedOn")
            style = self._styles.get(based.get(f"{W}val")) if based is not None else None
            if style is None:
                break
        return False


def _check_own_headings(parts: Parts, roots: Roots, there: dict[Style, Any], report: Report) -> None:
    """One's own numbered headings would count among the document's."""
    ids = {
        e.get(f"{W}styleId"): style for style, e in there.items() if style.role.startswith("heading.section")
    }
    body = roots.get(part_of_kind(parts, "document.main"))
    for paragraph in () if body is None else body.iter(f"{W}p"):
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        style = ids.get(named.get(f"{W}val")) if named is not None else None
        off = paragraph.find(f"{W}pPr/{W}numPr/{W}numId[@{W}val='0']")
        said = "".join(paragraph.itertext(f"{W}t"))
        if style and off is None and said and not _is_sample(paragraph):
            report.add("W-TPL-03", text=said, style=style.local, front=style.word.title() + " Front")


def _is_sample(paragraph: Any) -> bool:
    """True if a paragraph stands in a slot that the document fills."""
    return bool({name(control) for control in paragraph.iterancestors(f"{W}sdt")} - {"", COVER})
