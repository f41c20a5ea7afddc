"""Does a problem zone found rest on something heard or seen, have a place, and lead to an action?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import ProblemFound, ZoneVerdict
from conceptgen.model.base import Item
from conceptgen.model.chain import Stage, Touchpoint
from conceptgen.model.indicators import Indicator
from conceptgen.model.programme import Action
from conceptgen.model.relations import I
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT, PROBLEM_ZONES
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-PZ-01"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT | PROBLEM_ZONES


def check(context: RuleContext) -> Iterator[Violation]:
    """What names the same zone counts, and what the problems found in it say."""
    for verdict in context.state.zone_audit:
        if verdict.verdict == "found":
            missing = [FieldName(verdict, each) for each in _missing(context, verdict)]
            if missing:
                yield Violation(verdict, values={"missing": missing})


def _missing(context: RuleContext, verdict: ZoneVerdict) -> Iterator[str]:
    told: tuple[ZoneVerdict | ProblemFound, ...] = (verdict, *_naming(context, verdict, ProblemFound))
    if not any(each.evidence or each.heard for each in told):
        yield "evidence"
    if not _is_said(context, verdict, Action):
        yield "actions"
    if not (verdict.departments or _is_said(context, verdict, Touchpoint, Indicator, Stage)):
        yield "touchpoints"


def _naming(context: RuleContext, verdict: ZoneVerdict, kind: type[I]) -> tuple[I, ...]:
    """Items linked with the verdict or with its zone."""
    relations = context.relations
    return (*relations.linked(verdict, kind), *relations.naming(verdict.problem_zone, kind))


def _is_said(context: RuleContext, verdict: ZoneVerdict, *kinds: type[Item]) -> bool:
    problems = _naming(context, verdict, ProblemFound)
    return any(
        _naming(context, verdict, kind) or any(context.relations.linked(each, kind) for each in problems)
        for kind in kinds
    )
