"""Has everything that participants differ in, and no document can do without, been decided?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.contributions import differing
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "E-MRG-01"
SECTION = "document"
DOCUMENTS = EVERY
CONTRADICTION = True


def check(context: RuleContext) -> Iterator[Violation]:
    """Until it is decided the file says what it said before."""
    yield from differing(context, is_required=True)
