"""Is it said of every block of the agenda how long it takes and what comes of it?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.session_times import schedule
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import KIT
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-SES-02"
SECTION = "session"
DOCUMENTS = KIT


def check(context: RuleContext) -> Iterator[Violation]:
    """Nothing need come of a break; a length may follow from the start of the next block."""
    session = context.project.session
    for slot in schedule(session) if session else ():
        if slot.block:
            missing = [] if slot.is_break or slot.block.output else [FieldName(slot.block, "output")]
            missing += [FieldName(slot.block, "minutes")] if slot.end == slot.start else []
            if missing:
                yield Violation(slot.block, values={"missing": missing})
