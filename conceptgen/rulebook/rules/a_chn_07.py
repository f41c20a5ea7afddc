"""Does each standard of the check form ask one thing, to be answered by yes or no?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.model.chain import Standard
from conceptgen.model.standard_parts import is_share, parts_of
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHECK_FORM
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import word_list

CODE = "A-CHN-07"
SECTION = "chains"
DOCUMENTS = CHECK_FORM


def check(context: RuleContext) -> Iterator[Violation]:
    """Parts that stand apart are asked apart, but a limit is of one of them; clauses joined by a word stay together."""
    words = "|".join(word_list("joints", context.project.document.language))
    joint = re.compile(rf",\s+(?:{words})\s", re.IGNORECASE)
    for standard in context.every(Standard):
        values = {"text": standard}
        if standard.limit and not is_share(standard) and len(parts_of(standard.text)) > 1:
            yield Violation(standard, "limit", "limit", values)
        elif words and joint.search(standard.text):
            yield Violation(standard, "text", "joined", values)
