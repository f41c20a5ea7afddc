"""Does a problem zone found rest on something heard or seen, have a place, and lead to an action?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import ProblemFound, ZoneVerdict
from conceptgen.model.base import Item
from conceptgen.model.chain import Stage, Touchpoint
from conceptgen.model.indicators import Indicator
from conceptgen.model.programme import Action
from conceptgen.model.relations import I
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import FieldName, Trouble

CODE = "E-PZ-01"
SECTION = "current_state"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """What names the same zone counts, and what the problems found in it say."""
    for verdict in case.state.zone_audit:
        if verdict.verdict == "found":
            missing = [FieldName(verdict, each) for each in _missing(case, verdict)]
            if missing:
                yield Trouble(verdict, values={"missing": missing})


def _missing(case: Case, verdict: ZoneVerdict) -> Iterator[str]:
    told: tuple[ZoneVerdict | ProblemFound, ...] = (verdict, *_naming(case, verdict, ProblemFound))
    if not any(each.evidence or each.heard for each in told):
        yield "evidence"
    if not _is_said(case, verdict, Action):
        yield "actions"
    if not (verdict.departments or _is_said(case, verdict, Touchpoint, Indicator, Stage)):
        yield "touchpoints"


def _naming(case: Case, verdict: ZoneVerdict, kind: type[I]) -> tuple[I, ...]:
    """Items linked with the verdict or with its zone."""
    relations = case.relations
    return (*relations.linked(verdict, kind), *relations.naming(verdict.problem_zone, kind))


def _is_said(case: Case, verdict: ZoneVerdict, *kinds: type[Item]) -> bool:
    problems = _naming(case, verdict, ProblemFound)
    return any(
        _naming(case, verdict, kind) or any(case.relations.linked(each, kind) for each in problems)
        for kind in kinds
    )
