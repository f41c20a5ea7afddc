"""Does the steering say who orders, who leads, who meets, who reports, and how it is changed?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import FieldName, Trouble

CODE = "E-GOV-01"
SECTION = "governance"
PAPERS = FULL_CONCEPT

_NEEDED = ("sponsor", "manager", "meetings", "reporting", "change_procedure")


def check(case: Case) -> Iterator[Trouble]:
    """One trouble for all that is missing; where the whole section is missing, that is told elsewhere."""
    governance = case.concept.governance
    if governance is None:
        return
    missing = [field for field in _NEEDED if not getattr(governance, field)]
    if missing:
        yield Trouble(governance, values={"missing": [FieldName(governance, each) for each in missing]})
