"""Where readings disagree, is it said which one is taken and why?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Figure, Item
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import phrases

CODE = "W-DOC-09"
SECTION = "document"
DOCUMENTS = EVERY

_AMOUNT = (
    "value",
    "min",
    "max",
    "at_least",
    "at_most",
    "more_than",
    "less_than",
    "from_",
    "about",
    "fraction",
    "state",
)


def check(context: RuleContext) -> Iterator[Violation]:
    """A remark, or a stated unknown, settles it; a remark that only says it is not settled does not."""
    for place in context.relations.places:
        part = place.part
        if isinstance(part, Item) and part.disputed and not _is_settled(context, part):
            yield Violation(part, "disputed", values={"count": _count(part)})


def _count(part: Item) -> int:
    """The readings and, where none of them repeats it, the value beside them."""
    own = isinstance(part, Figure) and part.form and all(_said(part) != _said(each) for each in part.disputed)
    return len(part.disputed) + bool(own)


def _said(figure: Figure) -> tuple[object, ...]:
    return tuple(getattr(figure, field) for field in _AMOUNT)


def _is_settled(context: RuleContext, part: Item) -> bool:
    remarks = [part.remark, *(reading.remark for reading in part.disputed)]
    if any(remark and _settles(context, remark) for remark in remarks):
        return True
    return isinstance(part, Figure) and part.unknown is not None


def _settles(context: RuleContext, remark: str) -> bool:
    """True if it does more than repeat that the readings disagree; what is taken for now is an answer, too."""
    language = context.project.document.language
    rest, open_points = phrases("unsettled", language).subn("", remark)
    return not open_points or bool(phrases("taken", language).search(rest))
