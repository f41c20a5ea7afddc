"""Is the readiness to recommend told in points, rather than in percent?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Figure
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "W-IND-04"
SECTION = "indicators"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """The index is a difference of shares; only what is called NPS is judged."""
    for indicator in case.concept.indicators:
        if indicator.metric != "nps":
            continue
        figures: list[Figure] = [*indicator.targets, *indicator.measurements]
        figures += [indicator.baseline] if indicator.baseline else []
        wrong = [figure for figure in figures if figure.unit == "pct"]
        if indicator.unit == "pct":
            yield Trouble(indicator, "unit")
        elif wrong:
            yield Trouble(wrong[0], "unit", values={"name": indicator})
