"""Is it said what is counted where one name means several figures: a mean, a median, a share?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble
from conceptgen.review.words import word_list

CODE = "W-IND-03"
SECTION = "indicators"
PAPERS = FULL_CONCEPT

_AMBIGUOUS = ("csat", "ces", "wait_time")


def check(case: Case) -> Iterator[Trouble]:
    """A formula says it; so does a word like «median» in the name or the method."""
    stems = tuple(word_list("averages"))
    for indicator in case.concept.indicators:
        if indicator.metric not in _AMBIGUOUS or indicator.variant or indicator.formula:
            continue
        said = f"{indicator.name} {indicator.method}".casefold()
        if not any(stem in said for stem in stems):
            variant = "time" if indicator.metric == "wait_time" else "score"
            yield Trouble(indicator, "metric", variant)
