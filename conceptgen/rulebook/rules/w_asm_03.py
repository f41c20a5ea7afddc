"""Do the scores tell strong places from weak ones?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-ASM-03"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT

FEWEST = 3


def check(context: RuleContext) -> Iterator[Violation]:
    """The latest scores of at least three criteria; the top ninth of the scale is «all excellent»: 9 and 10 of 1–10."""
    state = context.state
    scores = [score for each in state.criteria if (score := context.score(each)) is not None]
    if len(scores) < FEWEST:
        return
    top = state.scale.max - (state.scale.max - state.scale.min) / 9
    if min(scores) == max(scores):
        yield Violation(state, "criteria", "equal", {"score": scores[0], "count": len(scores)})
    elif min(scores) >= top:
        yield Violation(state, "criteria", "high", {"score": min(scores), "count": len(scores)})
