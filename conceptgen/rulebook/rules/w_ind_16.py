"""Is it said from where the figures of others are known?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-IND-16"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """A source or a remark; what is not known needs none."""
    for indicator in context.concept.indicators:
        for each in indicator.benchmarks:
            if not (each.source or each.remark or each.by_author or each.unknown):
                yield Violation(each, values={"name": indicator})
