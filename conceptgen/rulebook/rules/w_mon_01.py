"""Were the rounds that a report draws together held in the same way, by the same criteria?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from conceptgen.model.assessment import Criterion, Round
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import PROGRESS
from conceptgen.rulebook.reports import compared
from conceptgen.rulebook.violation import Label, Truncated, Violation

CODE = "W-MON-01"
SECTION = "progress"
DOCUMENTS = PROGRESS


def check(context: RuleContext) -> Iterator[Violation]:
    """What is said to be comparable, or not to be, is settled; a criterion that was dropped is told in any case."""
    for report in context.project.progress:
        for before, after in pairwise(compared(context, report)):
            if after.comparable_with_previous is False:
                continue
            values = {"before": before, "after": after}
            is_settled = after.comparable_with_previous or after.comparability_note
            if not is_settled and before.method and after.method and before.method != after.method:
                methods = {
                    "was": Label("round_method", before.method),
                    "now": Label("round_method", after.method),
                }
                yield Violation(report, "rounds", "method", values | methods, also=(before, after))
            elif dropped := _dropped(context, before, after):
                yield Violation(
                    report,
                    "rounds",
                    "criteria",
                    {**values, "names": Truncated(dropped)},
                    also=(before, after),
                )


def _dropped(context: RuleContext, before: Round, after: Round) -> tuple[Criterion, ...]:
    """The criteria that have a score, or say why not, in one of the rounds alone."""
    return tuple(each for each in context.state.criteria if _is_in(each, before) != _is_in(each, after))


def _is_in(criterion: Criterion, round: Round) -> bool:
    return any(score.round == round.id for score in criterion.scores)
