"""Does the programme end after it starts, and do its periods, actions and meetings lie inside it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Item
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "E-PRG-01"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT
CONTRADICTION = True


def check(context: RuleContext) -> Iterator[Violation]:
    """What only touches the programme from outside is inside; a stated unknown is nowhere."""
    programme = context.programme
    start, end = context.first(programme.start), context.last(programme.end)
    if start and end and start >= end:
        yield Violation(programme, "end", "frame", {"start": programme.start, "end": programme.end})
        return
    for part, field in _dated(context):
        value = getattr(part, field)
        first, last = context.first(value), context.last(value)
        if start and last and last < start:
            yield Violation(part, field, "early", {"date": value, "start": programme.start})
        if end and first and first > end:
            yield Violation(part, field, "late", {"date": value, "end": programme.end})


def _dated(context: RuleContext) -> Iterator[tuple[Item, str]]:
    for period in context.programme.periods:
        yield from ((period, "start"), (period, "end"))
    for action in context.programme.actions:
        if not action.prior and action.status not in ("cancelled", "merged"):
            yield from ((action, "start"), (action, "deadline"))
    if context.concept.governance:
        yield from ((meeting, "date") for meeting in context.concept.governance.meetings)
