"""Is the client met anywhere before the need arises?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.chains import kept
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CHAIN
from conceptgen.rulebook.violation import Violation

CODE = "A-CHN-03"
SECTION = "chains"
DOCUMENTS = FULL_CHAIN


def check(context: RuleContext) -> Iterator[Violation]:
    """All chains are taken together; an empty chain has nothing to say of it."""
    chains = context.project.chains
    points = [placed.touchpoint for chain in chains for placed in kept(context, chain)]
    if points and not any(point.proactive for point in points):
        yield Violation(chains[0], values={"count": len(points)})
