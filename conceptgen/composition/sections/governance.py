"""6. Executors and governance: roles, decisions, monitoring, changes, how the staff are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conceptgen.composition.builders import Piece, bullets, columns, grid, h1, h2, label, lead, paragraph, row
from conceptgen.composition.markdown import prose
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Paragraph, Row
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.governance import Governance, Incentive, Raci


def blocks(scope: Scope) -> Iterator[Piece]:
    """Section 6."""
    yield h1(scope, "governance.title")
    governance = scope.concept.governance
    if governance is None:
        yield Paragraph(scope.gap("governance", scope.concept))
        return
    yield from lead(_conclusion(scope, governance))
    yield from _roles(scope, governance)
    yield h2(scope, "governance.decisions")
    yield from prose(scope, governance, "decision_rules") or (
        Paragraph(scope.gap("decision_rules", governance)),
    )
    escalation = scope.t(governance, "escalation")
    yield from paragraph(line(scope.say("governance.escalation"), " ", escalation) if escalation else ())
    yield from _monitoring(scope, governance)
    yield h2(scope, "governance.changes")
    yield from prose(scope, governance, "change_procedure") or (
        Paragraph(scope.gap("change_procedure", governance)),
    )
    yield from _rollout(scope, governance)


def _conclusion(scope: Scope, governance: Governance) -> Inlines:
    sponsor, manager = scope.who(governance, "sponsor"), scope.who(governance, "manager")
    if not (sponsor and manager):
        return ()
    return line(
        scope.say("governance.lead_sponsor"),
        " ",
        sponsor,
        "; ",
        scope.say("governance.lead_manager"),
        " ",
        manager,
        ".",
    )


def _roles(scope: Scope, governance: Governance) -> Iterator[Block]:
    yield h2(scope, "governance.roles")
    said = [
        (
            scope.or_gap(scope.who(governance, field), "owner", governance, field),
            scope.capital(line(scope.say(f"governance.{field}"))),
        )
        for field in ("sponsor", "manager")
    ]
    for member in governance.working_group:
        function = scope.t(member, "function") or line(scope.say("governance.member"))
        said.append((scope.who(member, "role"), line(function, scope.marks(member))))
    search = governance.zone_search
    if search:
        how = line(scope.say("governance.zone_search"), ": ", scope.t(search, "how"), scope.marks(search))
        said.append((scope.or_gap(scope.who(search, "role"), "owner", search, "role"), how))
    rows = [row(scope.cell(party), scope.cell(*told)) for party, told in _by_party(said)]
    yield from grid(scope, "governance_roles", columns(scope, ("position", 1.5), ("function", 3.0)), rows)
    heads = columns(
        scope,
        ("action", 2.4),
        ("responsible", 1.4),
        ("accountable", 1.4),
        ("consulted", 1.4),
        ("informed", 1.4),
    )
    yield from grid(scope, "raci", heads, [_raci(scope, each) for each in governance.raci])
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


def _raci(scope: Scope, raci: Raci) -> Row:
    return row(
        scope.cell(line(scope.who(raci, "action"), scope.marks(raci))),
        scope.cell(*scope.names_in(raci, "responsible")),
        scope.cell(scope.who(raci, "accountable") or scope.gap("owner", raci, "accountable")),
        scope.cell(*scope.names_in(raci, "consulted")),
        scope.cell(*scope.names_in(raci, "informed")),
    )


def _incentive(scope: Scope, incentive: Incentive) -> Inlines:
    indicator = scope.who(incentive, "indicator")
    if not indicator:
        return scope.full(incentive)
    name = scope.tell("quoted", text=indicator)
    return line(scope.full(incentive), " (", scope.say("governance.by_indicator"), " ", name, ")")


def _monitoring(scope: Scope, governance: Governance) -> Iterator[Block]:
    yield h2(scope, "governance.monitoring")
    if not governance.meetings:
        yield Paragraph(scope.gap("meetings", governance))
    heads = columns(scope, ("meeting", 2.0), ("frequency", 1.2), ("chair", 1.4), ("participants", 2.4))
    meetings = [
        row(
            scope.cell(scope.full(each)),
            scope.cell(
                line(scope.label("frequency", each.frequency)) if each.frequency else (), scope.date(each)
            ),
            scope.cell(scope.or_gap(scope.who(each, "chair"), "chair", each)),
            scope.cell(scope.all_in(each, "participants")),
        )
        for each in governance.meetings
    ]
    yield from grid(scope, "meetings", heads, meetings)
    if not governance.reporting:
        yield Paragraph(scope.gap("reporting", governance))
    heads = columns(scope, ("report", 2.4), ("from", 1.5), ("to", 1.5), ("frequency", 1.2))
    reports = [
        row(
            scope.cell(scope.full(each)),
            scope.cell(scope.or_gap(scope.who(each, "from_"), "owner", each, "from_")),
            scope.cell(scope.who(each, "to")),
            scope.cell(line(scope.label("frequency", each.frequency)) if each.frequency else ()),
        )
        for each in governance.reporting
    ]
    yield from grid(scope, "reports", heads, reports)


def _rollout(scope: Scope, governance: Governance) -> Iterator[Block]:
    yield h2(scope, "governance.rollout")
    rollout = governance.rollout
    contact = scope.t(scope.project.document, "contact")
    if rollout is None:
        yield Paragraph(scope.gap("rollout", governance))
    else:
        audience = line(", ".join(scope.label("audience", each) for each in rollout.audience))
        said = [
            ("how", scope.t(rollout, "format")),
            ("day", scope.t(rollout, "date")),
            ("audience", audience),
        ]
        told = [scope.end(scope.tell(f"governance.told_{name}", what=what)) for name, what in said if what]
        yield Paragraph(line(scope.join(told, " "), scope.marks(rollout)))
    yield from paragraph(scope.end(line(scope.say("governance.contact"), " ", contact)) if contact else ())
