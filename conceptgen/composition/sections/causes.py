"""2.4 Causes and first steps: one card a cause, its six answers; and what waits."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, bullets, card, h2, label
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import current
from conceptgen.document.blocks import Block, Paragraph
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import Cause, Criterion, FirstStep, PeerPractice
from conceptgen.model.programme import Action


def blocks(scope: Scope) -> Iterator[Piece]:
    """A card for each cause analysis."""
    causes = scope.state.causes
    open_ones = _unexplained(scope)
    waiting = [_waits(scope, each) for each in scope.state.criteria if each.postponed]
    if not (causes or open_ones or waiting):
        return
    yield h2(scope, "causes.title")
    if causes:
        yield Paragraph(scope.end(_intro(scope)), "intro")
    for cause in causes:
        yield from _card(scope, cause)
    if waiting:
        yield label(scope, "causes.postponed")
        yield from bullets(waiting)
    if open_ones:
        yield label(scope, "causes.unexplained")
        yield from bullets(open_ones)


def _intro(scope: Scope) -> Inlines:
    """What was analysed, said to be low only where it is; the first step, where one is named."""
    about = [scope.item(cause.criterion, Criterion) for cause in scope.state.causes]
    low = all(each and scope.is_low(current(scope, each)) for each in about)
    step = any(cause.first_step for cause in scope.state.causes)
    return line(
        scope.say(f"causes.{'intro_low' if low else 'intro'}"), scope.say("causes.at_once") if step else ""
    )


def _waits(scope: Scope, criterion: Criterion) -> Inlines:
    until = scope.t(criterion.postponed, "until")
    reason = scope.t(criterion.postponed, "reason")
    term = line("; ", scope.say("causes.until"), " ", until) if until else ()
    return line(scope.t(criterion, "name"), " — ", reason, term)


def _unexplained(scope: Scope) -> list[Inlines]:
    """Low criteria without an analysis and without a reason to wait: each is a gap."""
    analysed = {cause.criterion for cause in scope.state.causes}
    return [
        line(scope.t(each, "name"), ": ", scope.gap("cause", each, "causes"))
        for each in scope.state.criteria
        if scope.is_low(current(scope, each))
        and not each.postponed
        and (each.id is None or each.id not in analysed)
    ]


def _card(scope: Scope, cause: Cause) -> Iterator[Block]:
    about = scope.who(cause, "criterion" if cause.criterion else "finding")
    title = about or line(scope.say("causes.title"))
    date = scope.dated(cause, "date", "of", apart="dated.of")
    yield Paragraph(
        line(title, line(" — ", scope.say("causes.dated"), " ", date) if date else "", scope.marks(cause)),
        "label",
    )
    gap = scope.or_gap
    rows = (
        ("onset", (gap(_onset(scope, cause), "answer", cause, "onset"),)),
        ("factors", _factors(scope, cause) or (scope.gap("answer", cause, "factors"),)),
        ("mechanism", (gap(_mechanism(scope, cause), "answer", cause, "mechanism"),)),
        (
            "responsible",
            (gap(scope.who(cause, "responsible"), "owner", cause, "responsible"), _advisors(scope, cause)),
        ),
        ("first_step", (gap(_first_step(scope, cause), "answer", cause, "first_step"),)),
        ("time_to_level", (gap(_time(scope, cause), "answer", cause, "time_to_level"),)),
        ("root_cause", (gap(scope.t(cause, "root_cause"), "root_cause", cause),)),
        ("peer_practice", tuple(_peer(scope, each) for each in cause.peer_practice)),
        ("actions", _actions(scope, cause)),
    )
    yield from card(((scope.say(f"causes.{key}"), said) for key, said in rows), scope.say("causes.alt"))


def _onset(scope: Scope, cause: Cause) -> Inlines:
    onset = cause.onset
    if onset is None:
        return ()
    since = scope.t(onset, "since")
    kind = line(
        scope.label("onset", onset.kind), line(", ", scope.say("causes.since"), " ", since) if since else ""
    )
    return line(scope.join([kind, scope.t(onset, "text")], "; "), scope.marks(onset))


def _factors(scope: Scope, cause: Cause) -> tuple[Inlines, ...]:
    return tuple(
        line(f"{scope.label('factor_kind', each.kind)}: " if each.kind else "", scope.full(each))
        for each in cause.factors
    )


def _mechanism(scope: Scope, cause: Cause) -> Inlines:
    mechanism = cause.mechanism
    if mechanism is None:
        return ()
    clarity = line(scope.label("clarity", mechanism.clarity)) if mechanism.clarity else ()
    return line(scope.join([clarity, scope.t(mechanism, "text")], ". "), scope.marks(mechanism))


def _advisors(scope: Scope, cause: Cause) -> Inlines:
    names = [
        scope.named(each.text) if each.text in scope.relations.by_id else scope.full(each)
        for each in cause.advisors
    ]
    return line(scope.say("causes.advisors"), " ", scope.join(names)) if names else ()


def _first_step(scope: Scope, cause: Cause) -> Inlines:
    step = cause.first_step
    if step is None:
        return ()
    said = scope.join([scope.who(step, "who"), scope.t(step, "date"), step_state(scope, step)])
    return line(scope.full(step), line(" — ", said) if said else "")


def step_state(scope: Scope, step: FirstStep) -> Inlines:
    """«Сделано», «срок прошёл, не сделано» where the input says so; nothing of a step that is still ahead."""
    if step.done:
        return line(scope.say("causes.step_done"))
    is_overdue = step.done is False and scope.is_past(step.date)
    return line(scope.say("causes.step_overdue")) if is_overdue else ()


def _peer(scope: Scope, peer: PeerPractice) -> Inlines:
    who = scope.t(peer, "who")
    obstacle = scope.t(peer, "obstacle")
    return line(
        line(who, ": ") if who else "",
        scope.full(peer),
        line("; ", scope.say("causes.obstacle"), " ", obstacle) if obstacle else "",
    )


def _time(scope: Scope, cause: Cause) -> Inlines:
    return scope.figure(cause.time_to_level) if cause.time_to_level else ()


def _actions(scope: Scope, cause: Cause) -> tuple[Inlines, ...]:
    return tuple(scope.linked_names(cause, Action)) or (scope.gap("action", cause, "actions"),)
