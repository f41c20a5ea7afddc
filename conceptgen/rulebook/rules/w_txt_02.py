"""Is it said of every number of days whether they are calendar or working ones?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Change, Figure
from conceptgen.model.indicators import Indicator
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "W-TXT-02"
SECTION = "document"
DOCUMENTS = EVERY


def check(context: RuleContext) -> Iterator[Violation]:
    """The unit of an indicator stands for all its figures."""
    for place in context.relations.places:
        part = place.part
        if isinstance(part, Figure | Indicator | Change) and part.unit == "day":
            yield Violation(part, "unit")
