"""Is it said of an approved document who approved it, when, and by what act?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Unknown
from conceptgen.model.document_head import Approval
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-DOC-04"
SECTION = "document"
DOCUMENTS = EVERY - {"concept/page"}

_NEEDED = {
    "by_person": ("person", "date"),
    "by_act": ("act", "date", "number"),
    "by_body": ("body", "protocol", "date"),
}


def check(context: RuleContext) -> Iterator[Violation]:
    """What is not known yet cannot have been approved; the page on the wall carries no approval."""
    if not any(document.is_final for document in context.documents if document.name in DOCUMENTS):
        return
    document = context.project.document
    if document.approval is None:
        yield Violation(document, "status", "absent")
    elif missing := tuple(_missing(document.approval)):
        named = [FieldName(document.approval, each) for each in missing]
        yield Violation(document.approval, variant="incomplete", values={"missing": named})


def _missing(approval: Approval) -> Iterator[str]:
    for field in _NEEDED[approval.mode]:
        value = getattr(approval, field)
        if not value or isinstance(value, Unknown):
            yield field
