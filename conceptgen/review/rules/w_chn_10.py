"""Do the chains lead the client all the way: before, during and after?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import CHAIN
from conceptgen.review.trouble import Label, Trouble

CODE = "W-CHN-10"
SECTION = "chains"
PAPERS = CHAIN


def check(case: Case) -> Iterator[Trouble]:
    """All chains are taken together; a stage whose phase is not said may be of any."""
    chains = case.project.chains
    phases = [stage.phase for chain in chains for stage in chain.stages]
    if not phases or None in phases:
        return
    labels = case.project.document.phase_labels
    missing = [each for each in ("before", "during", "after") if each not in phases]
    if missing:
        told = [getattr(labels, each) or Label("phase", each) for each in missing]
        yield Trouble(chains[0], "stages", values={"phases": told})
