"""One touchpoint in full: the seven cells of its row."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import cell, columns, labelled
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.in_force import promised_from
from conceptgen.composition.lines import (
    capital,
    in_brackets,
    join,
    quiet,
    quiet_line,
    strong,
    without_full_stop,
)
from conceptgen.composition.marks import full_text, marked_figure, marks_of, statements
from conceptgen.composition.names import all_in, linked_name, linked_names, names_in
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain import checks
from conceptgen.composition.sections.chain.lookups import MOMENT, first_under, in_rounds, level, target, value
from conceptgen.document.blocks import Column, Row
from conceptgen.document.inline import Inlines, Text, line, without_remarks
from conceptgen.model.assessment import Criterion
from conceptgen.model.base import Scored
from conceptgen.model.chain import Handover, Standard, Touchpoint, Wording, Zone
from conceptgen.model.indicators import Indicator
from conceptgen.model.programme import Action
from conceptgen.model.reference_data import CustomZone
from conceptgen.model.scoring import is_low
from conceptgen.model.touchpoint_positions import Placed

_TO_BE_MADE = ("change", "new")


def heads(scope: Scope) -> tuple[Column, ...]:
    """The seven columns."""
    return (
        Column(level(scope, "touchpoint"), 1.35),
        *columns(
            scope,
            ("client", 1.5),
            ("we", 1.75),
            ("standard", 1.75),
            ("who", 1.35),
            ("measured", 1.15),
            ("decision", 1.35),
            of="chain.columns",
        ),
    )


def row(scope: Scope, placed: Placed, *, introduces: bool) -> Row:
    """A touchpoint; ``introduces``: it is the first of its element, whose source and remark stand here."""
    low = is_low(scope.state, value(scope, placed.touchpoint.scores))
    return Row(
        (
            cell(*_name(scope, placed, introduces)),
            cell(*_client(scope, placed.touchpoint)),
            cell(*_we(scope, placed.touchpoint)),
            cell(*_standard(scope, placed)),
            cell(*_who(scope, placed)),
            cell(*_measured(scope, placed.touchpoint, low=low)),
            cell(*_decision(scope, placed.touchpoint)),
        )
    )


def _name(scope: Scope, placed: Placed, introduces: bool) -> Iterator[Inlines]:
    point, element = placed.touchpoint, placed.element
    yield strong(line(f"{placed.number} ", full_text(scope, point)))
    if point.moment_of_truth:
        yield strong(line(f"{MOMENT} ", scope.say("chain.labels.moment")))
    if element:
        kind = line(f" ({scope.label('element_kind', element.kind)})") if element.kind else ()
        yield quiet_line(line(full_text(scope, element) if introduces else scope.t(element, "name"), kind))
    own_channels = placed.holder("channels")
    if placed.channels and not isinstance(own_channels, Zone):
        yield labelled(scope, "chain.labels.channels", all_in(scope, own_channels, "channels"))
    yield labelled(scope, "chain.labels.also_stages", all_in(scope, point, "also_stages"))
    if point.proactive:
        yield quiet(scope.say("chain.labels.proactive"))


def _client(scope: Scope, point: Touchpoint) -> Iterator[Inlines]:
    yield labelled(
        scope, "chain.labels.does", scope.t(point, "client_action") or gap(scope, "client_action", point)
    )
    yield labelled(
        scope,
        "chain.labels.expects",
        scope.t(point, "client_expectation") or gap(scope, "client_expectation", point),
    )
    yield labelled(scope, "chain.labels.pain", statements(scope, point.pain))
    yield labelled(scope, "chain.labels.asked", statements(scope, point.data_asked))
    zones = names_in(scope, point, "problem_zones")
    linked = scope.relations.linked(point, CustomZone)
    zones += [linked_name(scope, point, each) for each in linked if each.id not in point.problem_zones]
    yield labelled(scope, "chain.labels.problem_zones", join(zones, "; "))


def _we(scope: Scope, point: Touchpoint) -> Iterator[Inlines]:
    yield from _wording(scope, "onstage", point.frontstage)
    if point.frontstage is None:
        yield labelled(scope, "chain.labels.onstage", gap(scope, "frontstage", point))
    yield from _wording(scope, "backstage", point.backstage)
    yield from _wording(scope, "support", point.support_process)
    yield labelled(scope, "chain.labels.evidence", scope.t(point, "physical_evidence"))
    yield labelled(scope, "chain.labels.systems", all_in(scope, point, "systems"))


def _wording(scope: Scope, key: str, wording: Wording | None) -> Iterator[Inlines]:
    """As it is, and under it as it shall be."""
    now, to_be = scope.t(wording, "now"), scope.t(wording, "to_be")
    yield labelled(scope, f"chain.labels.{key}", now)
    yield labelled(scope, f"chain.labels.{'to_be' if now else f'{key}_to_be'}", to_be)


def _standard(scope: Scope, placed: Placed) -> Iterator[Inlines]:
    point, holder = placed.touchpoint, placed.holder("standard")
    shared = () if holder is point else quiet(f" {scope.say(f'chain.inherited.{type(holder).__name__}')}")
    first = holder is point or placed.number == first_under(scope)[id(holder)]
    if (placed.standard or point.recovery) and (since := promised_from(scope, point)):
        yield quiet_line(capital(since))
    for each in placed.standard:
        said = standard(scope, each)
        yield line(said if first else without_remarks(said), shared)
        yield checks.latest_share(scope, placed, each)
    if not placed.standard and (point.moment_of_truth or point.decision in _TO_BE_MADE):
        yield gap(scope, "standard", point)
    yield labelled(scope, "chain.labels.terms", statements(scope, point.terms))
    yield labelled(scope, "chain.labels.exceeds", scope.t(point, "exceeds"))
    yield labelled(scope, "chain.labels.recovery", scope.t(point, "recovery"))


def standard(scope: Scope, each: Standard) -> Inlines:
    """«ответ до третьего гудка: не более 20 с (СТ-01; для: постоянные гости)»."""
    text, limit = full_text(scope, each), marked_figure(scope, each.limit) if each.limit else ()
    told = line(line(": ", limit) if limit else "", conditions(scope, each))
    return line(without_full_stop(text), told) if told else text


def conditions(scope: Scope, each: Standard) -> Inlines:
    """« (СТ-01; для: постоянные гости)»: where a standard stands, whom it is for and when, how it shall be done."""
    how = scope.tell("chain.standard.quality", what=statements(scope, each.quality)) if each.quality else ()
    return in_brackets(join([scope.t(each, "document_ref"), *_for_whom(scope, each), how], "; "))


def narrowed(scope: Scope, each: Standard) -> Inlines:
    """« (для: постоянные гости; если они звонят до 16 часов)»: whom a standard is for and when, and no more."""
    return in_brackets(join(_for_whom(scope, each), "; "))


def _for_whom(scope: Scope, each: Standard) -> Iterator[Inlines]:
    for field in ("segments", "offerings"):
        if getattr(each, field):
            yield scope.tell("chain.standard.for", who=all_in(scope, each, field))
    yield scope.t(each, "when")


def _who(scope: Scope, placed: Placed) -> Iterator[Inlines]:
    owner = scope.who(placed.holder("owner"), "owner")
    yield labelled(scope, "chain.labels.owner", or_gap(scope, owner, "owner", placed.touchpoint))
    for each in placed.touchpoint.channel_owners:
        yield quiet_line(line(scope.who(each, "channel"), ": ", scope.who(each, "owner")))
    yield labelled(scope, "chain.labels.served_by", all_in(scope, placed.holder("served_by"), "served_by"))
    yield labelled(scope, "chain.labels.backup", scope.who(placed.touchpoint, "backup"))
    if placed.touchpoint.handover:
        yield labelled(scope, "chain.labels.handover", handed(scope, placed.touchpoint.handover))


def handed(scope: Scope, each: Handover) -> Inlines:
    """To whom, by what rule, with what: «приёмная — карточка заполнена до конца разговора (передаём: …)»."""
    data = statements(scope, each.data_passed)
    to, rule = scope.who(each, "to"), scope.t(each, "rule")
    said = scope.tell("chain.handed", to=to, rule=rule) if to and rule else line(to, rule)
    return line(
        without_full_stop(said) if data else said,
        line(" (", scope.say("chain.labels.passed"), " ", data, ")") if data else "",
        marks_of(scope, each),
    )


def _measured(scope: Scope, point: Touchpoint, *, low: bool) -> Iterator[Inlines]:
    if low:
        yield line(Text(scope.say("chain.labels.low"), "low"))
    yield from _scores(scope, point)
    level = scope.label("evidence_level", point.evidence_level) if point.evidence_level else ""
    yield labelled(scope, "chain.labels.basis", line(level))
    yield from linked_names(scope, point, Indicator)
    criteria = linked_names(scope, point, Criterion)
    yield labelled(scope, "chain.labels.criteria", join(criteria, "; "))


def _scores(scope: Scope, point: Touchpoint) -> Iterator[Inlines]:
    """Each round on a line of its own, then the target."""
    now = in_rounds(scope, point.scores)
    for each in now:
        name = scope.who(each, "round") or line(scope.say("chain.labels.score"))
        yield line(quiet_line(name), ": ", marked_figure(scope, each))
    then: Scored | None = target(point.scores)
    if then:
        yield labelled(scope, "chain.labels.target", marked_figure(scope, then))


def _decision(scope: Scope, point: Touchpoint) -> Iterator[Inlines]:
    if point.decision:
        yield strong(capital(line(scope.label("decision", point.decision))))
    else:
        yield gap(scope, "decision", point)
    yield scope.t(point, "decision_reason")
    actions = linked_names(scope, point, Action)
    yield labelled(scope, "chain.labels.actions", join(actions, "; "))
