"""Does every percentage rest on at least thirty answers?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.model.base import Figure
from conceptgen.model.figure_bounds import rounded
from conceptgen.model.indicators import Baseline, Indicator, Measurement
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation, WithUnit

CODE = "W-IND-13"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT

ENOUGH = 30


def check(context: RuleContext) -> Iterator[Violation]:
    """A small sample that was wished (sample_min), called provisional or explained by a remark was thought about."""
    for indicator in context.concept.indicators:
        if indicator.sample_min and indicator.sample_min < ENOUGH:
            continue
        figures: list[Baseline | Measurement] = [*indicator.measurements]
        for figure in [*figures, *([indicator.baseline] if indicator.baseline else [])]:
            yield from _few(indicator, figure)


def _few(indicator: Indicator, figure: Baseline | Measurement) -> Iterator[Violation]:
    if not figure.n or figure.n >= ENOUGH or figure.remark or getattr(figure, "provisional", False):
        return
    if figure.value is not None and (figure.unit or indicator.known_unit) == "pct":
        values = {
            "name": indicator,
            "value": WithUnit(figure, indicator.known_unit),
            "count": figure.n,
            "enough": ENOUGH,
            "step": WithUnit(Figure(value=rounded(Decimal(100) / figure.n)), "pp"),
        }
        yield Violation(figure, "n", values=values)
