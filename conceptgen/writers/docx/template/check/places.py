"""True if the slots of a template are known, there, single, and where their content can stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from conceptgen.writers.docx.template.check.archive import Parts
from conceptgen.writers.docx.template.check.markup import Roots
from conceptgen.writers.docx.template.check.report import Report
from conceptgen.writers.docx.template.slots import BLOCKS, BODY, COVER, NAMES, home, name, slots
from conceptgen.writers.docx.template.style_ids import part_of_kind
from conceptgen.writers.docx.xml import W

_STORIES = tuple(f"{W}{name}" for name in ("document", "hdr", "ftr"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def check(parts: Parts, roots: Roots, report: Report) -> None:
    """Look at every slot of the text, the headers and the footers."""
    main = roots.get(part_of_kind(parts, "document.main"))
    body = None if main is None else main.find(f"{W}body")
    counts: Counter[str] = Counter()
    for called, control in _all_slots(roots):
        counts[called] += 1
        if called not in NAMES:
            near = get_close_matches(called.casefold(), NAMES, 1, 0.6)
            report.add("E-TPL-11", "near" if near else "far", slot=called, near="".join(near))
        elif fault := _misplaced(called, control, body):
            report.add("E-TPL-12", fault, slot=called)
    for called in BLOCKS:
        if counts[called] > 1:
            report.add("E-TPL-10", slot=called, count=counts[called])
    if not counts[BODY]:
        report.add("E-TPL-09")


def _all_slots(roots: Roots) -> Iterator[tuple[str, Any]]:
    """Every slot once: Word keeps a text box twice, the second time for its old versions."""
    for root in roots.values():
        if root.tag in _STORIES:
            for called, control in slots(root):
                if next(control.iterancestors(_FALLBACK), None) is None:
                    yield called, control


def _misplaced(called: str, control: Any, body: Any) -> str:
    """What is wrong with the place of a slot; "" for nothing."""
    if called in BLOCKS:
        return "pages" if home(control, body) is None else ""
    around = {name(outer) for outer in control.iterancestors(f"{W}sdt")} - {"", COVER}
    if around:
        return "inside"
    return "line" if control.find(f"{W}sdtContent/{W}tr") is not None else ""
