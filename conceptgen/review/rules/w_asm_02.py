"""Do the assessors of a criterion see much the same?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Criterion, Round
from conceptgen.model.scoring import Standing, standing
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-ASM-02"
SECTION = "current_state"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """A third of the scale: three points of 1–10. The latest round counts, a remark says it was talked over."""
    scale = case.state.scale
    limit = (scale.max - scale.min) / 3
    for criterion in case.state.criteria:
        latest = _latest(case, criterion)
        if latest.low is None or latest.high is None or latest.high - latest.low < limit:
            continue
        if not criterion.remark and not any(score.remark for score in latest.scores):
            yield Trouble(criterion, "scores", values={"low": latest.low, "high": latest.high})


def _latest(case: Case, criterion: Criterion) -> Standing:
    rounds: tuple[Round | None, ...] = case.state.rounds[::-1] or (None,)
    found = [standing(criterion, round) for round in rounds]
    return next((each for each in found if each.value is not None), found[0])
