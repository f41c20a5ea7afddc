"""Has a long title a short one beside it, for the head of every page?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import EVERY
from conceptgen.review.trouble import Trouble

CODE = "W-DOC-01"
SECTION = "document"
PAPERS = EVERY

LETTERS = 120


def check(case: Case) -> Iterator[Trouble]:
    """The head of a page holds a line, a longer title is cut there."""
    document = case.project.document
    if len(document.title) > LETTERS and not document.short_title:
        yield Trouble(document, "title", values={"length": len(document.title), "limit": LETTERS})
