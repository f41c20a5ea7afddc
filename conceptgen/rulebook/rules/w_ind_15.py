"""Do the counts behind a measured value agree with one another and with the value?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.model.indicators import Indicator, Measurement
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-IND-15"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """A remark settles it: several answers of one person, a question not put to all."""
    for indicator in context.concept.indicators:
        for each in indicator.measurements:
            if not each.remark:
                yield from _troubles(indicator, each)


def _troubles(indicator: Indicator, each: Measurement) -> Iterator[Violation]:
    name = {"name": indicator}
    ratio, counted = each.ratio, sum(answer.count for answer in each.answers)
    if ratio and (ratio.part > ratio.whole or ratio.part < 0):
        yield Violation(each, "ratio", "part", {**name, "part": ratio.part, "whole": ratio.whole})
    elif (
        ratio
        and (each.unit or indicator.known_unit) == "pct"
        and not _agrees(each.value, ratio.part, ratio.whole)
    ):
        values = {**name, "part": ratio.part, "whole": ratio.whole, "value": each.value}
        yield Violation(each, "ratio", "value", values)
    asked = each.n if each.n is not None else ratio.whole if ratio else None
    if asked is not None and counted > asked:
        yield Violation(each, "answers", "answers", {**name, "counted": counted, "n": asked})


def _agrees(value: Decimal | None, part: int, whole: int) -> bool:
    """To the precision the value is written with, half a percent at least."""
    if value is None or not whole:
        return True
    step = Decimal(10) ** int(value.as_tuple().exponent)
    return abs(Decimal(100 * part) / whole - value) <= max(Decimal("0.5"), step)
