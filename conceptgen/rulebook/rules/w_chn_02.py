"""Is the client asked for the same thing once on his way, unless it is said why again?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Chain, Touchpoint
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import Violation

CODE = "W-CHN-02"
SECTION = "chains"
DOCUMENTS = CHAIN


def check(context: RuleContext) -> Iterator[Violation]:
    """A remark beside the question is the reason; touchpoints to remove ask no more."""
    for chain in context.project.chains:
        yield from _asked_again(context, chain)


def _asked_again(context: RuleContext, chain: Chain) -> Iterator[Violation]:
    first: dict[str, Touchpoint] = {}
    for placed in context.touchpoints(chain):
        point = placed.touchpoint
        if point.decision in ("remove", "not_applicable"):
            continue
        again = [each for each in point.data_asked if not each.remark and each.text.casefold() in first]
        if again:
            before = tuple(dict.fromkeys(first[each.text.casefold()].name for each in again))
            points = tuple(each for each in first.values() if each.name in before)
            asked = {"data": [each.text for each in again], "before": tuple(_once(points))}
            yield Violation(point, "data_asked", values=asked, also=tuple(_once(points)))
        for each in point.data_asked:
            first.setdefault(each.text.casefold(), point)


def _once(points: tuple[Touchpoint, ...]) -> Iterator[Touchpoint]:
    yield from {id(each): each for each in points}.values()
