"""Has every problem zone its verdict, once the document speaks of them?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.relations import BUILT_IN
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT, PROBLEM_ZONES
from conceptgen.rulebook.violation import BuiltInName, Violation

CODE = "W-PZ-02"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT | PROBLEM_ZONES


def check(context: RuleContext) -> Iterator[Violation]:
    """It does where there are verdicts, zones of one's own, or problems sorted by zone; «not checked» is a verdict."""
    state, own = context.concept.current_state, context.project.custom_zones
    if state is None or not (state.zone_audit or own or any(each.problem_zones for each in state.findings)):
        return
    judged = {each.problem_zone for each in state.zone_audit}
    missing = [BuiltInName(each) for each in BUILT_IN["ProblemZone"] if each not in judged]
    unjudged = [zone for zone in own if zone.id not in judged]
    if not state.zone_audit:
        yield Violation(state, variant="none")
    elif missing or unjudged:
        yield Violation(state, "zone_audit", "some", {"zones": [*missing, *unjudged]}, tuple(unjudged))
