"""2.4 Causes and first steps: one card a cause, its six answers; and what waits."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, bullets, card, h2, label
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import go_on, join, without_full_stop
from conceptgen.composition.marks import full_text, marked_figure, marks_of, named_or_said
from conceptgen.composition.names import linked_names
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import current
from conceptgen.document.blocks import Block, Paragraph
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import Cause, Criterion, FirstStep, OnsetAnswer, PeerPractice
from conceptgen.model.base import Unknown
from conceptgen.model.programme import Action
from conceptgen.model.scoring import is_low


def blocks(scope: Scope) -> Iterator[Piece]:
    """A card for each cause analysis."""
    causes = scope.state.causes
    open_ones = _unexplained(scope)
    waiting = [_waits(scope, each) for each in scope.state.criteria if each.postponed]
    if not (causes or open_ones or waiting):
        return
    yield h2(scope, "causes.title")
    for cause in causes:
        yield from _card(scope, cause)
    if waiting:
        yield label(scope, "causes.postponed")
        yield from bullets(waiting)
    if open_ones:
        yield label(scope, "causes.unexplained")
        yield from bullets(open_ones)


def _waits(scope: Scope, criterion: Criterion) -> Inlines:
    until = scope.t(criterion.postponed, "until")
    reason = scope.t(criterion.postponed, "reason")
    term = line("; ", scope.say("causes.until"), " ", until) if until else ()
    return line(scope.t(criterion, "name"), " — ", reason, term)


def _unexplained(scope: Scope) -> list[Inlines]:
    """Low criteria without an analysis and without a reason to wait: each is a gap."""
    analysed = {cause.criterion for cause in scope.state.causes}
    return [
        line(scope.t(each, "name"), ": ", gap(scope, "cause", each, "causes"))
        for each in scope.state.criteria
        if is_low(scope.state, current(scope, each))
        and not each.postponed
        and (each.id is None or each.id not in analysed)
    ]


def _card(scope: Scope, cause: Cause) -> Iterator[Block]:
    about = scope.who(cause, "criterion" if cause.criterion else "finding")
    title = about or line(scope.say("causes.title"))
    date = date_phrase(scope, cause, "date", "of", apart="dated.of")
    yield Paragraph(
        line(
            title, line(" — ", scope.say("causes.dated"), " ", date) if date else "", marks_of(scope, cause)
        ),
        "label",
    )
    rows = (
        ("onset", (or_gap(scope, _onset(scope, cause), "answer", cause, "onset"),)),
        ("factors", _factors(scope, cause) or (gap(scope, "answer", cause, "factors"),)),
        ("mechanism", (or_gap(scope, _mechanism(scope, cause), "answer", cause, "mechanism"),)),
        (
            "responsible",
            (
                or_gap(scope, scope.who(cause, "responsible"), "owner", cause, "responsible"),
                _advisors(scope, cause),
            ),
        ),
        ("first_step", (or_gap(scope, _first_step(scope, cause), "answer", cause, "first_step"),)),
        ("time_to_level", (or_gap(scope, _time(scope, cause), "answer", cause, "time_to_level"),)),
        ("root_cause", (or_gap(scope, scope.t(cause, "root_cause"), "root_cause", cause),)),
        ("peer_practice", tuple(_peer(scope, each) for each in cause.peer_practice)),
        ("actions", _actions(scope, cause)),
    )
    yield from card(((scope.say(f"causes.{key}"), said) for key, said in rows), scope.say("causes.alt"))


def _onset(scope: Scope, cause: Cause) -> Inlines:
    onset = cause.onset
    if onset is None:
        return ()
    since = _since(scope, onset)
    kind = line(scope.label("onset", onset.kind), line(", ", since) if since else "")
    return line(go_on(kind, scope.t(onset, "text")), marks_of(scope, onset))


def _since(scope: Scope, onset: OnsetAnswer) -> Inlines:
    since = scope.t(onset, "since")
    if isinstance(onset.since, Unknown):
        return scope.tell("dated.from", date=since)
    return line(scope.say("causes.since"), " ", since) if since else ()


def _factors(scope: Scope, cause: Cause) -> tuple[Inlines, ...]:
    return tuple(
        line(f"{scope.label('factor_kind', each.kind)}: " if each.kind else "", full_text(scope, each))
        for each in cause.factors
    )


def _mechanism(scope: Scope, cause: Cause) -> Inlines:
    mechanism = cause.mechanism
    if mechanism is None:
        return ()
    clarity = line(scope.label("clarity", mechanism.clarity)) if mechanism.clarity else ()
    return line(go_on(clarity, scope.t(mechanism, "text"), ": "), marks_of(scope, mechanism))


def _advisors(scope: Scope, cause: Cause) -> Inlines:
    names = [named_or_said(scope, each) for each in cause.advisors]
    return line(scope.say("causes.advisors"), " ", join(names)) if names else ()


def _first_step(scope: Scope, cause: Cause) -> Inlines:
    step = cause.first_step
    if step is None:
        return ()
    said = join([step_who(scope, step), step_date(scope, step), step_state(scope, step)])
    text = full_text(scope, step)
    return line(without_full_stop(text), " — ", said) if said else text


def step_who(scope: Scope, step: FirstStep) -> Inlines:
    """Who does it, or by its name that it is not known."""
    shown = scope.who(step, "who")
    return scope.tell("causes.who", who=shown) if isinstance(step.who, Unknown) else shown


def step_date(scope: Scope, step: FirstStep) -> Inlines:
    """Its date, or by its name that it is not known."""
    shown = scope.t(step, "date")
    return scope.tell("dated.until", date=shown) if isinstance(step.date, Unknown) else shown


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
        full_text(scope, peer),
        line("; ", scope.say("causes.obstacle"), " ", obstacle) if obstacle else "",
    )


def _time(scope: Scope, cause: Cause) -> Inlines:
    return marked_figure(scope, cause.time_to_level) if cause.time_to_level else ()


def _actions(scope: Scope, cause: Cause) -> tuple[Inlines, ...]:
    return tuple(linked_names(scope, cause, Action)) or (gap(scope, "action", cause, "actions"),)
