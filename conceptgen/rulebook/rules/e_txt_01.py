"""Is every text written, or does a mark of something to write still stand there?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.texts import Text
from conceptgen.rulebook.violation import FieldName, Violation
from conceptgen.rulebook.words import word_list

CODE = "E-TXT-01"
SECTION = "document"
DOCUMENTS = EVERY

_LONGEST = 80
_NOTHING_SAID = re.compile(r"[\s.…?_–—-]+")
_BLANKS = re.compile(r"[\W_]+")
_OPENED = re.compile(r"(?:todo|fixme|tbd)\b|lorem ipsum", re.IGNORECASE)
_BRACKETED = re.compile(r"[\[<{(]([^\[\]<>{}()]{3,60})[\]>})]")


def check(context: RuleContext) -> Iterator[Violation]:
    """A whole text or one in brackets; an ellipsis or «уточнить» inside a sentence is a word like any other."""
    marks = word_list("placeholders") | word_list("starter")
    for text in context.all_texts:
        if _is_mark(text.text, marks) or _OPENED.match(text.text):
            yield Violation(text.part, text.field, "whole", _values(text, text.text))
        elif found := _in_brackets(text.text, marks):
            yield Violation(text.part, text.field, "part", _values(text, found))


def _values(text: Text, said: str) -> dict[str, object]:
    return {"field": FieldName(text.part, text.field), "text": said}


def _is_mark(text: str, marks: frozenset[str]) -> bool:
    if _NOTHING_SAID.fullmatch(text):
        return True
    return len(text) <= _LONGEST and _joined(text) in marks


def _in_brackets(text: str, marks: frozenset[str]) -> str:
    """The first bracketed mark: «[уточнить]», «[заполнить: адрес]», «(todo)»."""
    openings = word_list("placeholder_openings") | marks
    for found in _BRACKETED.finditer(text):
        said = _joined(found[1])
        if said in marks or (found[0][0] != "(" and said.split("_")[0] in openings):
            return found[0]
    return ""


def _joined(text: str) -> str:
    """The words of a text as the list of marks has them: «to_be_defined»."""
    return _BLANKS.sub("_", text).strip("_").casefold()
