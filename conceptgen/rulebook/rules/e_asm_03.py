"""Has every criterion a score in the first round, or is it said why not?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import CurrentState, Round
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "E-ASM-03"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """An unknown is an answer. Where no round is marked as the baseline, any score will do."""
    state = context.state
    baseline = _baseline(state)
    for criterion in () if state.not_assessed else state.criteria:
        if not criterion.scores:
            yield Violation(criterion, variant="none")
        elif baseline and not any(score.round in (None, baseline.id) for score in criterion.scores):
            yield Violation(criterion, "scores", "baseline", {"round": baseline})


def _baseline(state: CurrentState) -> Round | None:
    marked = [each for each in state.rounds if each.baseline]
    return marked[0] if len(marked) == 1 else None
