"""4. Hand-overs: the rules of the chain, those at its touchpoints, and who meets the client at the next stage."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from conceptgen.composition.builders import cell, columns, full_grid, group, h2
from conceptgen.composition.gaps import gap
from conceptgen.composition.lines import quiet
from conceptgen.composition.marks import marks_of, statements
from conceptgen.composition.names import all_in, all_named
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import points, route, spoken_name
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Block, Cell, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.chain import Handover
from conceptgen.model.organization import Person, Role
from conceptgen.model.touchpoint_positions import Placed, StageInChain

_COLUMNS = 5


def blocks(scope: Scope) -> Iterator[Block]:
    """A table in three parts."""
    parts = (
        ("general", [_general(scope, each) for each in scope.chain.handovers]),
        ("at_touchpoints", [_at(scope, each) for each in points(scope) if each.touchpoint.handover]),
        ("between_stages", [*_between(scope)]),
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


# ── from stage to stage ────────────────────────────────────────────────────────────────────────────────────


def _between(scope: Scope) -> Iterator[Row]:
    """Neighbouring stages that different people serve, but where a rule of the whole way is told already."""
    for before, after in pairwise(route(scope)):
        givers, takers = _ends(before, -1), _ends(after, 0)
        if not (givers and takers) or set(givers) & set(takers):
            continue
        rule = _rule_at(scope, before, takers)
        if rule is None and _has_general(scope, givers, takers):
            continue
        where = scope.tell(
            "chain.handovers.next",
            before=scope.t(before.stage, "name"),
            after=scope.t(after.stage, "name"),
        )
        missing = cell(quiet(scope.say("chain.handovers.no_rule")))
        yield Row(
            (
                cell(where),
                cell(all_named(scope, givers)),
                cell(all_named(scope, takers)),
                rule or missing,
                cell(),
            )
        )


def _ends(step: StageInChain, index: int) -> tuple[str, ...]:
    """Who serves the first or the last touchpoint of a stage."""
    return step.placed[index].served_by if step.placed else ()


def _rule_at(scope: Scope, before: StageInChain, takers: tuple[str, ...]) -> Cell | None:
    """The rule by which one of the touchpoints of a stage hands over to these."""
    for placed in before.placed:
        each = placed.touchpoint.handover
        if each and isinstance(each.to, str) and each.to in _units(scope, takers):
            return cell(scope.t(each, "rule"))
    return None


def _has_general(scope: Scope, givers: tuple[str, ...], takers: tuple[str, ...]) -> bool:
    """True if a rule of the whole way is about these."""
    from_, to = _units(scope, givers), _units(scope, takers)
    return any(each.from_ in from_ and each.to in to for each in scope.chain.handovers)


def _units(scope: Scope, parties: tuple[str, ...]) -> set[object]:
    """The parties, their positions and departments: a rule may name any of these."""
    found: set[object] = set(parties)
    for each in parties:
        person = scope.item(each, Person)
        role = scope.item(person.role if person else each, Role)
        found |= {part for part in (role.id, role.department) if part} if role else set()
    return found
