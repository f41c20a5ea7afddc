"""Was every touchpoint that participants named seen by more than one of them?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Touchpoint
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import Violation

CODE = "W-MRG-01"
SECTION = "chains"
DOCUMENTS = CHAIN


def check(context: RuleContext) -> Iterator[Violation]:
    """Where only one was asked nobody else could have seen it."""
    contributions = context.project.contributions
    if len(contributions.participants) < 2:
        return
    for said in contributions.provenance:
        point = context.relations.get(said.at, Touchpoint)
        if point is not None and len(said.by) == 1:
            participant = context.relations.by_id.get(said.by[0])
            yield Violation(point, values={"who": participant or said.by[0]})
