"""Is there an indicator where it matters most: at moments of truth and at low scores?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.indicators import Indicator
from conceptgen.review.case import Case
from conceptgen.review.chains import kept, score
from conceptgen.review.papers import CHAIN
from conceptgen.review.trouble import Trouble

CODE = "W-CHN-01"
SECTION = "chains"
PAPERS = CHAIN


def check(case: Case) -> Iterator[Trouble]:
    """Without a concept, or before it has indicators, there is nothing to name."""
    if not case.concept.indicators:
        return
    for chain in case.project.chains:
        for placed in kept(case, chain):
            point = placed.touchpoint
            if case.relations.linked(point, Indicator):
                continue
            mark = score(case, point)
            if case.is_low(mark):
                values = {"stage": placed.stage, "score": mark, "threshold": case.threshold}
                yield Trouble(point, variant="low", values=values)
            elif point.moment_of_truth:
                yield Trouble(point, variant="moment", values={"stage": placed.stage})
