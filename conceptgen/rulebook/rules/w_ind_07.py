"""Are the counts of two rounds in a row different where different people were asked?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from conceptgen.model.indicators import Indicator, Measurement
from conceptgen.model.scoring import standing
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-IND-07"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT

_DIGITS, _CRITERIA = 3, 5


def check(context: RuleContext) -> Iterator[Violation]:
    """Two means or shares may well be equal; a count of three digits or a whole round hardly comes twice."""
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
        (one, asked), (other, asked_later) = _counted(indicator, before), _counted(indicator, after)
        if one is not None and one == other and asked and asked_later and asked != asked_later:
            field = "fraction" if after.fraction else "value"
            values = {"name": indicator, "value": other, "count": asked, "other": asked_later}
            yield Violation(after, field, "value", values)


def _counted(indicator: Indicator, made: Measurement) -> tuple[Decimal | None, int | None]:
    """How many there were, and of how many; none where the figure is no count, or too round to be telling."""
    count, asked = (Decimal(made.fraction[0]), made.fraction[1]) if made.fraction else (made.value, made.n)
    is_count = made.fraction is not None or (made.unit or indicator.known_unit) == "count"
    if not is_count or count is None or len(count.normalize().as_tuple().digits) < _DIGITS:
        return None, asked
    return count, asked
