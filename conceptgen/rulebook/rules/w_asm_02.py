"""Do the assessors of a criterion see much the same?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Criterion, Round
from conceptgen.model.scoring import Standing, standing
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-ASM-02"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """A third of the scale: three points of 1–10. The latest round counts, a remark says it was talked over."""
    scale = context.state.scale
    limit = (scale.max - scale.min) / 3
    for criterion in context.state.criteria:
        latest = _latest(context, criterion)
        if latest.low is None or latest.high is None or latest.high - latest.low < limit:
            continue
        if not criterion.remark and not any(score.remark for score in latest.scores):
            yield Violation(criterion, "scores", values={"low": latest.low, "high": latest.high})


def _latest(context: RuleContext, criterion: Criterion) -> Standing:
    rounds: tuple[Round | None, ...] = context.state.rounds[::-1] or (None,)
    found = [standing(criterion, round) for round in rounds]
    return next((each for each in found if each.value is not None), found[0])
