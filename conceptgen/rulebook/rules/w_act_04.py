"""Are the deadlines spread over the programme, rather than all on one day or at its end?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.dates import When
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-ACT-04"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT

_FEW = 3


def check(context: RuleContext) -> Iterator[Violation]:
    """Milestones and periods of actions divide the way as well; what repeats and what was done before are left out."""
    planned = [a for a in context.actions if not a.prior and a.recurring in (None, "once")]
    dates = [a.deadline for a in planned if isinstance(a.deadline, When)]
    if len(dates) < _FEW or len(dates) < len(planned) or any(a.milestones for a in planned):
        return
    values = {"count": len(dates), "date": dates[0]}
    if all(_reaches_the_end(context, each) for each in dates):
        yield Violation(context.programme, "actions", "end", values | {"date": context.programme.end})
    elif len({(each.first, each.last, each.fiscal) for each in dates}) == 1:
        yield Violation(context.programme, "actions", "same", values)


def _reaches_the_end(context: RuleContext, when: When) -> bool:
    last, end = context.last(when), context.last(context.programme.end)
    return last is not None and end is not None and last >= end
