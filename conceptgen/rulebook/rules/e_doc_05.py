"""Is every place of the document filled in, or is a mark printed where something is still to come?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.stated_unknowns import way_to_say_unknown
from conceptgen.model.walk import key_of
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "E-DOC-05"
SECTION = "document"
DOCUMENTS = EVERY


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation for each address that a document leaves open and that no other rule has told of."""
    for gap in context.untold_gaps():
        part, field = context.part_at(gap.origin.path)
        way, inside = way_to_say_unknown(type(part), field) if field else ("", "")
        values = {"gap": gap.text, "key": key_of(type(part), field), "inside": inside}
        yield Violation(part, field, way or "fill", values=values)
