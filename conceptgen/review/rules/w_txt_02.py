"""Is it said of every number of days whether they are calendar or working ones?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Change, Figure
from conceptgen.model.indicators import Indicator
from conceptgen.review.case import Case
from conceptgen.review.papers import EVERY
from conceptgen.review.trouble import Trouble

CODE = "W-TXT-02"
SECTION = "document"
PAPERS = EVERY


def check(case: Case) -> Iterator[Trouble]:
    """The unit of an indicator stands for all its figures."""
    for place in case.relations.places:
        part = place.part
        if isinstance(part, Figure | Indicator | Change) and part.unit == "day":
            yield Trouble(part, "unit")
