"""Is a long chain worth a session of all who serve the client, rather than one person's work?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import Violation

CODE = "A-CHN-02"
SECTION = "chains"
DOCUMENTS = CHAIN

_LONG = 40


def check(context: RuleContext) -> Iterator[Violation]:
    """Only where the way of developing is said."""
    for chain in context.project.chains:
        development, count = chain.development, len(context.touchpoints(chain))
        if development and development.mode in ("solo", "interviews") and count > _LONG:
            yield Violation(development, "mode", values={"name": chain, "count": count, "limit": _LONG})
