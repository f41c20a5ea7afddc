"""A page a position, to be read at arm's length: why, where I meet the client, what I may, to whom I hand over.

A page holds so many lines: what I may, to whom I hand over and what we no longer say have room kept for four each, the
touchpoints take the rest, moments of truth and low scores first. What is left out is counted on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import ceil

from conceptgen.composition.builders import Fresh, Piece, bullets
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.gaps import or_gap
from conceptgen.composition.inflection import for_whom
from conceptgen.composition.lines import full_stop, join, strong, without_full_stop
from conceptgen.composition.role_points import served_by
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import weightiest
from conceptgen.document.blocks import Block, Heading, Paragraph
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.goals import Principle
from conceptgen.model.organization import Role
from conceptgen.model.touchpoint_positions import Placed

MOST = 4
"""Items of each list but the touchpoints."""
LINES = 42
LETTERS = 72
"""A page of large type: lines, and letters in a line."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """A card each, then who gets none and why."""
    roles = scope.project.organization.roles
    facing = [each for each in roles if _meets_clients(scope, each)]
    for role in facing:
        yield Fresh(tuple(_card(scope, role)))
    if others := [each for each in roles if not any(each is one for one in facing)]:
        names = join(scope.t(each, "name") for each in others)
        said = Paragraph(full_stop(scope.tell("role_cards.none", roles=names)))
        yield Fresh((Heading(1, line(scope.say("role_cards.others"))), said))


def _meets_clients(scope: Scope, role: Role) -> bool:
    return role.client_facing is not False and bool(role.client_facing or served_by(scope, role))


def _card(scope: Scope, role: Role) -> Iterator[Block]:
    job = role.job_description
    lists = {
        "may": [full_stop(scope.t(each, "text")) for each in (job.authority if job else ())],
        "hand_over": [*_handovers(scope, role)],
        "say": [*_sayings(scope, role)],
    }
    why = or_gap(scope, scope.t(role, "why"), "why", role)
    taken = _height([why]) + sum(2 + _height(said[:MOST]) for said in lists.values() if said)
    yield Heading(1, scope.t(role, "name"))
    whose = (scope.t(scope.project.organization, "name"), line(for_whom(scope)))
    yield Paragraph(join(whose), "note")
    yield Paragraph(why, "lead")
    yield from _points(scope, role, LINES - taken)
    for key, said in lists.items():
        yield from _listed(scope, key, said, MOST)


def _listed(scope: Scope, key: str, said: list[Inlines], most: int) -> Iterator[Block]:
    """A list under its name; what is left out is counted."""
    if not said:
        return
    yield Paragraph(line(scope.say(f"role_cards.{key}")), "label")
    yield from bullets(said[:most])
    if len(said) > most:
        yield Paragraph(line(scope.say(f"role_cards.more.{key}", count=len(said) - most)), "note")


def _points(scope: Scope, role: Role, lines: int) -> Iterator[Block]:
    """The touchpoints that fit, in the order of the chain."""
    own = served_by(scope, role)
    left = lines - 2
    kept: list[Placed] = []
    for each in weightiest(scope, own):
        height = _height([_point(scope, each)])
        if height <= left or not kept:
            kept.append(each)
            left -= height
    shown = [_point(scope, each) for each in own if any(each is one for one in kept)]
    hidden = [_point(scope, each) for each in own if not any(each is one for one in kept)]
    yield from _listed(scope, "points", shown + hidden, len(shown))


def _point(scope: Scope, placed: Placed) -> Inlines:
    """«Встреча: здороваемся первыми, не позже 1 мин. Сверх того: …»"""
    point, first = placed.touchpoint, placed.standard[0] if placed.standard else None
    name = strong(without_full_stop(scope.t(point, "name")))
    if first is None:
        return full_stop(name)
    limit = bare_figure(scope, first.limit) if first.limit else ()
    standard = join([without_full_stop(scope.t(first, "text")), limit])
    told = full_stop(line(name, " — ", standard))
    exceeds = scope.t(point, "exceeds")
    return line(told, " ", scope.tell("role_cards.exceeds", what=full_stop(exceeds))) if exceeds else told


def _handovers(scope: Scope, role: Role) -> Iterator[Inlines]:
    said: dict[str, Inlines] = {}
    for placed in served_by(scope, role):
        handover = placed.touchpoint.handover
        if handover and handover.to:
            rule = scope.t(handover, "rule")
            whom = line(strong(scope.who(handover, "to")), line(" — ", rule) if rule else "")
            said.setdefault(plain(whom), full_stop(whom))
    yield from said.values()


def _sayings(scope: Scope, role: Role) -> Iterator[Inlines]:
    """What we no longer do and what we do instead: first what the own touchpoints serve; never what is another's."""
    own = {id(each.touchpoint) for each in served_by(scope, role)}
    told = [each for each in scope.concept.principles if each.stop_doing and _is_mine(scope, each, role)]
    for each in sorted(told, key=lambda one: not _is_of(scope, one, own)):
        now = scope.t(each, "staff_behaviour")
        before = scope.tell("role_cards.no_longer", what=full_stop(scope.t(each, "stop_doing")))
        yield line(before, line(" ", scope.tell("role_cards.instead", what=full_stop(now))) if now else "")


def _is_mine(scope: Scope, principle: Principle, role: Role) -> bool:
    """True unless it speaks of other positions alone, by the first word of their names."""
    said = plain(
        line(scope.t(principle, "stop_doing"), " ", scope.t(principle, "staff_behaviour"))
    ).casefold()
    named = [each for each in scope.project.organization.roles if _stem(each) in said]
    return not named or any(_stem(each) == _stem(role) for each in named)


def _stem(role: Role) -> str:
    """«администратор» of «Администратор приёмной»."""
    return re.split(r"[\s-]", role.name.casefold())[0]


def _is_of(scope: Scope, principle: Principle, own: set[int]) -> bool:
    return any(id(each) in own for each in scope.relations.links.get(id(principle), ()))


def _height(said: Iterable[Inlines]) -> int:
    return sum(ceil(len(plain(each)) / LETTERS) for each in said)
