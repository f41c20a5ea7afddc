"""Does every goal name a state to reach, rather than something to do?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import CONCEPT
from conceptgen.review.trouble import Trouble
from conceptgen.review.words import word_list

CODE = "W-GOL-02"
SECTION = "goals"
PAPERS = CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """Only a goal that opens with a word of doing and does not go on to say what for."""
    language = case.project.document.language
    activities, purposes = word_list("activities", language), word_list("purposes", language)
    for goal in case.concept.goals:
        words = re.findall(r"\w+", goal.text.casefold())
        if (
            words
            and words[0] in activities
            and not any(purpose in goal.text.casefold() for purpose in purposes)
        ):
            yield Trouble(goal, "text", values={"word": words[0]})
