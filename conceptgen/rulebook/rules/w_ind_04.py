"""Is the readiness to recommend told in points, rather than in percent?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Figure
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-IND-04"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """The index is a difference of shares; only what is called NPS is judged."""
    for indicator in context.concept.indicators:
        if indicator.metric != "nps":
            continue
        figures: list[Figure] = [*indicator.targets, *indicator.measurements]
        figures += [indicator.baseline] if indicator.baseline else []
        wrong = [figure for figure in figures if figure.unit == "pct"]
        if indicator.known_unit == "pct":
            yield Violation(indicator, "unit")
        elif wrong:
            yield Violation(wrong[0], "unit", values={"name": indicator})
