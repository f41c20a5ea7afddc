"""Do the weights of the criteria add up to 100?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from conceptgen.model.assessment import Criterion
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-ASM-05"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT

_ROUNDING = 1


def check(context: RuleContext) -> Iterator[Violation]:
    """In each component, or over all of them together; thirds may miss it by one."""
    by_component: dict[str, list[Criterion]] = {}
    for criterion in context.state.criteria:
        if criterion.weight is not None:
            by_component.setdefault(criterion.component, []).append(criterion)
    if _is_whole(_total(each for weighted in by_component.values() for each in weighted)):
        return
    for weighted in by_component.values():
        total = _total(weighted)
        if not _is_whole(total):
            yield Violation(
                weighted[0],
                "weight",
                values={"total": total, "names": weighted[:3]},
                also=tuple(weighted[1:]),
            )


def _total(criteria: Iterable[Criterion]) -> Decimal:
    return sum((each.weight or Decimal(0) for each in criteria), Decimal(0))


def _is_whole(total: Decimal) -> bool:
    return abs(total - 100) <= _ROUNDING
