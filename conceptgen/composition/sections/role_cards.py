"""A page a position, to be read at arm's length: why, where the client is met, what may be decided, who comes next.

A page holds so many lines. What does not fit is left out: of touchpoints the last are moments of truth and low scores,
of the lists what stands last in them; the page says what there is besides, and where.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.builders import Fresh, Piece, bullets, label
from conceptgen.composition.figures import bare_figure, is_share
from conceptgen.composition.in_force import kept_from, promised_from
from conceptgen.composition.inflection import for_whom, state
from conceptgen.composition.lines import capital, full_stop, join, strong, without_full_stop
from conceptgen.composition.role_rules import rules_of
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.card_items import Item, fitting, height
from conceptgen.composition.sections.chain.lookups import weightiest
from conceptgen.document.blocks import Block, Heading, Paragraph
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.chain import Standard
from conceptgen.model.goals import Principle
from conceptgen.model.organization import Role
from conceptgen.model.role_points import has_card, served_by
from conceptgen.model.touchpoint_positions import Placed

LINES = 48.0
"""Lines of a page of large type under its heading, in Word as in PDF."""
_LISTS = ("points", "may", "wrong", "hand_over", "say", "all")
_MOMENT, _MAY, _RECOVERY, _OWN_RULE, _HANDOVER, _POINT, _OTHER_RECOVERY, _EVERYBODYS, _PROGRAM = range(9)
"""What stays longest first: moments of truth; what a program does by itself goes first."""


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
    why, foot, bare = scope.t(role, "why"), _foot(scope), _without_standard(scope, role)
    items = [*_items(scope, role)]
    room = LINES - height(why) - height(foot) - height(bare)
    kept = fitting(items, room, lambda key, left: _left_out(scope, key, left))
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
    job, (own, everybodys) = role.job_description, rules_of(scope, role)
    met = served_by(scope.project, role)
    for each in _with_standard(met):
        rank = _MOMENT if each.touchpoint.moment_of_truth else _PROGRAM if _is_of_a_program(each) else _POINT
        yield Item("points", _point(scope, each), _name(scope, each), rank)
    for may in job.authority if job else ():
        yield Item("may", full_stop(scope.t(may, "text")), rank=_MAY)
    for each in weightiest(scope, (one for one in met if one.touchpoint.recovery)):
        said = full_stop(line(strong(_name(scope, each)), ": ", scope.t(each.touchpoint, "recovery")))
        yield Item(
            "wrong",
            said,
            _name(scope, each),
            _RECOVERY if each.touchpoint.moment_of_truth else _OTHER_RECOVERY,
        )
    yield from (Item("hand_over", each, rank=_HANDOVER) for each in _handovers(scope, role))
    yield from (_rule(scope, "say", each, _OWN_RULE) for each in own)
    yield from (_rule(scope, "all", each, _EVERYBODYS) for each in everybodys)


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
    since = promised_from(scope, point)
    name = line(strong(_name(scope, placed)), line(" (", since, ")") if since else "")
    promised = _promised(scope, placed)
    told = full_stop(line(name, " — ", promised) if promised else name)
    exceeds = scope.t(point, "exceeds")
    return line(told, " ", scope.tell("role_cards.exceeds", what=full_stop(exceeds))) if exceeds else told


def _promised(scope: Scope, placed: Placed) -> Inlines:
    """Its standards; where all of them are shares, which nobody keeps at one meeting, what is done there."""
    step = placed.touchpoint.frontstage
    done = scope.t(step, "to_be") or scope.t(step, "now")
    if done and all(each.limit and is_share(each.limit) for each in placed.standard):
        return without_full_stop(done)
    return join((_standard(scope, each) for each in placed.standard), "; ")


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


def _rule(scope: Scope, key: str, principle: Principle, rank: int) -> Item:
    """What is done no more, and what instead, from the day on which it can be kept."""
    before, now = scope.t(principle, "stop_doing"), scope.t(principle, "staff_behaviour")
    since = kept_from(scope, principle)
    dated = line(" (", since, ")") if since else ""
    told = line(strong(line(scope.say("role_cards.no_longer"))), dated, ": ", full_stop(before))
    instead = line(strong(line(scope.say("role_cards.instead"))), ": ", full_stop(now))
    name = without_full_stop(scope.t(principle, "text"))
    return Item(key, line(told, " ", instead) if now else told, name, rank, may_go=key == "all")


def _foot(scope: Scope) -> Inlines:
    """«Черновик, 1 марта 2027 г., версия 2. Вопросы: …»"""
    head = scope.project.document
    version = scope.tell("role_cards.version", version=scope.t(head, "version")) if head.version else ()
    stands = line("" if scope.status == "approved" else state(scope))
    edition = capital(join([stands, scope.t(head, "date"), version]))
    contact = scope.t(head, "contact")
    asked = scope.tell("role_cards.contact", contact=contact) if contact else ()
    return join([full_stop(edition) if edition else (), full_stop(asked) if asked else ()], " ")
