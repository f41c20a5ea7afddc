"""Does the agenda reach the end of the session?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.session_times import clock, minutes_of, schedule
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import KIT
from conceptgen.rulebook.violation import Violation

CODE = "W-SES-03"
SECTION = "session"
DOCUMENTS = KIT

RESERVE = 15
"""Minutes that may be left for what takes longer."""


def check(context: RuleContext) -> Iterator[Violation]:
    """Of an agenda of its own: that it goes beyond the end is another rule's."""
    session = context.project.session
    if session is None or not (session.end and session.agenda):
        return
    last = schedule(session)[-1]
    if minutes_of(session.end) - last.end > RESERVE:
        values = {"ends": clock(last.end), "end": session.end}
        yield Violation(last.block or session, values=values)
