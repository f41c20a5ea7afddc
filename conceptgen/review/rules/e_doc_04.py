"""Is it said of an approved document who approved it, when, and by what act?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Unknown
from conceptgen.model.paper import Approval
from conceptgen.review.case import Case
from conceptgen.review.papers import EVERY
from conceptgen.review.trouble import FieldName, Trouble

CODE = "E-DOC-04"
SECTION = "document"
PAPERS = EVERY - {"concept/page"}

_NEEDED = {
    "by_person": ("person", "date"),
    "by_act": ("act", "date", "number"),
    "by_body": ("body", "protocol", "date"),
}


def check(case: Case) -> Iterator[Trouble]:
    """What is not known yet cannot have been approved; the page on the wall carries no approval."""
    if not any(paper.is_final for paper in case.papers if paper.name in PAPERS):
        return
    document = case.project.document
    if document.approval is None:
        yield Trouble(document, "status", "absent")
    elif missing := tuple(_missing(document.approval)):
        named = [FieldName(document.approval, each) for each in missing]
        yield Trouble(document.approval, variant="incomplete", values={"missing": named})


def _missing(approval: Approval) -> Iterator[str]:
    for field in _NEEDED[approval.mode]:
        value = getattr(approval, field)
        if not value or isinstance(value, Unknown):
            yield field
