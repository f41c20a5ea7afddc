"""Are the targets due while the programme runs, or soon after it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-PRG-01"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT

_AFTERMATH = 6
"""Months after the end in which a target may still be measured."""


def check(context: RuleContext) -> Iterator[Violation]:
    """A strategy may look beyond its programme, so this only warns; a stated unknown is nowhere.

    A programme that ends before it starts is E-PRG-01.
    """
    start, end = context.first(context.programme.start), context.last(context.programme.end)
    if end is None or (start and start >= end):
        return
    for indicator in context.concept.indicators:
        for target in indicator.targets:
            due = context.first(target.due)
            if due and (due.year - end.year) * 12 + due.month - end.month > _AFTERMATH:
                values = {"name": indicator, "date": target.due, "end": context.programme.end}
                yield Violation(target, "due", values=values)
