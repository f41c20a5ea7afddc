"""Did any criterion fall though the actions for it are done?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from conceptgen.model.assessment import Cause, Criterion, Round
from conceptgen.model.programme import Action
from conceptgen.model.scoring import standing
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import PROGRESS
from conceptgen.rulebook.reports import compared
from conceptgen.rulebook.violation import Violation

CODE = "W-MON-02"
SECTION = "progress"
DOCUMENTS = PROGRESS


def check(context: RuleContext) -> Iterator[Violation]:
    """Of the last report: its last round against the one before, where they can be compared."""
    report = context.project.progress[-1] if context.project.progress else None
    rounds = compared(context, report) if report else ()
    if len(rounds) < 2 or rounds[-1].comparable_with_previous is False:
        return
    for criterion in context.state.criteria:
        was, now = (_score(criterion, each) for each in rounds[-2:])
        done = _done_for(context, criterion)
        if done and was is not None and now is not None and now < was:
            values = {"criterion": criterion, "was": was, "now": now}
            yield Violation(done[-1], "status", values=values, also=(criterion,))


def _score(criterion: Criterion, round: Round) -> Decimal | None:
    return standing(criterion, round).value


def _done_for(context: RuleContext, criterion: Criterion) -> list[Action]:
    """The actions done for a criterion, or for what makes it low."""
    linked = context.relations.linked
    causes = [each for each in context.every(Cause) if each.criterion == criterion.id and criterion.id]
    meant = (*linked(criterion, Action), *(action for each in causes for action in linked(each, Action)))
    return [
        each for each in {id(one): one for one in meant}.values() if each.status == "done" and not each.prior
    ]
