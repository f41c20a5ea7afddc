"""Has a chain that one person built been read by a second one?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.chains import builders
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import Violation

CODE = "W-CHN-06"
SECTION = "chains"
DOCUMENTS = CHAIN


def check(context: RuleContext) -> Iterator[Violation]:
    """A second contributor is a second reader."""
    for chain in context.project.chains:
        development = chain.development
        if development and development.mode == "solo" and len(builders(development)) < 2:
            yield Violation(development, "mode", values={"name": chain})
