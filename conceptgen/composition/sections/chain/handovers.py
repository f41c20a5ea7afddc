"""4. Hand-overs: the rules of the whole way and those at its touchpoints; W-CHN-03 tells where one is missing."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import cell, columns, full_grid, group, h2
from conceptgen.composition.gaps import gap
from conceptgen.composition.marks import marks_of, statements
from conceptgen.composition.names import all_in
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import points, spoken_name
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Block, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.chain import Handover
from conceptgen.model.touchpoint_positions import Placed

_COLUMNS = 5


def blocks(scope: Scope) -> Iterator[Block]:
    """A table in two parts."""
    parts = (
        ("general", [_general(scope, each) for each in scope.chain.handovers]),
        ("at_touchpoints", [_at(scope, each) for each in points(scope) if each.touchpoint.handover]),
    )
    rows: list[Row] = []
    for key, those in parts:
        if those:
            rows += [group(line(scope.say(f"chain.handovers.{key}")), _COLUMNS), *those]
    if not rows:
        return
    yield h2(scope, "chain.handovers.title")
    heads = columns(
        scope, ("where", 1.8), ("from", 1.2), ("to", 1.2), ("rule", 2.6), ("passed", 1.6), of="chain.columns"
    )
    yield from full_grid(scope, "chain.handovers", *stacked(heads, rows, {4: 3}))


def _general(scope: Scope, each: Handover) -> Row:
    giver = scope.who(each, "from_") or gap(scope, "from", each, "from_")
    return _row(scope, line(scope.say("chain.handovers.everywhere"), marks_of(scope, each)), giver, each)


def _at(scope: Scope, placed: Placed) -> Row:
    each = placed.touchpoint.handover
    assert each is not None
    giver = scope.who(each, "from_") or all_in(scope, placed.holder("served_by"), "served_by")
    return _row(scope, spoken_name(scope, placed), giver or scope.who(placed.holder("owner"), "owner"), each)


def _row(scope: Scope, where: Inlines, giver: Inlines, each: Handover) -> Row:
    return Row(
        (
            cell(where),
            cell(giver),
            cell(scope.who(each, "to") or gap(scope, "to", each)),
            cell(scope.t(each, "rule") or gap(scope, "rule", each)),
            cell(statements(scope, each.data_passed)),
        )
    )
