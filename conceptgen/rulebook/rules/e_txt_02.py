"""Is every example of the starter replaced or checked with the client?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Citation
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "E-TXT-02"
SECTION = "document"
DOCUMENTS = EVERY


def check(context: RuleContext) -> Iterator[Violation]:
    """An example is what cites a source of the kind ``starter``."""
    examples = {each.id for each in context.project.sources if each.kind == "starter"}
    for place in context.relations.places:
        cited: tuple[Citation, ...] = getattr(place.part, "source", ())
        if any(each.id in examples for each in cited):
            yield Violation(place.part, "source")
