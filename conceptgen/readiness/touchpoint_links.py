"""3, second table: touchpoint → who answers → standard → indicator → problem zone, of the touchpoints that matter."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import cell, columns, group, h2, row
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.heat import Met, met, zone_name
from conceptgen.composition.sections.chain.lookups import points, spoken_name, value
from conceptgen.document.blocks import Block, Cell, Paragraph, Row
from conceptgen.document.inline import Inlines
from conceptgen.model.base import Unknown
from conceptgen.model.indicators import Indicator
from conceptgen.model.scoring import is_low
from conceptgen.model.touchpoint_positions import Placed
from conceptgen.readiness.builders import broken, explained, linked

_CHANGING = ("change", "new")


def blocks(scope: Scope) -> Iterator[Block]:
    """One table, the chains one after another, and what is left of each."""
    chains = [scope.of(chain) for chain in scope.project.chains]
    told = [own for own in chains if points(own)]
    if told:
        yield h2(scope, "readiness.waypoints.title")
        yield from _table(scope, told)
        yield from map(_rest, told)


def links(scope: Scope) -> tuple[str, ...]:
    """What every touchpoint should lead to; indicators are the concept's."""
    return ("owner", "standard", "indicator") if scope.project.concept else ("owner", "standard")


def has(scope: Scope, placed: Placed, link: str) -> bool:
    """True if a touchpoint leads to it."""
    if link == "indicator":
        return bool(scope.relations.linked(placed.touchpoint, Indicator))
    if link == "owner":
        return bool(placed.owner) and not isinstance(placed.owner, Unknown)
    return bool(placed.standard)


def matters(scope: Scope, placed: Placed) -> bool:
    """A moment of truth, a touchpoint to change or to make, or a low one."""
    point = placed.touchpoint
    return (
        point.moment_of_truth
        or point.decision in _CHANGING
        or is_low(scope.state, value(scope, point.scores))
    )


def _table(scope: Scope, chains: list[Scope]) -> Iterator[Block]:
    rows: list[Row] = []
    for own in chains:
        chosen = [each for each in points(own) if matters(own, each)]
        if chosen:
            rows.append(group(own.t(own.chain, "name"), 5))
        zones = met(own)
        rows += [_row(own, each, zones) for each in chosen]
    heads = columns(
        scope,
        ("touchpoint", 2.4),
        ("owner", 1.6),
        ("standard", 2.8),
        ("indicators", 2.0),
        ("zones", 1.8),
        of="readiness.columns",
    )
    yield from explained(scope, "readiness.waypoints", heads, rows)


def _row(scope: Scope, placed: Placed, zones: Met) -> Row:
    point = placed.touchpoint
    holder = placed.holder("owner")
    said = [scope.t(each, "name") for each in scope.relations.linked(point, Indicator)]
    return row(
        cell(spoken_name(scope, placed)),
        linked(scope, "owner", [scope.who(holder, "owner")]),
        linked(scope, "standard", (scope.t(each, "text") for each in placed.standard)),
        linked(scope, "indicator", said) if scope.project.concept else cell(),
        _zones(scope, placed, zones),
    )


def _zones(scope: Scope, placed: Placed, zones: Met) -> Cell:
    """The problem zones it shows; only a low touchpoint must show one."""
    found: list[Inlines] = [
        zone_name(scope, zone)
        for zone, those in zones
        if any(each.touchpoint is placed.touchpoint for each in those)
    ]
    low = is_low(scope.state, value(scope, placed.touchpoint.scores))
    return cell(*found) if found or not low else broken(scope, "zone")


def _rest(scope: Scope) -> Paragraph:
    """How many touchpoints are left, and how many of them lack what."""
    rest = [each for each in points(scope) if not matters(scope, each)]
    lacking = {link: str(sum(not has(scope, each, link) for each in rest)) for link in links(scope)}
    key = "no_rest" if not rest else "rest" if scope.project.concept else "rest_alone"
    chain = scope.t(scope.chain, "name")
    return Paragraph(
        scope.tell(f"readiness.waypoints.{key}", chain=chain, count=str(len(rest)), **lacking), "note"
    )
