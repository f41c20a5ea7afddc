"""Does every figure of a standard metric lie where that metric can lie: shares in 0–100, NPS in −100…100?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.model.base import Figure
from conceptgen.model.figure_bounds import numbers
from conceptgen.model.indicators import Indicator
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Label, Violation

CODE = "E-IND-03"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT
CONTRADICTION = True

_SHARES = ("csat", "csi", "fcr", "sl", "abandon", "retention", "churn", "repeat")
_TIMES = ("aht", "asa", "wait_time", "complaints_rate")
Range = tuple[Decimal, Decimal | None]


def check(context: RuleContext) -> Iterator[Violation]:
    """Growth and performance of a plan have no metric here and may exceed 100."""
    for indicator in context.concept.indicators:
        alert = [indicator.alert] if indicator.alert else []
        baseline = [indicator.baseline] if indicator.baseline else []
        for figure in (*baseline, *indicator.targets, *indicator.measurements, *alert):
            allowed = _range(context, indicator, figure)
            if allowed:
                yield from _outside(indicator, figure, *allowed)


def _outside(indicator: Indicator, figure: Figure, low: Decimal, high: Decimal | None) -> Iterator[Violation]:
    for field, number in numbers(figure):
        metric = Label("metric", indicator.metric or "")
        values = {"name": indicator, "value": number, "low": low, "high": high, "metric": metric}
        if number < low and high is None:
            yield Violation(figure, field, "low", values)
        elif number < low or (high is not None and number > high):
            yield Violation(figure, field, "range", values)


def _range(context: RuleContext, indicator: Indicator, figure: Figure) -> Range | None:
    """The range of the metric in the unit of the figure; None where it has none of its own."""
    unit = figure.unit or indicator.known_unit
    if indicator.metric in _SHARES and unit == "pct":
        return Decimal(0), Decimal(100)
    if indicator.metric == "nps" and unit in ("point", "pct", None):
        return Decimal(-100), Decimal(100)
    if indicator.metric == "comp_score" and unit in ("score", None):
        return context.state.scale.min, context.state.scale.max
    return (Decimal(0), None) if indicator.metric in _TIMES and unit != "pp" else None
