"""Does every report on progress compare two rounds or more, one after another, with a known start?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from conceptgen.model.progress import ProgressReport
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import PROGRESS
from conceptgen.rulebook.reports import compared, is_later
from conceptgen.rulebook.violation import Violation

CODE = "E-MON-01"
SECTION = "progress"
DOCUMENTS = PROGRESS
CONTRADICTION = True


def check(context: RuleContext) -> Iterator[Violation]:
    """One trouble a report; rounds without a date are in order."""
    for report in context.project.progress:
        yield from _of(context, report)


def _of(context: RuleContext, report: ProgressReport) -> Iterator[Violation]:
    rounds, day = compared(context, report), {"day": report.as_of}
    late = next((each for each in rounds if is_later(context, each, context.last(report.as_of))), None)
    wrong = next((pair for pair in pairwise(rounds) if not _in_order(context, pair)), None)
    if late:
        yield Violation(report, "rounds", "late", {**day, "round": late}, also=(late,))
    elif len(rounds) < 2:
        yield Violation(report, "rounds", "few", day)
    elif wrong:
        yield Violation(report, "rounds", "order", {**day, "before": wrong[0], "after": wrong[1]}, also=wrong)
    elif not any(each.baseline for each in context.state.rounds):
        yield Violation(report, "rounds", "baseline", day)


def _in_order(context: RuleContext, pair: tuple[object, object]) -> bool:
    before, after = (context.first(getattr(each, "date", None)) for each in pair)
    return before is None or after is None or before < after
