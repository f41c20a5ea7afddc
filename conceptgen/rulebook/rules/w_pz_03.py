"""Can the sums of what the problem zones cost be added up?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT, PROBLEM_ZONES
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "W-PZ-03"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT | PROBLEM_ZONES


def check(context: RuleContext) -> Iterator[Violation]:
    """A sum needs a currency, and what it is lost in: a month, a year, one case."""
    for verdict in context.state.zone_audit:
        money = verdict.missed_opportunity
        if money is not None and money.amount is not None:
            missing = [FieldName(money, each) for each in ("currency", "per") if not getattr(money, each)]
            if missing:
                yield Violation(verdict, "missed_opportunity", values={"missing": missing})
