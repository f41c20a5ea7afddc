"""Does someone answer for every touchpoint, and is it said how the ones that matter or change shall go?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import CHAIN
from conceptgen.review.trouble import Trouble

CODE = "E-CHN-02"
SECTION = "chains"
PAPERS = CHAIN


def check(case: Case) -> Iterator[Trouble]:
    """What is inherited from the element or the zone counts; a touchpoint to remove needs no standard."""
    for chain in case.project.chains:
        for placed in case.touchpoints(chain):
            point = placed.touchpoint
            if not placed.owner and point.decision != "not_applicable":
                yield Trouble(point, variant="owner", values={"stage": placed.stage})
            if placed.standard or point.decision in ("remove", "not_applicable"):
                continue
            if point.decision in ("change", "new"):
                yield Trouble(point, variant=point.decision, values={"stage": placed.stage})
            elif point.moment_of_truth:
                yield Trouble(point, variant="moment", values={"stage": placed.stage})
