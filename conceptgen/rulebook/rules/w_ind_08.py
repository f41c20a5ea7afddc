"""Is it said why, where a target was lowered?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.model.base import Figure
from conceptgen.model.figure_bounds import bounds
from conceptgen.model.indicators import Indicator, Superseded, Target
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation, WithUnit

CODE = "W-IND-08"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """A target that was raised needs no excuse; figures of different units cannot be compared."""
    for indicator in context.concept.indicators:
        for target in indicator.targets:
            given_up = target.supersedes
            if given_up and not (given_up.reason or given_up.remark or target.remark):
                yield from _lowered(indicator, target, given_up)


def _lowered(indicator: Indicator, target: Target, given_up: Superseded) -> Iterator[Violation]:
    if (target.unit or indicator.known_unit) != (
        given_up.unit or indicator.known_unit
    ) or target.per != given_up.per:
        return
    now, was = _promise(indicator, target), _promise(indicator, given_up)
    if now is None or was is None or now == was:
        return
    if (now < was) == (indicator.direction == "increase"):
        values = {
            "name": indicator,
            "was": WithUnit(given_up, indicator.known_unit),
            "now": WithUnit(target, indicator.known_unit),
        }
        yield Violation(given_up, values=values)


def _promise(indicator: Indicator, figure: Figure) -> Decimal | None:
    """The least that is promised in the wished direction; None where no direction is wished."""
    low, high = bounds(figure)
    promised = {"increase": (low, high), "decrease": (high, low)}.get(indicator.direction or "", ())
    return next((each for each in promised if each is not None), None)
