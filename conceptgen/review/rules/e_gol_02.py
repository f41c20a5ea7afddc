"""Has every goal someone who answers for it, and a horizon?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import FieldName, Trouble

CODE = "E-GOL-02"
SECTION = "goals"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """One trouble a goal; a stated unknown is an answer."""
    for goal in case.concept.goals:
        missing = [field for field in ("owner", "horizon") if not getattr(goal, field)]
        if missing:
            yield Trouble(goal, values={"missing": [FieldName(goal, each) for each in missing]})
