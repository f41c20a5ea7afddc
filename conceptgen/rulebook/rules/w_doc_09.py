"""Where readings disagree, is it said which one is taken and why?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Figure, Item
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.papers import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "W-DOC-09"
SECTION = "document"
DOCUMENTS = EVERY


def check(context: RuleContext) -> Iterator[Violation]:
    """A remark, or a stated unknown, settles it: the reader is told."""
    for place in context.relations.places:
        part = place.part
        if isinstance(part, Item) and part.disputed and not _is_settled(part):
            yield Violation(part, "disputed", values={"count": len(part.disputed)})


def _is_settled(part: Item) -> bool:
    if part.remark or any(reading.remark for reading in part.disputed):
        return True
    return isinstance(part, Figure) and part.unknown is not None
