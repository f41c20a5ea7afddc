"""A page a position, to be read at arm's length: why, where the client is met, what may be decided, who comes next.

A page holds so many lines. What does not fit is left out: of touchpoints the last are moments of truth and low scores,
of the lists what stands last in them; the page says what there is besides, and where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conceptgen.composition.builders import Fresh, Piece, bullets, label
from conceptgen.composition.figures import is_share, within
from conceptgen.composition.granting import granted
from conceptgen.composition.in_force import promised_from
from conceptgen.composition.inflection import for_whom, state
from conceptgen.composition.lines import capital, full_stop, join, lowered, strong, without_full_stop
from conceptgen.composition.role_rules import Touching, rules_of
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import rules
from conceptgen.composition.sections.card_items import CLOSE, LARGE, Item, Room, fitting, height
from conceptgen.composition.sections.chain.lookups import weightiest
from conceptgen.document.blocks import Block, Heading, Paragraph
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.chain import Standard
from conceptgen.model.goals import Principle
from conceptgen.model.organization import Role
from conceptgen.model.role_points import has_card, served_by
from conceptgen.model.touchpoint_positions import Placed

_LISTS = ("points", "may", "wrong", "hand_over", "say", "all")
(
    _MAY,
    _MOMENT,
    _RECOVERY,
    _OWN_RULE,
    _EVERYBODYS,
    _HANDOVER,
    _OTHERS_RULE,
    _POINT,
    _OTHER_RECOVERY,
    _PROGRAM,
) = range(10)
"""What stays longest first: rights; what a program does by itself goes first."""
_RULES = {"own": ("say", _OWN_RULE), "met": ("say", _OTHERS_RULE), "all": ("all", _EVERYBODYS)}
"""Under which head a rule stands, by how it touches the position, and how soon it may go."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """A card for each that meets the client; where nobody does, a page that says so."""
    roles = scope.project.organization.roles
    facing, room = _facing(scope), CLOSE if overflows(scope) else LARGE
    for role in facing:
        yield Fresh(tuple(_card(scope, role, room)))
    if not facing:
        names = join(scope.t(each, "name") for each in roles)
        said = Paragraph(full_stop(scope.tell("role_cards.none", roles=names)))
        yield Fresh((Heading(1, line(scope.say("role_cards.others"))), said))


def overflows(scope: Scope) -> bool:
    """True if a card in large type would leave something out: all of them are then set close."""
    found = ((role, [*_items(scope, role)]) for role in _facing(scope))
    return any(len(_fitting(scope, role, items, LARGE)) < len(items) for role, items in found)


def _facing(scope: Scope) -> list[Role]:
    return [each for each in scope.project.organization.roles if has_card(scope.project, each)]


def _fitting(scope: Scope, role: Role, items: Sequence[Item], room: Room) -> list[Item]:
    """Those that fit beside the fixed lines of the card."""
    fixed = (scope.t(role, "why"), _foot(scope, role), _without_standard(scope, role))
    left = replace(room, lines=room.lines - sum(height(each, room) for each in fixed))
    return fitting(items, left, lambda key, rest: _left_out(scope, key, rest))


def _card(scope: Scope, role: Role, room: Room) -> Iterator[Block]:
    why, foot, bare = scope.t(role, "why"), _foot(scope, role), _without_standard(scope, role)
    items = [*_items(scope, role)]
    kept = _fitting(scope, role, items, room)
    yield Heading(1, scope.t(role, "name"))
    whose = (scope.t(scope.project.organization, "name"), line(for_whom(scope)))
    yield Paragraph(join(whose), "note")
    yield from ([Paragraph(why, "lead")] if why else [])
    for key in _LISTS:
        shown = [each.said for each in kept if each.key == key]
        if shown or (key == "points" and bare):
            yield label(scope, f"role_cards.lists.{key}")
        yield from bullets(shown)
        yield from ([Paragraph(bare)] if key == "points" and bare else [])
        if left := [each for each in items if each.key == key and each not in kept]:
            yield Paragraph(_left_out(scope, key, left), "note")
    yield from ([Paragraph(foot, "note")] if foot else [])


def _items(scope: Scope, role: Role) -> Iterator[Item]:
    job, met = role.job_description, served_by(scope.project, role)
    for each in _with_standard(met):
        rank = _MOMENT if each.touchpoint.moment_of_truth else _PROGRAM if _is_of_a_program(each) else _POINT
        yield Item("points", _point(scope, each), _name(scope, each), rank)
    for may in job.authority if job else ():
        said = capital(scope.t(may, "text"))
        yield Item("may", full_stop(said), without_full_stop(said), _MAY)
    for each in weightiest(scope, (one for one in met if one.touchpoint.recovery)):
        rank = _RECOVERY if each.touchpoint.moment_of_truth else _OTHER_RECOVERY
        yield Item("wrong", _recovery(scope, role, each), _name(scope, each), rank)
    yield from _handovers(scope, role)
    for principle, touching in rules_of(scope, role):
        key, rank = _RULES[touching]
        yield Item(key, _rule(scope, principle, touching), rules.named(scope, principle), rank, may_go=True)


def _left_out(scope: Scope, key: str, left: Sequence[Item]) -> Inlines:
    """What a list has besides, by name, or counted where its words are all there is; and where it stands."""
    names = join((each.name for each in left if each.name), "; ")
    return full_stop(scope.tell(f"role_cards.more.{key}", count=str(len(left)), names=names))


def _with_standard(met: Sequence[Placed]) -> list[Placed]:
    return [each for each in met if each.standard or each.touchpoint.exceeds]


def _without_standard(scope: Scope, role: Role) -> Inlines:
    """In one line the touchpoints that nothing is promised of."""
    met = served_by(scope.project, role)
    told = _with_standard(met)
    names = join((_name(scope, each) for each in met if not any(each is one for one in told)), "; ")
    return (
        full_stop(scope.tell("role_cards.without" if told else "role_cards.met", points=names))
        if names
        else ()
    )


def _name(scope: Scope, placed: Placed) -> Inlines:
    return without_full_stop(scope.t(placed.touchpoint, "name"))


def _is_of_a_program(placed: Placed) -> bool:
    return placed.element is not None and placed.element.kind == "system"


def _point(scope: Scope, placed: Placed) -> Inlines:
    """«Встреча (с 1 июня 2027 г.) — здороваемся первыми, не позже 1 мин; провожаем. Сверх того: …»"""
    point = placed.touchpoint
    name = _dated(scope, placed)
    promised = _promised(scope, placed)
    told = full_stop(line(name, " — ", promised) if promised else name)
    exceeds = scope.t(point, "exceeds")
    return line(told, " ", scope.tell("role_cards.exceeds", what=full_stop(exceeds))) if exceeds else told


def _dated(scope: Scope, placed: Placed) -> Inlines:
    """«**Встреча** (с 1 июня 2027 г.)»."""
    since = promised_from(scope, placed.touchpoint)
    return line(strong(_name(scope, placed)), line(" (", since, ")") if since else "")


def _recovery(scope: Scope, role: Role, placed: Placed) -> Inlines:
    """What helps from the day on which the touchpoint promises it; whose word a sum needs."""
    said = full_stop(line(_dated(scope, placed), ": ", scope.t(placed.touchpoint, "recovery")))
    note = granted(scope, role, placed)
    return line(said, " ", full_stop(note)) if note else said


def _promised(scope: Scope, placed: Placed) -> Inlines:
    """Its standards; where all of them are shares, which nobody keeps at one meeting, what is done there."""
    step = placed.touchpoint.frontstage
    done = scope.t(step, "to_be") or scope.t(step, "now")
    if done and all(each.limit and is_share(each.limit) for each in placed.standard):
        return without_full_stop(done)
    return join((_standard(scope, each) for each in placed.standard), "; ")


def _standard(scope: Scope, each: Standard) -> Inlines:
    """Its limit, then its words; a share is nothing that can be kept at one meeting."""
    limit = within(scope, each.limit) if each.limit and not is_share(each.limit) else ()
    return join([limit, without_full_stop(scope.t(each, "text"))], ": ")


def _handovers(scope: Scope, role: Role) -> Iterator[Item]:
    said: dict[str, Item] = {}
    for placed in served_by(scope.project, role):
        handover = placed.touchpoint.handover
        if handover and handover.to and not _is_own(scope, role, handover.to):
            rule, to = scope.t(handover, "rule"), scope.who(handover, "to")
            whom = full_stop(line(strong(to), line(" — ", rule) if rule else ""))
            name = scope.tell("role_cards.to_whom", to=to, point=lowered(_name(scope, placed)))
            said.setdefault(plain(whom), Item("hand_over", whom, name, _HANDOVER))
    yield from said.values()


def _is_own(scope: Scope, role: Role, to: object) -> bool:
    """True if it would hand over to itself, or to its department where nobody else serves."""
    project = scope.project
    others = [each for each in project.organization.roles if each is not role and each.department == to]
    return to in {role.id, role.department} and (
        to == role.id or not any(served_by(project, each) for each in others)
    )


def _rule(scope: Scope, principle: Principle, touching: Touching) -> Inlines:
    """As the announcement tells it, and what of its own it does no more."""
    before = scope.t(principle, "stop_doing") if touching != "met" else ()
    no_longer = line(strong(line(scope.say("role_cards.no_longer"))), ": ", lowered(full_stop(before)))
    return join([full_stop(rules.told(scope, principle)), no_longer if before else ()], " ")


def _foot(scope: Scope, role: Role) -> Inlines:
    """«Черновик, 1 марта 2027 г., версия 2. Вопросы: …»"""
    head = scope.project.document
    version = scope.tell("role_cards.version", version=scope.t(head, "version")) if head.version else ()
    stands = line("" if scope.status == "approved" else state(scope))
    edition = capital(join([stands, scope.t(head, "date"), version]))
    contact = _contact(scope, role)
    asked = scope.tell("role_cards.contact", contact=contact) if contact else ()
    return join([full_stop(edition) if edition else (), full_stop(asked) if asked else ()], " ")


def _contact(scope: Scope, role: Role) -> Inlines:
    """Whom to ask; on the card of that very position whoever is above it."""
    contact = scope.t(scope.project.document, "contact")
    own = rf"(?:^|[,;]\s*){re.escape(role.name)}\s*(?:[,;.(]|$)"
    if not re.search(own, plain(contact), re.IGNORECASE):
        return contact
    governance = scope.concept.governance
    above = (governance.manager, governance.sponsor) if governance else ()
    found = (scope.item(each, Role) for each in above if isinstance(each, str))
    return next((scope.t(each, "name") for each in found if each and each is not role), ())
