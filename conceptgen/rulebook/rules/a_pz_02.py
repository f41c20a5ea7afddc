"""Is a problem zone named where clients are told what is typical of one?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.model.assessment import ZoneVerdict
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT, PROBLEM_ZONES
from conceptgen.rulebook.violation import BuiltInName, Violation
from conceptgen.rulebook.words import phrases

CODE = "A-PZ-02"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT | PROBLEM_ZONES


_ZONES = ("pz01", "pz02", "pz03", "pz04", "pz10")
"""Those that clients hear of; the others show inside the organisation."""


def check(context: RuleContext) -> Iterator[Violation]:
    """Only well-known phrases; a problem under any zone is sorted already."""
    language = context.project.document.language
    for problem in context.state.findings:
        if problem.problem_zones or context.relations.linked(problem, ZoneVerdict):
            continue
        heard = [re.sub(r"\W+", " ", each.text.replace("ё", "е")) for each in problem.heard]
        for zone in _ZONES:
            if any(map(phrases(f"heard_{zone}", language).search, heard)):
                yield Violation(problem, "heard", values={"zone": BuiltInName(zone), "id": zone})
                break
