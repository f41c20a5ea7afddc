"""Are the figures of two rounds in a row different where different people were asked?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from conceptgen.model.indicators import Indicator
from conceptgen.model.scoring import standing
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.papers import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation, WithUnit

CODE = "W-IND-07"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT

_DIGITS, _CRITERIA = 3, 5


def check(context: RuleContext) -> Iterator[Violation]:
    """A round figure may come twice by chance: only figures of three digits, and whole rounds of scores, are told."""
    for indicator in context.concept.indicators:
        yield from _repeated(indicator)
    for before, after in pairwise(context.state.rounds):
        if not (before.respondents and after.respondents) or before.respondents == after.respondents:
            continue
        pairs = [
            (standing(criterion, before).value, standing(criterion, after).value)
            for criterion in context.state.criteria
        ]
        known = [pair for pair in pairs if None not in pair]
        if len(known) >= _CRITERIA and all(one == other for one, other in known):
            yield Violation(after, variant="scores", values={"count": len(known)}, also=(before,))


def _repeated(indicator: Indicator) -> Iterator[Violation]:
    for before, after in pairwise(indicator.measurements):
        same = before.value is not None and before.value == after.value and before.unit == after.unit
        if same and before.n and after.n and before.n != after.n and _is_exact(after.value):
            value = WithUnit(after, indicator.unit)
            values = {"name": indicator, "value": value, "count": before.n, "other": after.n}
            yield Violation(after, "value", "value", values)


def _is_exact(value: Decimal | None) -> bool:
    return value is not None and len(value.normalize().as_tuple().digits) >= _DIGITS
