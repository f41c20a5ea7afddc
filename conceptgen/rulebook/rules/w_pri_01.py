"""Does every principle tell a person what to do tomorrow?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.model.chain import Touchpoint
from conceptgen.model.goals import Principle
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CONCEPT, FULL_CONCEPT
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import phrases

CODE = "W-PRI-01"
SECTION = "principles"
DOCUMENTS = CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """A slogan with a behaviour beside it is a title; a behaviour or a touchpoint is asked of the full concept only."""
    slogans = phrases("slogans", context.project.document.language)
    for principle in context.concept.principles:
        found = slogans.search(principle.text)
        if found and not _is_concrete(principle, slogans):
            yield Violation(principle, "text", "slogan", {"slogan": found[0]})
        elif context.prints(FULL_CONCEPT) and not _is_lived(context, principle):
            yield Violation(principle, variant="bare")


def _is_concrete(principle: Principle, slogans: re.Pattern[str]) -> bool:
    told = (principle.staff_behaviour, principle.stop_doing)
    return any(each and not (isinstance(each, str) and slogans.search(each)) for each in told)


def _is_lived(context: RuleContext, principle: Principle) -> bool:
    return bool(principle.staff_behaviour or context.answers(principle, Touchpoint, "touchpoints"))
