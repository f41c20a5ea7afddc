"""Is it said how the staff will be told of all this?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble
from conceptgen.review.words import word_list

CODE = "A-PRG-02"
SECTION = "programme"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """A rollout, an action that informs, or one whose name or result speaks of presenting."""
    governance = case.concept.governance
    if governance is None or governance.rollout or any(a.kind == "communication" for a in case.actions):
        return
    stems = tuple(word_list("presenting"))
    told = (text for action in case.actions for text in (action.name, action.deliverable))
    if not any(isinstance(text, str) and any(stem in text.casefold() for stem in stems) for text in told):
        yield Trouble(governance)
