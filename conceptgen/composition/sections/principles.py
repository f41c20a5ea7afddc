"""The principles of dealing with the client: a table for the theses, large cards for the wall."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, bare_grid, cell, columns, h1, paragraph, row
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import quiet, strong
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.rules import since
from conceptgen.document.blocks import Block, Paragraph, Row
from conceptgen.document.inline import line
from conceptgen.model.goals import Principle

MOST_ON_A_WALL = 7


def blocks(scope: Scope) -> Iterator[Piece]:
    """The first section of the theses: thesis — what it means to the client — earlier → now."""
    principles = scope.concept.principles
    yield h1(scope, "theses.principles")
    if not principles:
        yield Paragraph(gap(scope, "principles", scope.concept))
        return
    heads = columns(scope, ("principle", 1.8), ("client_feels", 1.6), ("before", 1.5), ("now", 1.9))
    yield bare_grid(heads, [_row(scope, each) for each in principles], scope.say("theses.principles"))


def _row(scope: Scope, principle: Principle) -> Row:
    return row(
        cell(strong(scope.t(principle, "text")), *since(scope, principle)),
        cell(or_gap(scope, scope.t(principle, "client_meaning"), "client_meaning", principle)),
        cell(scope.t(principle, "stop_doing")),
        cell(scope.t(principle, "staff_behaviour")),
    )


def poster(scope: Scope) -> Iterator[Piece]:
    """At most seven principles: thesis, what the client feels, before and now; then whom to ask."""
    principles = scope.concept.principles
    if not principles:
        yield Paragraph(gap(scope, "principles", scope.concept))
    for principle in principles[:MOST_ON_A_WALL]:
        yield from _card(scope, principle)
    if len(principles) > MOST_ON_A_WALL:
        yield Paragraph(line(scope.say("theses.first_seven", count=str(len(principles)))), "note")
    contact = scope.t(scope.project.document, "contact")
    yield from paragraph(line(scope.say("glance.contact"), ": ", contact) if contact else ())


def _card(scope: Scope, principle: Principle) -> Iterator[Block]:
    yield Paragraph(scope.t(principle, "text"), "label")
    meaning = scope.t(principle, "client_meaning") if isinstance(principle.client_meaning, str) else ()
    yield from paragraph(line(quiet(scope.say("theses.client_feels")), " ", meaning) if meaning else ())
    before, now = scope.t(principle, "stop_doing"), scope.t(principle, "staff_behaviour")
    yield from paragraph(line(quiet(scope.say("theses.before")), " ", before) if before else ())
    yield from paragraph(line(quiet(scope.say("theses.now")), " ", now) if now else ())
