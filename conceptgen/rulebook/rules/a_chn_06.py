"""Can one visit tell whether each standard of the check form is kept?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Standard
from conceptgen.model.standard_parts import is_seen_once
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHECK_FORM
from conceptgen.rulebook.violation import Violation

CODE = "A-CHN-06"
SECTION = "chains"
DOCUMENTS = CHECK_FORM


def check(context: RuleContext) -> Iterator[Violation]:
    """A share of which one case tells nothing is an indicator; a standard says what has to happen every time."""
    language = context.project.document.language
    for standard in context.every(Standard):
        if not is_seen_once(standard, language):
            yield Violation(standard, "limit", values={"text": standard})
