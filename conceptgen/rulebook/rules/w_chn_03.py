"""Is there a rule wherever the client passes from one unit to another?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from conceptgen.model.chain import Chain, Handover
from conceptgen.model.organization import Channel
from conceptgen.model.touchpoint_positions import Placed
from conceptgen.rulebook.chains import is_one_unit, kept, unit, units
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CHAIN
from conceptgen.rulebook.violation import Violation

CODE = "W-CHN-03"
SECTION = "chains"
DOCUMENTS = FULL_CHAIN

_NOBODY = {"document", "message", "system"}
_LIVE = {"in_person", "phone", "field_visit", "video"}


def check(context: RuleContext) -> Iterator[Violation]:
    """A rule of the chain counts for its touchpoints; inside one unit, or where that is not said, none is needed."""
    for chain in context.project.chains:
        placed = kept(context, chain)
        for each in chain.handovers:
            if not each.rule and each.to:
                yield Violation(each, variant="chain", values={"name": chain})
        for point in placed:
            yield from _at(context, chain, point)
        for before, after in pairwise(placed):
            if before.stage is not after.stage:
                yield from _between(context, chain, before, after)


def _at(context: RuleContext, chain: Chain, placed: Placed) -> Iterator[Violation]:
    handover = placed.touchpoint.handover
    if handover is None or handover.rule or not isinstance(handover.to, str):
        return
    givers = units(context, [handover.from_] if handover.from_ else placed.served_by or [placed.owner])
    taker = unit(context, handover.to)
    if not (taker and givers) or _is_inside(context, givers, {taker}):
        return
    if not _is_ruled(context, [each for each in chain.handovers if each.rule], givers, {taker}):
        to = context.relations.by_id[handover.to]
        yield Violation(handover, variant="point", values={"name": placed.touchpoint, "to": to})


def _between(context: RuleContext, chain: Chain, before: Placed, after: Placed) -> Iterator[Violation]:
    """The last touchpoint of a stage and the first of the next; a hand-over without a rule is told at itself."""
    givers, takers = _sides(context, before), _sides(context, after)
    if not (_is_live(context, before) and _is_live(context, after)) or _is_inside(context, givers, takers):
        return
    if not (givers and takers):
        return
    at_points = [each.touchpoint.handover for each in kept(context, chain) if each.stage is before.stage]
    if not _is_ruled(context, [*chain.handovers, *filter(None, at_points)], givers, takers):
        by_id = context.relations.by_id
        values = {
            "before": before.stage,
            "after": after.stage,
            "from": [by_id[each] for each in sorted(givers)],
            "to": [by_id[each] for each in sorted(takers)],
        }
        yield Violation(before.touchpoint, variant="stage", values=values)


def _sides(context: RuleContext, placed: Placed) -> set[str]:
    """The units of those who meet the client; somebody without a unit stands for himself."""
    return set().union(*(_side(context, each) for each in placed.served_by))


def _is_live(context: RuleContext, placed: Placed) -> bool:
    """People meet the client here: nobody hands over from a web page, a screen or a letter."""
    kind = placed.element.kind if placed.element else None
    if kind == "person" or kind in _NOBODY:
        return kind == "person"
    kinds = {channel.kind for each in placed.channels if (channel := context.relations.get(each, Channel))}
    return bool(kinds) and kinds <= _LIVE


def _is_inside(context: RuleContext, givers: set[str], takers: set[str]) -> bool:
    return any(is_one_unit(context, giver, taker) for giver in givers for taker in takers)


def _is_ruled(context: RuleContext, rules: Iterable[Handover], givers: set[str], takers: set[str]) -> bool:
    """True if one of these passes givers on to takers; who is not said may be anybody."""
    for each in rules:
        giver, taker = _side(context, each.from_) or givers, _side(context, each.to) or takers
        if _is_inside(context, giver, givers) and _is_inside(context, taker, takers):
            return True
    return False


def _side(context: RuleContext, party: object) -> set[str]:
    """The unit somebody belongs to, else himself; nothing for nobody."""
    return {unit(context, party) or party} if isinstance(party, str) else set()
