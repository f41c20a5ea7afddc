"""Is a problem zone named where clients are told what is typical of one?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.model.assessment import ZoneVerdict
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import BuiltIn, Trouble
from conceptgen.review.words import phrases

CODE = "A-PZ-02"
SECTION = "current_state"
PAPERS = FULL_CONCEPT


_ZONES = ("pz01", "pz02", "pz03", "pz04", "pz10")
"""Those that clients hear of; the others show inside the organisation."""


def check(case: Case) -> Iterator[Trouble]:
    """Only well-known phrases; a problem under any zone is sorted already."""
    language = case.project.document.language
    for problem in case.state.findings:
        if problem.problem_zones or case.relations.linked(problem, ZoneVerdict):
            continue
        heard = [re.sub(r"\W+", " ", each.text.replace("ё", "е")) for each in problem.heard]
        for zone in _ZONES:
            if any(map(phrases(f"heard_{zone}", language).search, heard)):
                yield Trouble(problem, "heard", values={"zone": BuiltIn(zone), "id": zone})
                break
