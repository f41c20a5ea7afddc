"""The blank: how to go about it, one list of all zones, then a page for each, with questions and room for answers."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Fresh, Piece, bullets, columns, label
from conceptgen.composition.forms import card_to_fill, started, to_fill
from conceptgen.composition.lines import full_stop, join, quiet
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.zone_audit.zones import (
    FACES,
    Zone,
    every_zone,
    face,
    questions,
    zone_name,
)
from conceptgen.document.blocks import Block, Cover, CoverLine, Heading, Height, Paragraph
from conceptgen.document.inline import line

ROOMY_ZONES = 9
"""Zones up to which the one list of them has room for rows of the usual height."""
_VERDICTS = ("found", "not_found", "not_checked", "not_applicable")
_ROOM: dict[str, Height] = {
    "zone_audit.room.heard": 24, "zone_audit.room.where": 11, "zone_audit.room.evidence": 24, "columns.verdict": 11,
    "columns.owner": 11, "columns.actions": 16, "zone_audit.room.lost": 16,
}  # fmt: skip
"""What is to be written down of a zone, and in how much room."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """Everything needed to look for the zones with nothing but a pen."""
    yield Cover(
        (
            CoverLine("organization", scope.t(scope.project.organization, "name")),
            CoverLine("title", line(scope.say("zone_audit.title"))),
            CoverLine("subtitle", line(scope.say("zone_audit.blank"))),
        ),
        compact=True,
    )
    yield _who_looks(scope)
    yield label(scope, "zone_audit.how.title")
    yield from bullets((line(each) for each in scope.words.several("zone_audit.how.steps")), ordered=True)
    yield _summary(scope)
    for number, zone in enumerate(every_zone(scope), 1):
        yield Fresh(tuple(_sheet(scope, zone, number)))


def _who_looks(scope: Scope) -> Block:
    search = scope.concept.governance.zone_search if scope.concept.governance else None
    said = scope.say
    return card_to_fill(
        [
            (said("zone_audit.who"), scope.who(search, "role"), 11),
            (said("zone_audit.when"), (), 11),
            (said("zone_audit.place"), (), 11),
        ],
        said("zone_audit.who"),
    )


def _summary(scope: Scope) -> Block:
    heads = (
        *columns(scope, ("number", 0.35, "center"), ("zone", 2.6)),
        *columns(scope, *((each, 1.0, "center") for each in _VERDICTS), of="zone_audit.verdicts"),
    )
    zones = every_zone(scope)
    height: Height = 11 if len(zones) <= ROOMY_ZONES else 9
    rows = [
        started((line(str(number)), zone_name(scope, zone)), heads, height)
        for number, zone in enumerate(zones, 1)
    ]
    return to_fill(heads, rows, scope.say("zone_audit.summary"))


def _sheet(scope: Scope, zone: Zone, number: int) -> Iterator[Block]:
    yield Heading(1, line(f"{number}. ", zone_name(scope, zone)))
    told = [
        line(quiet(f"{scope.say(f'zone_audit.faces.{each}')} "), said)
        for each in FACES
        if (said := face(scope, zone, each))
    ]
    yield from ([Paragraph(join([full_stop(each) for each in told], " "))] if told else [])
    heads = columns(
        scope,
        ("question", 3.4),
        ("yes", 0.5, "center"),
        ("no", 0.5, "center"),
        ("unchecked", 0.8, "center"),
        ("seen", 2.2),
        of="zone_audit.columns",
    )
    rows = [started((line(each),), heads, 16) for each in questions(scope, zone)]
    yield to_fill(heads, rows, scope.say("zone_audit.questions"))
    known = {"columns.verdict": line("  /  ".join(scope.label("verdict", each) for each in _VERDICTS))}
    yield card_to_fill(
        [(scope.say(key), known.get(key, ()), room) for key, room in _ROOM.items()],
        scope.say("zone_audit.answers"),
    )
