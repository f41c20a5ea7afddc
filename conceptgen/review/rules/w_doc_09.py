"""Where readings disagree, is it said which one is taken and why?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Figure, Item
from conceptgen.review.case import Case
from conceptgen.review.papers import EVERY
from conceptgen.review.trouble import Trouble

CODE = "W-DOC-09"
SECTION = "document"
PAPERS = EVERY


def check(case: Case) -> Iterator[Trouble]:
    """A remark, or a stated unknown, settles it: the reader is told."""
    for place in case.relations.places:
        part = place.part
        if isinstance(part, Item) and part.disputed and not _is_settled(part):
            yield Trouble(part, "disputed", values={"count": len(part.disputed)})


def _is_settled(part: Item) -> bool:
    if part.remark or any(reading.remark for reading in part.disputed):
        return True
    return isinstance(part, Figure) and part.unknown is not None
