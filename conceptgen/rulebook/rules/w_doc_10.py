"""Is it said of every praise of one's own in figures how it was found out?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.model.assessment import CurrentState
from conceptgen.model.base import Citation, Fact, Item
from conceptgen.model.goals import Principle
from conceptgen.model.reference_data import Source
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.texts import Text
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import phrases

CODE = "W-DOC-10"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT

_PLACES = (Fact, CurrentState, Principle)
_SHARE = re.compile(r"\d\s*(?:%|процент|per ?cent)|\d из \d|\d (?:out )?of \d", re.IGNORECASE)


def check(context: RuleContext) -> Iterator[Violation]:
    """Only what is said to be so now: goals and targets may promise."""
    for text in context.texts:
        if (
            isinstance(text.part, _PLACES)
            and _is_praise(context, text)
            and not _is_founded(context, text.part)
        ):
            yield Violation(text.part, text.field, values={"text": text.text})


def _is_praise(context: RuleContext, text: Text) -> bool:
    figure = text.part if isinstance(text.part, Fact) else None
    has_share = bool(_SHARE.search(text.text)) or (figure is not None and figure.unit in ("pct", "score"))
    return has_share and bool(phrases("praise", context.project.document.language).search(text.text))


def _is_founded(context: RuleContext, part: Item) -> bool:
    """A remark explains it, a round of measurement stands behind it, or a source says how it was asked."""
    if part.remark or (isinstance(part, CurrentState) and any(each.method for each in part.rounds)):
        return True
    return any(_says_how(context, citation) for citation in part.source)


def _says_how(context: RuleContext, citation: Citation) -> bool:
    source = context.relations.get(citation.id, Source)
    return source is None or bool(source.kind or source.sample or source.quality_note)
