"""A card a position, to be read at arm's length: why, where the client is met, what may be decided, who comes next.

It leaves nothing out: who holds it is marked by all of it. Where a page of large type does not hold a card all are set
close, and where even that does not, what comes later stands on its other side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from conceptgen.composition.builders import Fresh, Piece, bullets, label
from conceptgen.composition.date_words import worded
from conceptgen.composition.figures import is_share, within
from conceptgen.composition.granting import decided_for_others, granted
from conceptgen.composition.in_force import kept_on, promised_from, promised_on
from conceptgen.composition.inflection import for_whom, state
from conceptgen.composition.lines import (
    capital,
    full_stop,
    in_brackets,
    join,
    lowered,
    strong,
    without_full_stop,
)
from conceptgen.composition.role_rules import Touching, rules_of
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections import rules
from conceptgen.composition.sections.agreement import is_held
from conceptgen.composition.sections.card_items import Item, by_day, fits
from conceptgen.composition.sections.chain.lookups import weightiest
from conceptgen.composition.sections.chain.touchpoint import narrowed
from conceptgen.composition.whom_to_ask import above, reached
from conceptgen.document.blocks import Block, Heading, Paragraph
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.chain import Standard
from conceptgen.model.goals import Principle
from conceptgen.model.organization import Role
from conceptgen.model.role_points import has_card, served_by
from conceptgen.model.touchpoint_positions import Placed

_STANDS = {"keep": "kept", "change": "first", "new": "first"}
"""The list of what has no day of its own, by what was decided on it."""
_LISTS = ("first", "kept", "points", "may", "wrong", "hand_over")
_LATER = "later"
"""What is different tomorrow comes first, what stays as it was next, what is different in some months last."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """A card for each that meets the client; where nobody does, a page that says so."""
    roles = scope.project.organization.roles
    facing = _facing(scope)
    for role in facing:
        yield from _card(scope, role)
    if not facing:
        yield Fresh((Heading(1, line(scope.say("role_cards.others"))), *_without_card(scope, roles)))


def _without_card(scope: Scope, roles: Sequence[Role]) -> Iterator[Paragraph]:
    """Who meets nobody, and of whom it is only known that they do."""
    for key, is_facing in (("none", False), ("bare", True)):
        names = join(scope.t(each, "name") for each in roles if bool(each.client_facing) is is_facing)
        if names:
            yield Paragraph(full_stop(scope.tell(f"role_cards.{key}", roles=names)))


def overflows(scope: Scope) -> bool:
    """True if a page of large type does not hold some card: all of them are then set close."""
    return not all(fits([*_items(scope, role)], _fixed(scope, role)) for role in _facing(scope))


def _facing(scope: Scope) -> list[Role]:
    return [each for each in scope.project.organization.roles if has_card(scope.project, each)]


def _card(scope: Scope, role: Role) -> Iterator[Fresh]:
    """Its page; where that does not hold it, what comes later stands on the other side."""
    why, imprint = _fixed(scope, role)
    items = [*_items(scope, role)]
    name, firm = scope.t(role, "name"), scope.t(scope.project.organization, "name")
    whose = join((firm, line(for_whom(scope))))
    head: list[Block] = [Heading(1, name), Paragraph(whose, "note"), Paragraph(imprint, "note")]
    head += [Paragraph(why, "lead")] if why else []
    if fits(items, (why, imprint), close=True):
        yield Fresh((*head, *_lists(scope, items, *_LISTS, _LATER)))
        return
    yield Fresh((*head, *_lists(scope, items, *_LISTS)))
    if overleaf := [*_lists(scope, items, _LATER)]:
        yield Fresh((Paragraph(join((strong(name), firm)), "note"), *overleaf))


def _fixed(scope: Scope, role: Role) -> tuple[Inlines, Inlines]:
    return scope.t(role, "why"), _imprint(scope, role)


def _lists(scope: Scope, items: Sequence[Item], *keys: str) -> Iterator[Block]:
    for key in keys:
        if shown := by_day(items, key):
            yield label(scope, f"role_cards.lists.{key}")
            yield from bullets(shown)


def _items(scope: Scope, role: Role) -> Iterator[Item]:
    """In the order of their lists; a list that she needs tomorrow says so where it has nothing."""
    new = [*_rules(scope, role), *_points(scope, role)]
    if is_held(role) and not any(each.key == "first" for each in new):
        yield from _nothing_yet(scope, new)
    yield from new
    told = [*_rights(scope, role), *_recoveries(scope, role)]
    yield from told
    for key, said in (("may", "ask_first"), ("wrong", "call")):
        if not any(each.key == key for each in told):
            asked = above(scope, role) or _contact(scope, role) or line(scope.say("whom_blank"))
            yield Item(key, full_stop(scope.tell(f"role_cards.{said}", who=asked)))
    yield from _handovers(scope, role)


def _rules(scope: Scope, role: Role) -> Iterator[Item]:
    for principle, touching in rules_of(scope, role):
        since = kept_on(scope, principle)
        yield Item(_LATER if since else "first", _rule(scope, principle, touching), since)


def _points(scope: Scope, role: Role) -> Iterator[Item]:
    """What is promised: whether it is new is told by the list it stands in."""
    met, keys = served_by(scope.project, role), set()
    for each in _with_standard(met):
        since = promised_on(scope, each.touchpoint)
        key = _LATER if since else _STANDS.get(each.touchpoint.decision or "", "points")
        keys.add(key)
        yield Item(key, _point(scope, each), since)
    if bare := _without_standard(scope, met):
        yield Item("points" if "points" in keys or "kept" not in keys else "kept", bare)


def _nothing_yet(scope: Scope, new: Sequence[Item]) -> Iterator[Item]:
    """Where no rule of hers is new on the first day, until when; nothing where the document has no rules."""
    if day := min((each.since for each in new if each.since), default=None):
        until = worded(scope.words, day, "until")
        yield Item("first", full_stop(capital(scope.tell("role_cards.nothing_until", until=until))))
    elif scope.concept.principles:
        yield Item("first", line(scope.say("role_cards.nothing_new")))


def _rights(scope: Scope, role: Role) -> Iterator[Item]:
    job = role.job_description
    for may in job.authority if job else ():
        yield Item("may", full_stop(capital(scope.t(may, "text"))))
    for said in decided_for_others(scope, role):
        yield Item("may", full_stop(said))


def _recoveries(scope: Scope, role: Role) -> Iterator[Item]:
    met = served_by(scope.project, role)
    for each in weightiest(scope, (one for one in met if one.touchpoint.recovery)):
        yield Item("wrong", _recovery(scope, role, each), promised_on(scope, each.touchpoint))


def _with_standard(met: Sequence[Placed]) -> list[Placed]:
    return [each for each in met if each.standard or each.touchpoint.exceeds]


def _without_standard(scope: Scope, met: Sequence[Placed]) -> Inlines:
    """In one line the touchpoints that nothing is promised of."""
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
    return line(strong(_name(scope, placed)), in_brackets(promised_from(scope, placed.touchpoint)))


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
    """Its limit where one is known, then its words and whom it is for; a share is nothing to be kept at one meeting."""
    is_told = each.limit and each.limit.form != "unknown" and not is_share(each.limit)
    limit = within(scope, each.limit) if each.limit and is_told else ()
    return line(join([limit, without_full_stop(scope.t(each, "text"))], ": "), narrowed(scope, each))


def _handovers(scope: Scope, role: Role) -> Iterator[Item]:
    """A line for each it hands over to, with all that is done then."""
    found: dict[str, tuple[Inlines, dict[str, Inlines]]] = {}
    by_date = sorted(
        served_by(scope.project, role), key=lambda each: promised_on(scope, each.touchpoint) or date.min
    )
    for placed in by_date:
        handover = placed.touchpoint.handover
        if handover and handover.to and not _is_own(scope, role, handover.to):
            to, rule = scope.who(handover, "to"), without_full_stop(scope.t(handover, "rule"))
            _, rules_of_it = found.setdefault(plain(to), (to, {}))
            since = promised_from(scope, placed.touchpoint)
            if rule:
                rules_of_it.setdefault(plain(rule), line(rule, in_brackets(since)))
    for to, said in found.values():
        done = join(said.values(), "; ")
        yield Item("hand_over", full_stop(line(strong(to), line(" — ", done) if done else "")))


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
    asked = scope.tell("role_cards.contact", contact=reached(scope, _contact(scope, role)))
    return join([full_stop(edition) if edition else (), full_stop(asked)], " ")


def _contact(scope: Scope, role: Role) -> Inlines:
    """Whom to ask; on the card of that very position whoever is above it."""
    contact = scope.t(scope.project.document, "contact")
    own = rf"(?:^|[,;–—]\s*){re.escape(role.name)}\s*(?:[,;.(]|$)"
    if not re.search(own, plain(contact), re.IGNORECASE):
        return contact
    return above(scope, role)
