"""6. Executors and governance: roles, decisions, monitoring, changes, how the staff are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from conceptgen.composition.argument import argued
from conceptgen.composition.builders import (
    Piece,
    bullets,
    cell,
    columns,
    grid,
    h1,
    h2,
    label,
    paragraph,
    row,
)
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import capital, enumerated, full_stop, join
from conceptgen.composition.markdown import prose
from conceptgen.composition.marks import full_text, marks_of
from conceptgen.composition.names import all_in, names_in, numbered
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Paragraph, Row
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.governance import Governance, Incentive, Raci
from conceptgen.model.programme import Action


def blocks(scope: Scope) -> Iterator[Piece]:
    """Who carries the programme out: roles, meetings, reports, how the document is changed."""
    yield from argued(scope, "governance", _content(scope), _conclusion(scope))


def _content(scope: Scope) -> Iterator[Piece]:
    yield h1(scope, "governance.title")
    governance = scope.concept.governance
    if governance is None:
        yield Paragraph(gap(scope, "governance", scope.concept))
        return
    yield from _roles(scope, governance)
    yield h2(scope, "governance.decisions")
    yield from prose(scope, governance, "decision_rules") or (
        Paragraph(gap(scope, "decision_rules", governance)),
    )
    escalation = scope.t(governance, "escalation")
    yield from paragraph(line(scope.say("governance.escalation"), " ", escalation) if escalation else ())
    yield from _monitoring(scope, governance)
    yield h2(scope, "governance.changes")
    yield from prose(scope, governance, "change_procedure") or (
        Paragraph(gap(scope, "change_procedure", governance)),
    )
    yield from _rollout(scope, governance)


def _conclusion(scope: Scope) -> Inlines:
    governance = scope.concept.governance
    sponsor, manager = scope.who(governance, "sponsor"), scope.who(governance, "manager")
    if not (sponsor and manager):
        return ()
    first = line(scope.say("governance.lead_sponsor"), " ", sponsor)
    return full_stop(line(first, "; ", scope.say("governance.lead_manager"), " ", manager))


def _roles(scope: Scope, governance: Governance) -> Iterator[Block]:
    yield h2(scope, "governance.roles")
    said = [
        (
            or_gap(scope, scope.who(governance, field), "owner", governance, field),
            capital(line(scope.say(f"governance.{field}"))),
        )
        for field in ("sponsor", "manager")
    ]
    for member in governance.working_group:
        function = scope.t(member, "function") or line(scope.say("governance.member"))
        said.append((scope.who(member, "role"), line(function, marks_of(scope, member))))
    search = governance.zone_search
    if search:
        how = line(scope.say("governance.zone_search"), ": ", scope.t(search, "how"), marks_of(scope, search))
        said.append((or_gap(scope, scope.who(search, "role"), "owner", search, "role"), how))
    rows = [row(cell(party), cell(*told)) for party, told in _by_party(said)]
    yield from grid(scope, "governance_roles", columns(scope, ("position", 1.5), ("function", 3.0)), rows)
    heads = columns(
        scope,
        ("action", 2.4),
        ("responsible", 1.4),
        ("accountable", 1.4),
        ("consulted", 1.4),
        ("informed", 1.4),
    )
    yield from grid(scope, "raci", heads, [_raci(scope, each) for each in _in_order(scope, governance.raci)])
    yield from _others(scope, governance)
    if governance.incentives:
        yield label(scope, "governance.incentives")
        yield from bullets(_incentive(scope, each) for each in governance.incentives)


def _by_party(said: Iterable[tuple[Inlines, Inlines]]) -> Iterator[tuple[Inlines, list[Inlines]]]:
    """What each party does, in the order they are met."""
    parties: dict[str, Inlines] = {}
    functions: dict[str, list[Inlines]] = {}
    for party, function in said:
        functions.setdefault(plain(party), []).append(function)
        parties.setdefault(plain(party), party)
    yield from ((parties[name], told) for name, told in functions.items())


def _in_order(scope: Scope, shared: Sequence[Raci]) -> list[Raci]:
    """In the order of the actions; what is no action of the programme comes last."""
    programme = scope.concept.programme
    places = {action.id: n for n, action in enumerate(programme.actions if programme else ())}
    return sorted(
        shared, key=lambda each: places.get(each.action if isinstance(each.action, str) else "", len(places))
    )


def _others(scope: Scope, governance: Governance) -> Iterator[Block]:
    """Where the table has not all actions: where those who do the others are named."""
    programme = scope.concept.programme
    shared = {each.action for each in governance.raci}
    if shared and programme and any(each.id not in shared for each in programme.actions):
        yield Paragraph(line(scope.say("governance.raci_others")), "note")


def _raci(scope: Scope, raci: Raci) -> Row:
    return row(
        cell(line(_action(scope, raci), marks_of(scope, raci))),
        cell(join(names_in(scope, raci, "responsible"), "; ")),
        cell(scope.who(raci, "accountable") or gap(scope, "owner", raci, "accountable")),
        cell(join(names_in(scope, raci, "consulted"), "; ")),
        cell(join(names_in(scope, raci, "informed"), "; ")),
    )


def _action(scope: Scope, raci: Raci) -> Inlines:
    action = scope.item(raci.action if isinstance(raci.action, str) else None, Action)
    name = scope.who(raci, "action")
    return numbered(scope, action, name) if action else name


def _incentive(scope: Scope, incentive: Incentive) -> Inlines:
    indicator = scope.who(incentive, "indicator")
    if not indicator:
        return full_text(scope, incentive)
    name = scope.tell("quoted", text=indicator)
    return line(full_text(scope, incentive), " (", scope.say("governance.by_indicator"), " ", name, ")")


def _monitoring(scope: Scope, governance: Governance) -> Iterator[Block]:
    yield h2(scope, "governance.monitoring")
    if not governance.meetings:
        yield Paragraph(gap(scope, "meetings", governance))
    heads = columns(scope, ("meeting", 2.0), ("frequency", 1.2), ("chair", 1.4), ("participants", 2.4))
    meetings = [
        row(
            cell(full_text(scope, each)),
            cell(line(scope.label("frequency", each.frequency)) if each.frequency else (), scope.date(each)),
            cell(or_gap(scope, scope.who(each, "chair"), "chair", each)),
            cell(all_in(scope, each, "participants")),
        )
        for each in governance.meetings
    ]
    yield from grid(scope, "meetings", heads, meetings)
    if not governance.reporting:
        yield Paragraph(gap(scope, "reporting", governance))
    heads = columns(scope, ("report", 2.4), ("from", 1.5), ("to", 1.5), ("frequency", 1.2))
    reports = [
        row(
            cell(full_text(scope, each)),
            cell(or_gap(scope, scope.who(each, "from_"), "owner", each, "from_")),
            cell(scope.who(each, "to")),
            cell(line(scope.label("frequency", each.frequency)) if each.frequency else ()),
        )
        for each in governance.reporting
    ]
    yield from grid(scope, "reports", heads, reports)


def _rollout(scope: Scope, governance: Governance) -> Iterator[Block]:
    yield h2(scope, "governance.rollout")
    rollout = governance.rollout
    contact = scope.t(scope.project.document, "contact")
    if rollout is None:
        yield Paragraph(gap(scope, "rollout", governance))
    else:
        audience = line(enumerated(scope.label("audience", each) for each in rollout.audience))
        said = [
            ("how", scope.t(rollout, "format")),
            ("day", scope.t(rollout, "date")),
            ("audience", audience),
        ]
        told = [full_stop(scope.tell(f"governance.told_{name}", what=what)) for name, what in said if what]
        yield Paragraph(line(join(told, " "), marks_of(scope, rollout)))
    yield from paragraph(full_stop(line(scope.say("governance.contact"), " ", contact)) if contact else ())
