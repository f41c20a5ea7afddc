"""Is every indicator measured as often as it says?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from conceptgen.model.dates import When
from conceptgen.model.figure_bounds import LONGEST
from conceptgen.model.indicators import Indicator, Measurement
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Label, Violation

CODE = "W-IND-05"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """What was measured before the programme had no order yet; what is measured daily is listed more rarely."""
    for indicator in context.concept.indicators:
        if days := LONGEST.get(indicator.frequency or ""):
            yield from _gaps(context, indicator, days)


def _gaps(context: RuleContext, indicator: Indicator, days: int) -> Iterator[Violation]:
    made = sorted(_made(context, indicator), key=lambda each: str(context.first(each.date)))
    for before, after in pairwise(made):
        last, first = context.last(before.date), context.first(after.date)
        if last and first and (first - last).days > 2 * days:
            values = {
                "name": indicator,
                "before": before.date,
                "after": after.date,
                "frequency": Label("frequency", indicator.frequency or ""),
            }
            yield Violation(after, "date", values=values)


def _made(context: RuleContext, indicator: Indicator) -> Iterator[Measurement]:
    start = context.first(context.programme.start)
    for each in indicator.measurements:
        first = context.first(each.date) if isinstance(each.date, When) else None
        if start and first and first >= start:
            yield each
