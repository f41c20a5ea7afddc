"""Does every indicator show a change for the client, rather than how much was done?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import word_list

CODE = "W-IND-10"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT

_NEAR = 3
"""How far from «number of» the word for the activity may stand: «число проведённых за месяц опросов»."""


def check(context: RuleContext) -> Iterator[Violation]:
    """A count of something people do, and nothing more: «число проверок с замечаниями» says what they showed."""
    language = context.project.document.language
    counts, efforts = word_list("counts", language), word_list("efforts", language)
    qualifiers = word_list("periods", language)
    for indicator in context.concept.indicators:
        words = re.findall(r"[\w-]+", indicator.name.casefold())
        if not words or words[0] not in counts:
            continue
        place = next((n for n, word in enumerate(words[: _NEAR + 1]) if word in efforts), None)
        if place is not None and (len(words) == place + 1 or words[place + 1] in qualifiers):
            yield Violation(indicator, "name")
