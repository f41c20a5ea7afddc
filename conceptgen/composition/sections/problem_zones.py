"""2.5 Problem zones: the problems found, the verdict on each zone, what they cost."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import cell, columns, grid, h2, paragraph, row
from conceptgen.composition.dates import date_for_brackets
from conceptgen.composition.figures import bare_figure, bare_number
from conceptgen.composition.gaps import gap
from conceptgen.composition.heard import set_large, weightiest
from conceptgen.composition.lines import full_stop, join, quiet_line, strong
from conceptgen.composition.marks import full_text, marks_of
from conceptgen.composition.money import spelled, total
from conceptgen.composition.names import all_in, linked_names, names_in, numbered
from conceptgen.composition.pictures import named_photographs
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain import heat
from conceptgen.composition.stacking import stacked
from conceptgen.document.blocks import Block, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.languages.words import NBSP
from conceptgen.model.assessment import Occurrence, ProblemFound, ZoneVerdict
from conceptgen.model.chain import Stage, Touchpoint
from conceptgen.model.programme import Action
from conceptgen.model.reference_data import CustomZone


def blocks(scope: Scope) -> Iterator[Block]:
    """Findings first, then the audit of the zones."""
    audit = scope.state.zone_audit
    if not (scope.state.findings or audit or scope.project.custom_zones):
        return
    yield h2(scope, "zones.title")
    yield from paragraph(conclusion(scope))
    missed = total(each.missed_opportunity for each in audit)
    if missed:
        yield from paragraph(full_stop(line(scope.say("zones.missed", sum=spelled(scope, missed)))))
    if found := weightiest(scope.state.findings):
        problem, said = found
        yield from set_large(scope, said, scope.t(problem, "text"))
    heads = columns(
        scope, ("problem", 3.0), ("heard", 2.0), ("meaning", 1.5), ("missing", 1.5), ("where", 1.3), ("evidence", 1.7),
        ("actions", 1.6),
    )  # fmt: skip
    rows, under = [_finding(scope, each) for each in scope.state.findings], {4: 0, 5: 0, 2: 1, 3: 1}
    if not any(each.heard for each in scope.state.findings):
        # What it means takes the place of what was heard: a head over nothing says nothing.
        under = {4: 0, 5: 0, 1: 2, 3: 2}
    yield from grid(scope, "findings", *stacked(heads, rows, under))
    heads = columns(
        scope, ("zone", 1.8), ("shows_as", 3.2), ("meaning", 1.6), ("evidence", 1.7), ("where", 1.3), ("actions", 1.8),
    )  # fmt: skip
    yield from grid(scope, "zones", *stacked(heads, [*_verdicts(scope)], {4: 0, 2: 1, 3: 1}))
    yield from named_photographs(
        scope, ((each, scope.who(zone, "problem_zone")) for zone in audit for each in zone.pictures)
    )
    if audit:
        for number, chain in enumerate(scope.project.chains, 1):
            yield from heat.blocks(scope.of(chain), prefix=f"{number}_")


def conclusion(scope: Scope) -> Inlines:
    """Which zones were found, or that none was, as far as they were looked for; nothing without an audit."""
    audit = scope.state.zone_audit
    found = [each for each in audit if each.verdict == "found"]
    if found:
        zones = join([scope.tell("quoted", text=scope.who(each, "problem_zone")) for each in found])
        return line(scope.words.form("zones_found", len(found)), " ", zones, ".")
    if not audit:
        return ()
    checked = sum(each.verdict == "not_found" for each in audit)
    whole = checked and all(each.verdict in ("not_found", "not_applicable") for each in audit)
    key = "none_found" if whole else "none_so_far" if checked else "not_checked"
    return line(scope.say(f"zones.{key}", count=checked))


def _finding(scope: Scope, finding: ProblemFound) -> Row:
    number = finding_number(scope, finding)
    said = [
        line(strong(line(number, ". ")), full_text(scope, finding)),
        quiet_line(join(_known_of(scope, finding), "; ")),
    ]
    if finding.frequency:
        said.append(quiet_line(line(scope.say("zones.frequency"), " ", _how_often(scope, finding.frequency))))
    evidence = [full_text(scope, each) for each in finding.evidence]
    return row(
        cell(*said),
        cell(*(full_text(scope, each) for each in finding.heard)),
        cell(scope.t(finding, "client_meaning")),
        cell(scope.t(finding, "missing")),
        cell(*_where(scope, finding)),
        cell(*evidence),
        cell(*_actions(scope, finding) or _wanted(scope, finding)),
    )


def _known_of(scope: Scope, finding: ProblemFound) -> Iterator[Inlines]:
    """How a problem was found, how grave it is, what it leads to."""
    if finding.method:
        yield line(scope.say("zones.method", what=scope.label("finding_method", finding.method)))
    if finding.severity:
        yield scope.tell("zones.severity", value=bare_number(scope, finding, "severity"))
    if finding.status:
        yield line(scope.say("zones.status", what=scope.label("finding_status", finding.status)))
    if finding.impact:
        impact = ", ".join(scope.label("impact", each) for each in finding.impact)
        yield line(f"{scope.say('zones.impact')} {impact}")


def _how_often(scope: Scope, each: Occurrence) -> Inlines:
    """«2 из 5, по журналу (июль 2026 г.)»."""
    said = join([bare_figure(scope, each), scope.t(each, "text")], " ")
    when = date_for_brackets(scope, each, "date") if each.date else ()
    return line(
        said, line(" (" if said else "", when, ")" if said else "") if when else "", marks_of(scope, each)
    )


def finding_number(scope: Scope, finding: ProblemFound) -> str:
    """«П3»: how other tables name a problem of the list."""
    number = next(n for n, each in enumerate(scope.state.findings, 1) if each is finding)
    return scope.say("zones.number", number=number)


def _wanted(scope: Scope, finding: ProblemFound) -> tuple[Inlines, ...]:
    return () if finding.status == "accepted" else (gap(scope, "action", finding, "actions"),)


def _where(scope: Scope, finding: ProblemFound) -> Iterator[Inlines]:
    yield from names_in(scope, finding, "problem_zones")
    yield from linked_names(scope, finding, Stage)
    yield from linked_names(scope, finding, Touchpoint)
    yield all_in(scope, finding, "segments")


def _actions(scope: Scope, holder: ProblemFound | ZoneVerdict) -> tuple[Inlines, ...]:
    return tuple(linked_names(scope, holder, Action))


def _verdicts(scope: Scope) -> Iterator[Row]:
    for each in scope.state.zone_audit:
        yield _verdict(scope, each)
    audited = {each.problem_zone for each in scope.state.zone_audit}
    for zone in scope.project.custom_zones:
        if zone.id not in audited:
            described = (scope.t(zone, "shows_as"), line(scope.t(zone, "client_meaning")))
            yield row(
                cell(full_text(scope, zone)),
                *(cell(each) for each in described),
                *[cell()] * 3,
            )


def _verdict(scope: Scope, verdict: ZoneVerdict) -> Row:
    own = scope.item(verdict.problem_zone, CustomZone)
    text = "zone_catalogue." + verdict.problem_zone
    shows = scope.t(own, "shows_as") if own else line(scope.say(f"{text}.shows_as"))
    meaning = scope.t(own, "client_meaning") if own else line(scope.say(f"{text}.client_meaning"))
    missing = scope.t(own, "missing") if own else line(scope.say(f"{text}.missing"))
    told = (meaning, line(scope.say("zones.missing"), NBSP, missing) if missing else ())
    found = verdict.verdict == "found"
    heard = tuple(full_text(scope, each) for each in verdict.heard)
    money = verdict.missed_opportunity
    evidence = [full_text(scope, each) for each in verdict.evidence]
    marks = marks_of(scope, verdict)
    if marks:
        evidence[-1:] = [line(*evidence[-1:], marks)]
    lost: Inlines = ()
    if money:
        lost = bare_figure(scope, money) if money.form else scope.t(money, "text")
        lost = quiet_line(line(scope.say("zones.lost"), " ", lost, marks_of(scope, money)))
    said = line(scope.label("verdict", verdict.verdict))
    where = linked_names(scope, verdict, Touchpoint)
    where += names_in(scope, verdict, "departments")
    name = full_text(scope, own) if own else scope.who(verdict, "problem_zone")
    return row(
        cell(name, strong(said) if found else quiet_line(said), lost),
        cell(*((shows,) if own else ()), *heard or ((shows,) if found and not own else ())),
        cell(*(told if found or own else ())),
        cell(*evidence),
        cell(*where),
        cell(*(actions_of_zone(scope, verdict) if found else _actions(scope, verdict))),
    )


def actions_of_zone(scope: Scope, verdict: ZoneVerdict) -> tuple[Inlines, ...]:
    """What is done about a zone, with the numbers of the actions; a gap where nothing is."""
    own = _actions(scope, verdict)
    if own:
        return own
    planned = (numbered(scope, each, scope.t(each, "name")) for each in planned_for(scope, verdict))
    return tuple(planned) or (gap(scope, "action", verdict, "actions"),)


def planned_for(scope: Scope, verdict: ZoneVerdict) -> tuple[Action, ...]:
    """The actions a verdict names; where it names none, those of its zone, or of the problems found in it."""
    relations, name = scope.relations, verdict.problem_zone
    own = relations.linked(verdict, Action)
    problems = (*relations.linked(verdict, ProblemFound), *relations.naming(name, ProblemFound))
    others = [*relations.naming(name, Action)]
    others += [each for problem in problems for each in relations.linked(problem, Action)]
    return own or tuple({id(each): each for each in others}.values())
