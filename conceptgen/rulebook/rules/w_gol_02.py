"""Does every goal name a state to reach, rather than something to do?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CONCEPT
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import word_list

CODE = "W-GOL-02"
SECTION = "goals"
DOCUMENTS = CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """Only a goal that opens with a word of doing and does not go on to say what for."""
    language = context.project.document.language
    activities, purposes = word_list("activities", language), word_list("purposes", language)
    for goal in context.concept.goals:
        words = re.findall(r"\w+", goal.text.casefold())
        if (
            words
            and words[0] in activities
            and not any(purpose in goal.text.casefold() for purpose in purposes)
        ):
            yield Violation(goal, "text", values={"word": words[0]})
