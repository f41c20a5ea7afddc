"""Do the scores tell strong places from weak ones?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-ASM-03"
SECTION = "current_state"
PAPERS = FULL_CONCEPT

FEWEST = 3


def check(case: Case) -> Iterator[Trouble]:
    """The latest scores of at least three criteria; the top ninth of the scale is «all excellent»: 9 and 10 of 1–10."""
    state = case.state
    scores = [score for each in state.criteria if (score := case.score(each)) is not None]
    if len(scores) < FEWEST:
        return
    top = state.scale.max - (state.scale.max - state.scale.min) / 9
    if min(scores) == max(scores):
        yield Trouble(state, "criteria", "equal", {"score": scores[0], "count": len(scores)})
    elif min(scores) >= top:
        yield Trouble(state, "criteria", "high", {"score": min(scores), "count": len(scores)})
