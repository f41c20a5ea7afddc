"""Is it said what is counted where one name means several figures: a mean, a median, a share?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import word_list

CODE = "W-IND-03"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT

_AMBIGUOUS = ("csat", "ces", "wait_time")


def check(context: RuleContext) -> Iterator[Violation]:
    """A formula says it; so does a word like «median» in the name or the method."""
    stems = tuple(word_list("averages"))
    for indicator in context.concept.indicators:
        if indicator.metric not in _AMBIGUOUS or indicator.variant or indicator.formula:
            continue
        said = f"{indicator.name} {indicator.method}".casefold()
        if not any(stem in said for stem in stems):
            variant = "time" if indicator.metric == "wait_time" else "score"
            yield Violation(indicator, "metric", variant)
