"""Is there a rule wherever the client passes from one unit to another?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from conceptgen.model.chain import Chain, Handover
from conceptgen.model.organization import Channel
from conceptgen.model.placing import Placed
from conceptgen.review.case import Case
from conceptgen.review.chains import is_one_unit, kept, unit, units
from conceptgen.review.papers import FULL_CHAIN
from conceptgen.review.trouble import Trouble

CODE = "W-CHN-03"
SECTION = "chains"
PAPERS = FULL_CHAIN

_LIVE = {"in_person", "phone", "field_visit", "video"}


def check(case: Case) -> Iterator[Trouble]:
    """A rule of the chain counts for its touchpoints; inside one unit, or where that is not said, none is needed."""
    for chain in case.project.chains:
        placed = kept(case, chain)
        for each in chain.handovers:
            if not each.rule and each.to:
                yield Trouble(each, variant="chain", values={"name": chain})
        for point in placed:
            yield from _at(case, chain, point)
        for before, after in pairwise(placed):
            if before.stage is not after.stage:
                yield from _between(case, chain, before, after)


def _at(case: Case, chain: Chain, placed: Placed) -> Iterator[Trouble]:
    handover = placed.touchpoint.handover
    if handover is None or handover.rule or not isinstance(handover.to, str):
        return
    givers = units(case, [handover.from_] if handover.from_ else placed.served_by or [placed.owner])
    taker = unit(case, handover.to)
    if not (taker and givers) or _is_inside(case, givers, {taker}):
        return
    if not _is_ruled(case, [each for each in chain.handovers if each.rule], givers, {taker}):
        to = case.relations.by_id[handover.to]
        yield Trouble(handover, variant="point", values={"name": placed.touchpoint, "to": to})


def _between(case: Case, chain: Chain, before: Placed, after: Placed) -> Iterator[Trouble]:
    """The last touchpoint of a stage and the first of the next; a hand-over without a rule is told at itself."""
    givers, takers = units(case, before.served_by), units(case, after.served_by)
    if not _is_certain(case, before) or not _is_certain(case, after) or _is_inside(case, givers, takers):
        return
    at_points = [each.touchpoint.handover for each in kept(case, chain) if each.stage is before.stage]
    if not _is_ruled(case, [*chain.handovers, *filter(None, at_points)], givers, takers):
        by_id = case.relations.by_id
        values = {
            "before": before.stage,
            "after": after.stage,
            "from": [by_id[each] for each in sorted(givers)],
            "to": [by_id[each] for each in sorted(takers)],
        }
        yield Trouble(before.touchpoint, variant="stage", values=values)


def _is_certain(case: Case, placed: Placed) -> bool:
    """Whether people meet the client here, and the unit of each is said: nobody hands over from a web page."""
    return (
        _is_live(case, placed)
        and bool(placed.served_by)
        and all(unit(case, each) for each in placed.served_by)
    )


def _is_live(case: Case, placed: Placed) -> bool:
    if placed.element and placed.element.kind:
        return placed.element.kind == "person"
    kinds = {channel.kind for each in placed.channels if (channel := case.relations.get(each, Channel))}
    return bool(kinds) and kinds <= _LIVE


def _is_inside(case: Case, givers: set[str], takers: set[str]) -> bool:
    return any(is_one_unit(case, giver, taker) for giver in givers for taker in takers)


def _is_ruled(case: Case, rules: Iterable[Handover], givers: set[str], takers: set[str]) -> bool:
    """Whether one of these passes givers on to takers; who is not said may be anybody."""
    for each in rules:
        giver, taker = units(case, [each.from_]) or givers, units(case, [each.to]) or takers
        if _is_inside(case, giver, givers) and _is_inside(case, taker, takers):
            return True
    return False
