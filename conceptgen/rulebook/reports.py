"""What a report on progress compares, as rules ask for it."""

from __future__ import annotations

from datetime import date

from conceptgen.model.assessment import Round
from conceptgen.model.progress import ProgressReport
from conceptgen.rulebook.context import RuleContext


def compared(context: RuleContext, report: ProgressReport) -> tuple[Round, ...]:
    """The rounds a report names, else all that were held by its day."""
    if report.rounds:
        return tuple(each for each in context.state.rounds if each.id in report.rounds)
    day = context.last(report.as_of)
    return tuple(each for each in context.state.rounds if not is_later(context, each, day))


def is_later(context: RuleContext, round: Round, day: date | None) -> bool:
    """True if a round was held after a day, beyond doubt."""
    first = context.first(round.date)
    return first is not None and day is not None and first > day
