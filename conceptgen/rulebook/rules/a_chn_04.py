"""Can it be seen whether a standard is kept: is there a time, a document or a deed in it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.model.chain import Standard
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHECK_FORM, FULL_CHAIN
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import begins, word_list

CODE = "A-CHN-04"
SECTION = "chains"
DOCUMENTS = FULL_CHAIN | CHECK_FORM

_TYING = 3
"""Words of so few letters tie others together and count for nothing."""


def check(context: RuleContext) -> Iterator[Violation]:
    """Only texts made of praise and of words like service and client, or quick without saying how quick."""
    language = context.project.document.language
    vague, pace = word_list("vague", language), word_list("pace", language)
    for standard in context.every(Standard):
        if standard.limit or standard.document_ref or standard.quality or re.search(r"\d", standard.text):
            continue
        words = re.findall(r"\w+", standard.text.casefold().replace("ё", "е"))
        if all(begins(word, vague) or len(word) <= _TYING for word in words):
            yield Violation(standard, "text", "praise", {"text": standard})
        elif not standard.when and any(word in pace for word in words):
            yield Violation(standard, "text", "pace", {"text": standard})
