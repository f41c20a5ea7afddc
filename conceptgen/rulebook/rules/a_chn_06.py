"""Can one visit tell whether each standard of the check form is kept?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Standard
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHECK_FORM
from conceptgen.rulebook.violation import Violation

CODE = "A-CHN-06"
SECTION = "chains"
DOCUMENTS = CHECK_FORM

_OF_MANY = ("pct", "per_1000")
"""Units that only many cases together can have."""


def check(context: RuleContext) -> Iterator[Violation]:
    """A share is an indicator; a standard says what has to happen every time."""
    for standard in context.every(Standard):
        if standard.limit and (standard.limit.unit in _OF_MANY or standard.limit.fraction):
            yield Violation(standard, "limit", values={"text": standard})
