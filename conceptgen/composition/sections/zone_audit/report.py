"""What was found: the verdict on each zone at a glance, then each zone with what was heard, where, and what is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conceptgen.composition.builders import (
    Piece,
    bullets,
    card,
    cell,
    columns,
    full_grid,
    h1,
    label,
    lead,
    row,
)
from conceptgen.composition.gaps import gap
from conceptgen.composition.heard import LONGEST, set_large
from conceptgen.composition.lines import capital, quiet
from conceptgen.composition.marks import full_text, full_texts
from conceptgen.composition.names import linked_names, names_in
from conceptgen.composition.pictures import photographs
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain import heat
from conceptgen.composition.sections.chain.lookups import unrepeated
from conceptgen.composition.sections.problem_zones import (
    actions_of_zone,
    conclusion,
    finding_number,
    planned_for,
)
from conceptgen.composition.sections.zone_audit.cited import evidence
from conceptgen.composition.sections.zone_audit.missed import lost
from conceptgen.composition.sections.zone_audit.zones import (
    Zone,
    every_zone,
    face,
    id_of,
    questions,
    zone_name,
)
from conceptgen.document.blocks import Block, Heading, Row
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.assessment import ProblemFound, ZoneVerdict
from conceptgen.model.base import Statement
from conceptgen.model.chain import Stage, Touchpoint
from conceptgen.model.indicators import Indicator


def summary(scope: Scope) -> Iterator[Piece]:
    """One table: every zone, its verdict, where it shows, who answers for what is done."""
    yield h1(scope, "zone_audit.summary")
    yield from lead(conclusion(scope))
    heads = columns(scope, ("zone", 1.7), ("verdict", 1.0), ("where", 2.2), ("owner", 1.6))
    yield from full_grid(
        scope, "zone_audit.verdicts_table", heads, [_row(scope, each) for each in every_zone(scope)]
    )


def by_stage(scope: Scope) -> Iterator[Piece]:
    """Zones against stages, a matrix a chain."""
    maps = [
        block
        for number, chain in enumerate(scope.project.chains, 1)
        for block in heat.blocks(scope.of(chain), prefix=f"{number}_")
    ]
    if maps:
        yield h1(scope, "zone_audit.by_stage")
        yield from maps


def each_zone(scope: Scope) -> Iterator[Piece]:
    """A card a zone; what is still to be checked has its questions."""
    yield h1(scope, "zone_audit.each")
    for number, zone in enumerate(every_zone(scope), 1):
        yield Heading(2, line(f"{number}. ", zone_name(scope, zone)))
        yield from _zone(scope, zone)


def _verdict(scope: Scope, zone: Zone) -> ZoneVerdict | None:
    return next((each for each in scope.state.zone_audit if each.problem_zone == id_of(zone)), None)


def _row(scope: Scope, zone: Zone) -> Row:
    verdict = _verdict(scope, zone)
    if verdict is None:
        return row(
            cell(zone_name(scope, zone)), cell(quiet(scope.say("zone_audit.no_verdict"))), cell(), cell()
        )
    is_found = verdict.verdict == "found"
    said = cell(line(scope.label("verdict", verdict.verdict)), tone="low" if is_found else "quiet")
    owners = _owners(scope, verdict)
    return row(cell(zone_name(scope, zone)), said, cell(*_where(scope, verdict)), cell(*owners))


def _zone(scope: Scope, zone: Zone) -> Iterator[Block]:
    verdict = _verdict(scope, zone)
    said = scope.say
    told: list[tuple[str, Iterable[Inlines]]] = [
        (said(f"zone_audit.faces.{name}").rstrip(":"), (face(scope, zone, name),))
        for name in ("shows_as", "client_meaning", "missing")
    ]
    if verdict:
        told += _findings_of(scope, verdict)
    if large := _large(scope, verdict):
        yield from set_large(scope, large)
    alt = "".join(each.text for each in zone_name(scope, zone) if hasattr(each, "text"))
    yield from card([(name, tuple(paragraphs)) for name, paragraphs in told], alt)
    if verdict:
        yield from photographs(scope, verdict.pictures)
    if verdict is None or verdict.verdict == "not_checked":
        yield label(scope, "zone_audit.to_ask")
        yield from bullets(map(line, questions(scope, zone)))


def _findings_of(scope: Scope, verdict: ZoneVerdict) -> Iterator[tuple[str, Iterable[Inlines]]]:
    problems = problems_in(scope, verdict)
    is_found = verdict.verdict == "found"
    yield scope.say("columns.verdict"), (capital(line(scope.label("verdict", verdict.verdict))),)
    large = _large(scope, verdict)
    over = plain(full_text(scope, large)) if large else ""
    heard = [each for each in full_texts(scope, _heard(scope, verdict)) if plain(each) != over]
    yield scope.say("zone_audit.room.heard"), unrepeated(heard)
    yield scope.say("columns.where"), _where(scope, verdict)
    yield scope.say("columns.evidence"), evidence(scope, verdict)
    numbered = (line(quiet(f"{finding_number(scope, each)} "), scope.t(each, "text")) for each in problems)
    yield scope.say("zone_audit.problems"), tuple(numbered)
    yield scope.say("zone_audit.measured"), tuple(linked_names(scope, verdict, Indicator))
    actions = actions_of_zone(scope, verdict) if is_found else _planned(scope, verdict)
    yield scope.say("columns.actions"), actions
    yield scope.say("columns.owner"), _owners(scope, verdict)
    yield scope.say("zone_audit.columns.lost"), (lost(scope, verdict),)


def _heard(scope: Scope, verdict: ZoneVerdict) -> tuple[Statement, ...]:
    """What clients say of a zone: to its verdict, then to the problems in it."""
    return (*verdict.heard, *(said for each in problems_in(scope, verdict) for said in each.heard))


def _large(scope: Scope, verdict: ZoneVerdict | None) -> Statement | None:
    """The words that stand over the card instead of in it."""
    told = _heard(scope, verdict) if verdict else ()
    return next((said for said in told if len(said.text) <= LONGEST), None)


def _planned(scope: Scope, verdict: ZoneVerdict) -> tuple[Inlines, ...]:
    return tuple(scope.t(each, "name") for each in planned_for(scope, verdict))


def problems_in(scope: Scope, verdict: ZoneVerdict) -> tuple[ProblemFound, ...]:
    """The problems a verdict rests on, and those sorted into its zone."""
    relations = scope.relations
    found = (*relations.linked(verdict, ProblemFound), *relations.naming(verdict.problem_zone, ProblemFound))
    return tuple({id(each): each for each in found}.values())


def _where(scope: Scope, verdict: ZoneVerdict) -> tuple[Inlines, ...]:
    places = [*linked_names(scope, verdict, Touchpoint), *names_in(scope, verdict, "departments")]
    for each in problems_in(scope, verdict):
        places += [*linked_names(scope, each, Stage), *linked_names(scope, each, Touchpoint)]
    return unrepeated(places)


def _owners(scope: Scope, verdict: ZoneVerdict) -> tuple[Inlines, ...]:
    """Who answers for what is done about a zone; a gap where it was found and nobody does."""
    planned = planned_for(scope, verdict)
    owners = unrepeated(scope.who(each, "owner") for each in planned)
    if owners or verdict.verdict != "found":
        return owners
    return (gap(scope, "owner", planned[0]) if planned else gap(scope, "owner", verdict, "actions"),)
