"""Does every photograph say what it shows to who cannot see it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.pictures import Picture
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "W-PIC-02"
SECTION = "document"
DOCUMENTS = EVERY


def check(context: RuleContext) -> Iterator[Violation]:
    """A caption says what to make of a picture; it does not say what is seen."""
    for picture in context.every(Picture):
        if not picture.alt:
            yield Violation(picture, values={"file": picture.file})
