"""Is the client asked for the same thing once on his way, unless it is said why again?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Chain, Touchpoint
from conceptgen.review.case import Case
from conceptgen.review.papers import CHAIN
from conceptgen.review.trouble import Trouble

CODE = "W-CHN-02"
SECTION = "chains"
PAPERS = CHAIN


def check(case: Case) -> Iterator[Trouble]:
    """A remark beside the question is the reason; touchpoints to remove ask no more."""
    for chain in case.project.chains:
        yield from _asked_again(case, chain)


def _asked_again(case: Case, chain: Chain) -> Iterator[Trouble]:
    first: dict[str, Touchpoint] = {}
    for placed in case.touchpoints(chain):
        point = placed.touchpoint
        if point.decision in ("remove", "not_applicable"):
            continue
        again = [each for each in point.data_asked if not each.remark and each.text.casefold() in first]
        if again:
            before = tuple(dict.fromkeys(first[each.text.casefold()].name for each in again))
            points = tuple(each for each in first.values() if each.name in before)
            asked = {"data": [each.text for each in again], "before": tuple(_once(points))}
            yield Trouble(point, "data_asked", values=asked, also=tuple(_once(points)))
        for each in point.data_asked:
            first.setdefault(each.text.casefold(), point)


def _once(points: tuple[Touchpoint, ...]) -> Iterator[Touchpoint]:
    yield from {id(each): each for each in points}.values()
