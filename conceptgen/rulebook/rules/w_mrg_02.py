"""Has everything else that participants differ in been decided?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.contributions import differing
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "W-MRG-02"
SECTION = "document"
DOCUMENTS = EVERY


def check(context: RuleContext) -> Iterator[Violation]:
    """A document can be made without it, but it is one of several opinions."""
    yield from differing(context, is_required=False)
