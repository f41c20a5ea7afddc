"""A card a position, to be read at arm's length: why, where the client is met, what may be decided, who comes next.

It leaves nothing out: who holds it is marked by all of it. Where a page of large type does not hold a card all are set
close, and what a page does not hold even so stands on its other side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from conceptgen.composition.builders import Fresh, Piece, bullets, label
from conceptgen.composition.figures import is_share, within
from conceptgen.composition.granting import granted
from conceptgen.composition.in_force import kept_on, promised_from, promised_on
from conceptgen.composition.inflection import for_whom, state
from conceptgen.composition.lines import capital, full_stop, join, lowered, strong, without_full_stop
from conceptgen.composition.role_rules import Touching, rules_of
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import rules
from conceptgen.composition.sections.card_items import Item, by_day, is_held
from conceptgen.composition.sections.chain.lookups import weightiest
from conceptgen.document.blocks import Block, Heading, Paragraph
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.chain import Standard
from conceptgen.model.goals import Principle
from conceptgen.model.organization import Role
from conceptgen.model.role_points import has_card, served_by
from conceptgen.model.touchpoint_positions import Placed

_LISTS = ("first", "points", "may", "wrong", "hand_over", "later")
"""What is different tomorrow comes first, what is different in some months last."""
_REACHED = re.compile(r"(?:\d[\s().-]*){5}|@|\b(?:тел|доб|вн|tel|ext)\b", re.IGNORECASE)
"""What tells how somebody is called or written to: an hour or a number of a room does not."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """A card for each that meets the client; where nobody does, a page that says so."""
    roles = scope.project.organization.roles
    facing = _facing(scope)
    for role in facing:
        yield Fresh(tuple(_card(scope, role)))
    if not facing:
        names = join(scope.t(each, "name") for each in roles)
        said = Paragraph(full_stop(scope.tell("role_cards.none", roles=names)))
        yield Fresh((Heading(1, line(scope.say("role_cards.others"))), said))


def overflows(scope: Scope) -> bool:
    """True if a page of large type does not hold some card: all of them are then set close."""
    return not all(
        is_held(
            [*_items(scope, role)],
            (scope.t(role, "why"), _imprint(scope, role), _without_standard(scope, role)),
        )
        for role in _facing(scope)
    )


def _facing(scope: Scope) -> list[Role]:
    return [each for each in scope.project.organization.roles if has_card(scope.project, each)]


def _card(scope: Scope, role: Role) -> Iterator[Block]:
    why, imprint, bare = scope.t(role, "why"), _imprint(scope, role), _without_standard(scope, role)
    items = [*_items(scope, role)]
    yield Heading(1, scope.t(role, "name"))
    whose = (scope.t(scope.project.organization, "name"), line(for_whom(scope)))
    yield Paragraph(join(whose), "note")
    yield from ([Paragraph(imprint, "note")] if imprint else [])
    yield from ([Paragraph(why, "lead")] if why else [])
    for key in _LISTS:
        shown = by_day(items, key)
        if shown or (key == "points" and bare):
            yield label(scope, f"role_cards.lists.{key}")
        yield from bullets(shown)
        yield from ([Paragraph(bare)] if key == "points" and bare else [])


def _items(scope: Scope, role: Role) -> Iterator[Item]:
    job, met = role.job_description, served_by(scope.project, role)
    for each in _with_standard(met):
        yield Item("points", _point(scope, each), promised_on(scope, each.touchpoint))
    rights = [full_stop(capital(scope.t(may, "text"))) for may in (job.authority if job else ())]
    for said in rights or [line(scope.say("role_cards.ask_first"))]:
        yield Item("may", said)
    for each in weightiest(scope, (one for one in met if one.touchpoint.recovery)):
        yield Item("wrong", _recovery(scope, role, each), promised_on(scope, each.touchpoint))
    yield from _handovers(scope, role)
    for principle, touching in rules_of(scope, role):
        since = kept_on(scope, principle)
        yield Item("later" if since else "first", _rule(scope, principle, touching), since)


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
            said.setdefault(plain(whom), Item("hand_over", whom))
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


def _imprint(scope: Scope, role: Role) -> Inlines:
    """«Черновик, 1 марта 2027 г., версия 2. Вопросы: …»; under the name: the last lines may stand overleaf."""
    head = scope.project.document
    version = scope.tell("role_cards.version", version=scope.t(head, "version")) if head.version else ()
    stands = line("" if scope.status == "approved" else state(scope))
    edition = capital(join([stands, scope.t(head, "date"), version]))
    contact = _contact(scope, role)
    if contact and not _REACHED.search(plain(contact)):
        contact = scope.tell("role_cards.called", contact=contact)
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
