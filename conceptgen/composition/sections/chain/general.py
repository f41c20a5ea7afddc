"""1. General: whose way it is, who built the chain and when, what its levels mean."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, bullets, card, h1, lead
from conceptgen.composition.dates import date_for_brackets
from conceptgen.composition.lines import join, strong
from conceptgen.composition.marks import full_text, marks_of
from conceptgen.composition.names import all_in
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import level, points, route, spoken_name
from conceptgen.document.blocks import Block, Heading, Paragraph
from conceptgen.document.inline import Inlines, line
from conceptgen.model.chain import Contributor

_LEVELS = ("stage", "zone", "element", "touchpoint")


def blocks(scope: Scope) -> Iterator[Piece]:
    """What the chain is of, how it was made, and what its levels are."""
    yield h1(scope, "chain.general.title")
    if route(scope):
        yield from lead(_conclusion(scope))
    yield from card(_rows(scope), scope.say("chain.general.title"))
    yield Heading(2, line(scope.say("chain.general.levels")))
    yield from _levels(scope)


def _conclusion(scope: Scope) -> Inlines:
    """From where to where the client goes, and where it is decided."""
    way = route(scope)
    ends = {
        key: scope.tell("quoted", text=scope.t(way[n].stage, "name"))
        for key, n in (("first", 0), ("last", -1))
    }
    moments = [spoken_name(scope, each) for each in points(scope) if each.touchpoint.moment_of_truth]
    told = [scope.tell("chain.general.lead", **ends) if len(way) > 1 else ()]
    told.append(scope.tell("chain.general.lead_moments", points=join(moments, "; ")) if moments else ())
    return join(told, " ")


def _rows(scope: Scope) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    chain = scope.chain
    made = chain.development
    yield scope.say("chain.general.chain"), (full_text(scope, chain, "name"),)
    yield scope.say("chain.general.scenario"), (scope.t(chain, "scenario"),)
    yield scope.say("chain.general.segment"), (scope.who(chain, "segment"),)
    yield scope.say("chain.general.offering"), (scope.who(chain, "offering"),)
    if made:
        mode = line(scope.label("development_mode", made.mode)) if made.mode else ()
        when = date_for_brackets(scope, made, "date") if made.date else ()
        yield scope.say("chain.general.made"), (line(join([mode, when]), marks_of(scope, made)),)
        yield scope.say("chain.general.makers"), tuple(_maker(scope, each) for each in made.contributors)


def _maker(scope: Scope, each: Contributor) -> Inlines:
    """«Оператор, 11 июня 2026 г.: Выбор клиники, Запись»."""
    own_mode = each.mode and scope.chain.development and each.mode != scope.chain.development.mode
    who = join(
        [
            scope.who(each, "role"),
            scope.t(each, "name"),
            date_for_brackets(scope, each, "date") if each.date else (),
            line(scope.label("development_mode", each.mode)) if own_mode and each.mode else (),
        ]
    )
    parts = all_in(scope, each, "parts")
    return line(who, line(": ", parts) if parts else "", marks_of(scope, each))


def _levels(scope: Scope) -> Iterator[Block]:
    yield Paragraph(line(scope.say("chain.general.levels_intro")))
    kept = [name for name in _LEVELS if name not in scope.chain.skipped_levels]
    yield from bullets(
        line(strong(level(scope, name)), " — ", scope.say(f"chain.level_meanings.{name}")) for name in kept
    )
