"""Did enough people answer: at least one in twenty of those asked, and no fewer than wished?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.model.assessment import Round
from conceptgen.model.base import Figure
from conceptgen.model.register import Sample, Source
from conceptgen.review.case import Case
from conceptgen.review.figures import rounded
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import InUnit, Trouble

CODE = "W-IND-06"
SECTION = "indicators"
PAPERS = FULL_CONCEPT

LEAST = Decimal(5)


def check(case: Case) -> Iterator[Trouble]:
    """A source that speaks of its quality, and a measurement called provisional, have said so themselves."""
    for round in case.state.rounds:
        yield from _rate(round)
    for source in case.every(Source):
        if source.sample and not source.quality_note:
            yield from _rate(source.sample)
    for indicator in case.concept.indicators:
        for each in indicator.measurements:
            few = indicator.sample_min and each.n is not None and each.n < indicator.sample_min
            if few and not each.provisional:
                values = {
                    "name": indicator,
                    "count": each.n,
                    "least": indicator.sample_min,
                    "date": each.date,
                }
                yield Trouble(each, "n", "sample" if each.date else "undated", values)


def _rate(asked: Round | Sample) -> Iterator[Trouble]:
    if not asked.invited or asked.respondents is None:
        return
    rate = Decimal(asked.respondents * 100) / Decimal(asked.invited)
    if rate < LEAST:
        values = {
            "rate": InUnit(Figure(value=rounded(rate)), "pct"),
            "count": asked.respondents,
            "invited": asked.invited,
        }
        yield Trouble(asked, "respondents", "rate", values)
