"""Did enough people answer: at least one in twenty of those asked, and no fewer than wished?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.model.assessment import Round
from conceptgen.model.base import Figure
from conceptgen.model.figure_bounds import rounded
from conceptgen.model.reference_data import Sample, Source
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation, WithUnit

CODE = "W-IND-06"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT

LEAST = Decimal(5)


def check(context: RuleContext) -> Iterator[Violation]:
    """A source that speaks of its quality, and a measurement called provisional, have said so themselves."""
    for round in context.state.rounds:
        yield from _rate(round)
    for source in context.every(Source):
        if source.sample and not source.quality_note:
            yield from _rate(source.sample)
    for indicator in context.concept.indicators:
        for each in indicator.measurements:
            few = indicator.sample_min and each.n is not None and each.n < indicator.sample_min
            if few and not each.provisional:
                values = {
                    "name": indicator,
                    "count": each.n,
                    "least": indicator.sample_min,
                    "date": each.date,
                }
                yield Violation(each, "n", "sample" if each.date else "undated", values)


def _rate(asked: Round | Sample) -> Iterator[Violation]:
    if not asked.invited or asked.respondents is None:
        return
    rate = Decimal(asked.respondents * 100) / Decimal(asked.invited)
    if rate < LEAST:
        values = {
            "rate": WithUnit(Figure(value=rounded(rate)), "pct"),
            "count": asked.respondents,
            "invited": asked.invited,
        }
        yield Violation(asked, "respondents", "rate", values)
