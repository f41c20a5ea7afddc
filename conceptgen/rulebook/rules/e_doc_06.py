"""Was the document approved, and agreed, in the edition it is now, not in an earlier one?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from conceptgen.model.dates import When
from conceptgen.model.document_head import DocumentHead, Revision
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "E-DOC-06"
SECTION = "document"
DOCUMENTS = EVERY - {"concept/page"}


def check(context: RuleContext) -> Iterator[Violation]:
    """An approval without a date is E-DOC-04; an agreement older than the last edition may still hold, so it warns."""
    document = context.project.document
    own, earlier = _revisions(context, document)
    dated = context.first(document.date)
    if document.approval and dated and (approved := context.last(document.approval.date)):
        issued = max([dated, *own, *earlier])
        values = {"approved": document.approval.date, "issued": When("day", issued, issued)}
        if approved < issued:
            yield Violation(document.approval, "date", "later", values)
        elif not own and approved in earlier:
            yield Violation(document.approval, "date", "unlisted", {**values, "version": document.version})
    for each in document.agreements:
        agreed = context.last(each.date)
        if agreed and earlier and (agreed < max(earlier) or (not own and agreed == max(earlier))):
            before = When("day", max(earlier), max(earlier))
            yield Violation(each, "date", "agreed", {"agreed": each.date, "before": before}, mild=True)


def _revisions(context: RuleContext, document: DocumentHead) -> tuple[list[date], list[date]]:
    """The days of the revisions that tell of this edition, and of those that tell of earlier ones."""
    dated = [(each, day) for each in document.revisions if (day := context.first(each.date))]
    last = max((day for _, day in dated), default=None)

    def is_own(revision: Revision, day: date) -> bool:
        named = revision.version if document.version else None
        return named == document.version if named else day == last

    return [day for each, day in dated if is_own(each, day)], [
        day for each, day in dated if not is_own(each, day)
    ]
