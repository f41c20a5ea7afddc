"""Is it known whom or what every reference means, and when the document was written?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Cause
from conceptgen.model.base import Item, Model, Unknown
from conceptgen.model.chain import Carried
from conceptgen.model.document_head import DocumentHead
from conceptgen.model.programme import Action
from conceptgen.model.references import referring_fields, silent_fields
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "W-DOC-11"
SECTION = "document"
DOCUMENTS = EVERY

_TOLD_ELSEWHERE: tuple[tuple[type[Model], str], ...] = (
    (Action, "owner"), (Carried, "owner"), (Cause, "responsible"),
)  # fmt: skip


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation a part; whoever is looked for by a date is none, and some have a rule of their own."""
    for place in context.relations.places:
        part = place.part
        silent = [*silent_fields(part), *_nobody(part)]
        if isinstance(part, DocumentHead) and isinstance(part.date, Unknown) and not part.date.resolve_by:
            silent.append("date")
        if silent:
            whose = part if isinstance(part, Item) else place.item or part
            values = {"whose": whose, "fields": [FieldName(part, each) for each in silent]}
            yield Violation(part, silent[0], values=values)


def _nobody(part: Model) -> Iterator[str]:
    """The fields for a person or a position that say it is unknown, and not until when."""
    for name in referring_fields(type(part)):
        said = getattr(part, name)
        if isinstance(said, Unknown) and not said.resolve_by and not _is_told_elsewhere(part, name):
            yield name


def _is_told_elsewhere(part: Model, name: str) -> bool:
    return any(name == field and isinstance(part, kind) for kind, field in _TOLD_ELSEWHERE)
