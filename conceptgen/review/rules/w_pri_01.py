"""Does every principle tell a person what to do tomorrow?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.model.chain import Touchpoint
from conceptgen.model.goals import Principle
from conceptgen.review.case import Case
from conceptgen.review.papers import CONCEPT, FULL_CONCEPT
from conceptgen.review.trouble import Trouble
from conceptgen.review.words import phrases

CODE = "W-PRI-01"
SECTION = "principles"
PAPERS = CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """A slogan with a behaviour beside it is a title; a behaviour or a touchpoint is asked of the full concept only."""
    slogans = phrases("slogans", case.project.document.language)
    for principle in case.concept.principles:
        found = slogans.search(principle.text)
        if found and not _is_concrete(principle, slogans):
            yield Trouble(principle, "text", "slogan", {"slogan": found[0]})
        elif case.prints(FULL_CONCEPT) and not _is_lived(case, principle):
            yield Trouble(principle, variant="bare")


def _is_concrete(principle: Principle, slogans: re.Pattern[str]) -> bool:
    told = (principle.staff_behaviour, principle.stop_doing)
    return any(each and not (isinstance(each, str) and slogans.search(each)) for each in told)


def _is_lived(case: Case, principle: Principle) -> bool:
    return bool(principle.staff_behaviour or case.relations.linked(principle, Touchpoint))
