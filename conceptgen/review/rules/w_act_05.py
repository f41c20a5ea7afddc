"""Is a weak place of the staff mended by more than training?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.programme import Action
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.tracing import ENABLING, answers
from conceptgen.review.trouble import Trouble

CODE = "W-ACT-05"
SECTION = "programme"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """A low criterion of the staff: all actions about it, through its causes and goals; telling and measuring aside."""
    for criterion in case.state.criteria:
        if criterion.component != "staff" or criterion.postponed or not case.is_low(case.score(criterion)):
            continue
        found = (each for each in answers(case.relations, criterion) if isinstance(each, Action))
        actions = [each for each in found if each.kind not in ENABLING]
        if actions and all(each.kind == "training" for each in actions):
            yield Trouble(criterion, values={"actions": actions}, also=tuple(actions))
