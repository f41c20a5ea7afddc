"""A page a position, to be read at arm's length: why, where the client is met, what may be decided, who comes next.

A page holds so many lines. What does not fit is left out: of touchpoints the last are moments of truth and low scores,
of the lists what stands last in them; the page counts what it left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from conceptgen.composition.builders import Fresh, Piece, bare_grid, bullets, cell, columns, label, row
from conceptgen.composition.figures import bare_figure, is_share
from conceptgen.composition.inflection import for_whom, state
from conceptgen.composition.lines import capital, full_stop, join, strong, without_full_stop
from conceptgen.composition.role_rules import rules_of
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import weightiest
from conceptgen.document.blocks import Block, Heading, Paragraph
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.chain import Standard
from conceptgen.model.organization import Role
from conceptgen.model.role_points import has_card, served_by
from conceptgen.model.touchpoint_positions import Placed

LINES = 42
LETTERS = 72
"""A page of large type: lines, and letters in a line."""
_LISTS = ("may", "hand_over", "say")
_HEAD = 2
"""Lines that the name of a list takes."""
Item = tuple[Inlines, ...]
"""A line of a list, or the two cells of a row."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """A card for each that meets the client; where nobody does, a page that says so."""
    roles = scope.project.organization.roles
    facing = [each for each in roles if has_card(scope.project, each)]
    for role in facing:
        yield Fresh(tuple(_card(scope, role)))
    if not facing:
        names = join(scope.t(each, "name") for each in roles)
        said = Paragraph(full_stop(scope.tell("role_cards.none", roles=names)))
        yield Fresh((Heading(1, line(scope.say("role_cards.others"))), said))


def _card(scope: Scope, role: Role) -> Iterator[Block]:
    job, why, foot = role.job_description, scope.t(role, "why"), _foot(scope)
    lists: dict[str, list[Item]] = {
        "may": [(full_stop(scope.t(each, "text")),) for each in (job.authority if job else ())],
        "hand_over": [(each,) for each in _handovers(scope, role)],
        "say": [*_sayings(scope, role)],
    }
    room = LINES - _height((why,)) - ceil(len(plain(foot)) / LETTERS)
    own = served_by(scope.project, role)
    wanted = _HEAD + sum(_height((_point(scope, each),)) for each in own) if own else 0
    kept = _taken(lists, room - min(wanted, room // 2))
    room -= sum(_HEAD + sum(map(_height, said)) for said in kept.values() if said)
    yield Heading(1, scope.t(role, "name"))
    whose = (scope.t(scope.project.organization, "name"), line(for_whom(scope)))
    yield Paragraph(join(whose), "note")
    yield from ([Paragraph(why, "lead")] if why else [])
    yield from _points(scope, own, room - _HEAD)
    for key in _LISTS:
        yield from _listed(scope, key, kept[key], len(lists[key]))
    yield from ([Paragraph(foot, "note")] if foot else [])


def _taken(lists: dict[str, list[Item]], room: int) -> dict[str, list[Item]]:
    """What fits of the lists, an item of each in turn; one at least."""
    kept: dict[str, list[Item]] = {key: [] for key in lists}
    full = {key for key, said in lists.items() if not said}
    while len(full) < len(lists):
        for key in [each for each in lists if each not in full]:
            item = lists[key][len(kept[key])]
            height = _height(item) + (0 if kept[key] else _HEAD)
            if height <= room or not kept[key]:
                kept[key].append(item)
                room -= height
            if height > room or len(kept[key]) == len(lists[key]):
                full.add(key)
    return kept


def _listed(scope: Scope, key: str, said: Sequence[Item], whole: int) -> Iterator[Block]:
    """A list under its name, or a table where an item has two sides; what is left out is counted."""
    if not said:
        return
    yield label(scope, f"role_cards.lists.{key}")
    if key == "say":
        heads = columns(scope, ("no_longer", 1.0), ("instead", 1.0), of="role_cards.columns")
        rows = [row(*(cell(each) for each in item)) for item in said]
        yield bare_grid(heads, rows, scope.say("role_cards.lists.say"))
    else:
        yield from bullets(item[0] for item in said)
    if len(said) < whole:
        yield Paragraph(line(scope.say(f"role_cards.more.{key}", count=whole - len(said))), "note")


def _points(scope: Scope, own: list[Placed], lines: int) -> Iterator[Block]:
    """The touchpoints that fit, in the order of the chain; in one line at the end those without a standard."""
    told = [each for each in own if each.standard or each.touchpoint.exceeds]
    bare = [each for each in own if not any(each is one for one in told)]
    names = join((without_full_stop(scope.t(each.touchpoint, "name")) for each in bare), "; ")
    also = (
        full_stop(scope.tell("role_cards.without" if told else "role_cards.met", points=names))
        if bare
        else ()
    )
    left = lines - _height((also,))
    kept: list[Placed] = []
    for each in weightiest(scope, told):
        height = _height((_point(scope, each),))
        if height <= left or not kept:
            kept.append(each)
            left -= height
    if own:
        yield label(scope, "role_cards.lists.points")
    yield from bullets(_point(scope, each) for each in told if any(each is one for one in kept))
    yield from ([Paragraph(also)] if also else [])
    if hidden := len(told) - len(kept):
        yield Paragraph(line(scope.say("role_cards.more.points", count=hidden)), "note")


def _point(scope: Scope, placed: Placed) -> Inlines:
    """«Встреча — здороваемся первыми, не позже 1 мин; провожаем. Сверх того: …»"""
    point = placed.touchpoint
    name = strong(without_full_stop(scope.t(point, "name")))
    standards = join((_standard(scope, each) for each in placed.standard), "; ")
    told = full_stop(line(name, " — ", standards) if standards else name)
    exceeds = scope.t(point, "exceeds")
    return line(told, " ", scope.tell("role_cards.exceeds", what=full_stop(exceeds))) if exceeds else told


def _standard(scope: Scope, each: Standard) -> Inlines:
    """Its words and its limit; a share is nothing that can be kept at one meeting."""
    limit = bare_figure(scope, each.limit) if each.limit and not is_share(each.limit) else ()
    return join([without_full_stop(scope.t(each, "text")), limit])


def _handovers(scope: Scope, role: Role) -> Iterator[Inlines]:
    said: dict[str, Inlines] = {}
    for placed in served_by(scope.project, role):
        handover = placed.touchpoint.handover
        if handover and handover.to and not _is_own(scope, role, handover.to):
            rule = scope.t(handover, "rule")
            whom = line(strong(scope.who(handover, "to")), line(" — ", rule) if rule else "")
            said.setdefault(plain(whom), full_stop(whom))
    yield from said.values()


def _is_own(scope: Scope, role: Role, to: object) -> bool:
    """True if it would hand over to itself, or to its department where nobody else serves."""
    project = scope.project
    others = [each for each in project.organization.roles if each is not role and each.department == to]
    return to in {role.id, role.department} and (
        to == role.id or not any(served_by(project, each) for each in others)
    )


def _sayings(scope: Scope, role: Role) -> Iterator[Item]:
    """What is done no more, and what instead."""
    for each in rules_of(scope, role):
        before, now = scope.t(each, "stop_doing"), scope.t(each, "staff_behaviour")
        yield full_stop(before), full_stop(now) if now else ()


def _foot(scope: Scope) -> Inlines:
    """«Черновик, 1 марта 2027 г., версия 2. Вопросы: …»"""
    head = scope.project.document
    version = scope.tell("role_cards.version", version=scope.t(head, "version")) if head.version else ()
    stands = line("" if scope.status == "approved" else state(scope))
    edition = capital(join([stands, scope.t(head, "date"), version]))
    contact = scope.t(head, "contact")
    asked = scope.tell("role_cards.contact", contact=contact) if contact else ()
    return join([full_stop(edition) if edition else (), full_stop(asked) if asked else ()], " ")


def _height(said: Iterable[Inlines]) -> int:
    """Lines of an item; the two sides of a row stand beside one another."""
    sides = [*said]
    letters = LETTERS // len(sides) - (4 if len(sides) > 1 else 0)
    return max(ceil(len(plain(each)) / letters) for each in sides)
