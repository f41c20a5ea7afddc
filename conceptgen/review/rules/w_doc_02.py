"""Is every act the document leans on in force?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import EVERY
from conceptgen.review.trouble import Trouble

CODE = "W-DOC-02"
SECTION = "register"
PAPERS = EVERY


def check(case: Case) -> Iterator[Trouble]:
    """A remark beside the act says why it is cited all the same; of an act without a status nothing is known."""
    for act in case.project.legal_refs:
        if act.status in ("superseded", "not_checked") and not act.remark:
            yield Trouble(act, "status", act.status)
