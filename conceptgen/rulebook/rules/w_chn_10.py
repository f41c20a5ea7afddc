"""Do the chains lead the client all the way: before, during and after?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import Label, Violation

CODE = "W-CHN-10"
SECTION = "chains"
DOCUMENTS = CHAIN


def check(context: RuleContext) -> Iterator[Violation]:
    """All chains are taken together; a stage whose phase is not said may be of any."""
    chains = context.project.chains
    phases = [phase for chain in chains for stage in chain.stages for phase in stage.phases]
    if not phases or None in phases:
        return
    labels = context.project.document.phase_labels
    missing = [each for each in ("before", "during", "after") if each not in phases]
    if missing:
        told = [getattr(labels, each) or Label("phase", each) for each in missing]
        yield Violation(chains[0], "stages", values={"phases": told})
