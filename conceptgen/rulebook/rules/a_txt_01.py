"""Can every sentence be read in one breath: at most 40 words, a principle at most 200 characters?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.model.goals import Principle
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "A-TXT-01"
SECTION = "document"
DOCUMENTS = EVERY

WORDS, LETTERS = 40, 200
_END = re.compile(r"(?<=[.!?…;])[\s»\"”)]+|\n")
_WORD = re.compile(r"\w+(?:[-’']\w+)*")


def check(context: RuleContext) -> Iterator[Violation]:
    """The longest sentence of a text is told; the points of a list are sentences of their own."""
    for text in context.texts:
        if isinstance(text.part, Principle) and text.field == "text" and len(text.text) > LETTERS:
            size = {"length": len(text.text), "limit": LETTERS}
            yield Violation(text.part, text.field, "principle", size)
        elif len(text.text) > WORDS * 2 and (longest := _longest(text.text))[0] > WORDS:
            start = " ".join(longest[1].split()[:6]).rstrip(",:")
            values = {"count": longest[0], "limit": WORDS, "start": start}
            yield Violation(text.part, text.field, "sentence", values)


def _longest(text: str) -> tuple[int, str]:
    return max((len(_WORD.findall(sentence)), sentence) for sentence in _END.split(text))
