"""Does the agenda of the session hold together: no two blocks at once, all of it between beginning and end?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.session_times import Slot, beginning, clock, minutes_of, overlaps, schedule
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import KIT
from conceptgen.rulebook.violation import Violation

CODE = "E-SES-01"
SECTION = "session"
DOCUMENTS = KIT
CONTRADICTION = True


def check(context: RuleContext) -> Iterator[Violation]:
    """The usual agenda is measured by the end of the session, too."""
    session = context.project.session
    if session is None:
        return
    slots = schedule(session)
    for before, after in overlaps(slots):
        if after.block:
            yield Violation(
                after.block, "start", "overlap", {"ends": clock(before.end), "starts": clock(after.start)}
            )
    first, last = slots[0], slots[-1]
    if first.block and first.start < beginning(session):
        yield Violation(
            first.block, "start", "early", {"starts": clock(first.start), "begins": session.start}
        )
    if session.end and _latest(slots) > minutes_of(session.end):
        values = {"ends": clock(_latest(slots)), "end": session.end}
        yield Violation(last.block or session, "name" if last.block else "end", "late", values)


def _latest(slots: tuple[Slot, ...]) -> int:
    return max(each.end for each in slots)
