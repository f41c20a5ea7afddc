"""Will every indicator be measured at least once before its first target is due?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.figures import SHORTEST
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Label, Trouble

CODE = "W-IND-12"
SECTION = "indicators"
PAPERS = FULL_CONCEPT


def check(case: Case) -> Iterator[Trouble]:
    """From the date of the document; a norm, a state, and what is measured once or by occasion are left out."""
    today = case.project.document.date
    for indicator in case.concept.indicators:
        days = SHORTEST.get(indicator.frequency or "")
        due = next((target.due for target in indicator.targets if target.due), None)
        last = case.last(due)
        if days is None or last is None or last <= today or indicator.target_kind == "norm":
            continue
        if indicator.direction != "reach_state" and (last - today).days < days:
            frequency = Label("frequency", indicator.frequency or "")
            yield Trouble(indicator, "frequency", values={"due": due, "frequency": frequency})
