"""Has the session breaks often enough?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.session_times import Slot, clock, schedule
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import KIT
from conceptgen.rulebook.violation import Violation

CODE = "W-SES-01"
SECTION = "session"
DOCUMENTS = KIT

LONGEST = 160
"""Minutes that people work in a row, at the most."""


def check(context: RuleContext) -> Iterator[Violation]:
    """Told of the block that runs beyond them, once for a run."""
    session = context.project.session
    run: list[Slot] = []
    for slot in schedule(session) if session and session.agenda else ():
        if slot.is_break:
            run = []
            continue
        was_long = bool(run) and run[-1].end - run[0].start > LONGEST
        run.append(slot)
        if slot.block and not was_long and slot.end - run[0].start > LONGEST:
            values = {"since": clock(run[0].start), "until": clock(slot.end)}
            yield Violation(slot.block, values=values)
