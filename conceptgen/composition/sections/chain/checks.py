"""The checks of a chain: the share of standards kept, each visit, and what was seen of each standard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.builders import (
    EMPTY,
    Piece,
    cell,
    columns,
    full_grid,
    grid,
    group,
    h1,
    labelled,
    lead,
    paragraph,
    row,
)
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.lines import capital, enumerated, quiet_line, strong, without_full_stop
from conceptgen.composition.marks import full_text, marks_of, statements
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import points, route, spoken_name
from conceptgen.document.blocks import Block, Cell, Column, Heading, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.chain import Standard
from conceptgen.model.check_scores import (
    ENOUGH_FOR_A_SHARE,
    Answered,
    Tally,
    answers,
    answers_at,
    are_comparable,
    held,
    tally,
)
from conceptgen.model.checks import Check, CheckVisit
from conceptgen.model.standard_parts import is_share
from conceptgen.model.touchpoint_positions import Placed


def blocks(scope: Scope) -> Iterator[Piece]:
    """The shares by stage and zone, then each check: its visits, and what they saw."""
    checks = scope.chain.checks
    if not checks:
        return
    yield h1(scope, "chain.checks.title")
    yield from _shares(scope)
    previous: Check | None = None
    for number, each in enumerate(checks, 1):
        yield from head_of(scope, each)
        if previous and previous.visits and each.visits and not are_comparable(each, previous):
            yield from paragraph(line(scope.say("chain.checks.not_comparable")))
        yield from visits_of(scope, each, str(number))
        previous = each


def told(scope: Scope, count: Tally) -> str:
    """«7 из 9»; from ten answers on the share too: «41 из 52 (79 %)»."""
    if not count.asked:
        return ""
    said = scope.say("chain.checks.of", kept=str(count.kept), asked=str(count.asked))
    share = scope.words.quantity(str(count.share), "pct") if count.asked >= ENOUGH_FOR_A_SHARE else ""
    return f"{said} ({share})" if share else said


def _shares(scope: Scope) -> Iterator[Block]:
    """Stages and their zones, a column for each check."""
    checks = held(scope.chain)
    heads = (
        *columns(scope, ("shares", 2.4), of="chain.checks.columns"),
        *(Column(scope.t(each, "name"), 1.2, "center") for each in checks),
    )
    rows = [each for step in _asked_stages(scope, checks) for each in step]
    if rows:
        rows.append(_row(scope, strong(line(scope.say("chain.checks.whole"))), checks, points(scope)))
    yield from full_grid(scope, "chain.checks.shares", heads, rows)
    yield from unasked(scope, checks)


def unasked(scope: Scope, checks: Sequence[Check]) -> Iterator[Block]:
    """The stages that no check asked about, by number: what is counted of the whole leaves them out."""
    numbers = [
        str(step.number) for step in route(scope) if not any(answers_at(each, step.placed) for each in checks)
    ]
    if checks and numbers:
        key = "unasked_stages" if len(numbers) > 1 else "unasked_stage"
        last = f" {scope.say('and')} "
        told = scope.say(f"chain.checks.{key}", number=enumerated(numbers, last))
        yield Paragraph(line(told), "note")


def _asked_stages(scope: Scope, checks: Sequence[Check]) -> Iterator[list[Row]]:
    for step in route(scope):
        zones = [(spot.zone, spot.placed) for spot in step.zones if spot.zone]
        asked = [(zone, placed) for zone, placed in zones if any(answers_at(each, placed) for each in checks)]
        if not any(answers_at(each, step.placed) for each in checks):
            continue
        name = line(f"{step.number}. ", scope.t(step.stage, "name"))
        rows = [_row(scope, strong(name), checks, step.placed)]
        if len(asked) > 1:
            rows += [_row(scope, scope.t(zone, "name"), checks, placed) for zone, placed in asked]
        yield rows


def _row(scope: Scope, name: Inlines, checks: Sequence[Check], placed: Sequence[Placed]) -> Row:
    return row(cell(name), *(_share(scope, tally(answers_at(each, placed))) for each in checks))


def _share(scope: Scope, count: Tally) -> Cell:
    """A share below a half stands out."""
    said = told(scope, count)
    return cell(line(said), tone="low" if 2 * count.kept < count.asked else "none") if said else EMPTY


def head_of(scope: Scope, check: Check) -> Iterator[Block]:
    """What a check is called, what it comes to, the round it belongs to."""
    yield Heading(2, full_text(scope, check))
    yield from lead(_sum(scope, check))
    yield from paragraph(labelled(scope, "chain.checks.round", scope.who(check, "round")))


def visits_of(scope: Scope, check: Check, number: str) -> Iterator[Block]:
    """What its comparison must heed, each visit, what was seen; ``number`` tells its tables from those of others."""
    yield from paragraph(scope.t(check, "comparability_note"))
    heads = columns(
        scope, ("visit", 0.4), ("when", 1.0), ("how", 1.3), ("place", 1.7), ("impression", 2.8),
        of="chain.checks.columns",
    )  # fmt: skip
    visits = [_visit(scope, n, each) for n, each in enumerate(check.visits, 1)]
    yield from grid(scope, "chain.checks.visits", heads, visits, number=number, check=scope.t(check, "name"))
    yield from _seen(scope, check, number)


def _sum(scope: Scope, check: Check) -> Inlines:
    every = answers_at(check, points(scope))
    said = told(scope, tally(every))
    visits = str(len(check.visits))
    return line(scope.say("chain.checks.sum", visits=visits, share=said)) if said else ()


def _visit(scope: Scope, number: int, visit: CheckVisit) -> Row:
    way = scope.label("check_way", visit.way) if visit.way else ""
    return row(
        cell(line(str(number))),
        cell(line(scope.date(visit), marks_of(scope, visit)), scope.t(visit, "time")),
        cell(capital(line(way)) if way else (), scope.t(visit, "checker")),
        cell(scope.t(visit, "place"), labelled(scope, "chain.checks.served", scope.t(visit, "served_by"))),
        cell(
            labelled(scope, "chain.checks.best", scope.t(visit, "best")),
            labelled(scope, "chain.checks.worst", scope.t(visit, "worst")),
            labelled(scope, "chain.checks.heard", statements(scope, visit.heard)),
        ),
    )


def _seen(scope: Scope, check: Check, number: str) -> Iterator[Block]:
    """Under each touchpoint its standards: how often kept, on which visits, what was seen."""
    heads = columns(
        scope, ("standard", 2.6), ("kept", 0.9, "center"), ("seen", 3.6), of="chain.checks.columns"
    )
    rows: list[Row] = []
    for placed in points(scope):
        found = [
            each for one in placed.standard for each in _by_part(scope, one, answers(check, placed, one))
        ]
        if found:
            rows.append(group(spoken_name(scope, placed), len(heads)))
        for asked, those in found:
            rows.append(row(cell(asked), _share(scope, tally(those)), cell(*_answers(scope, those))))
    yield from full_grid(scope, "chain.checks.seen", heads, rows, number=number, check=scope.t(check, "name"))


def _by_part(
    scope: Scope, standard: Standard, those: Sequence[Answered]
) -> Iterator[tuple[Inlines, list[Answered]]]:
    """The answers about the whole of a standard, then those about each part of it."""
    for part in dict.fromkeys(each.answer.part for each in those):
        about = [each for each in those if each.answer.part == part]
        yield scope.t(about[0].answer, "part") or _asked(scope, standard), about


def _asked(scope: Scope, standard: Standard) -> Inlines:
    """What a visit was to see, with its norm; that of a share of many cases says nothing of one."""
    limit = bare_figure(scope, standard.limit) if standard.limit and not is_share(standard) else ()
    text = scope.t(standard, "text")
    return line(without_full_stop(text), ": ", limit) if limit else text


def _answers(scope: Scope, those: Sequence[Answered]) -> Iterator[Inlines]:
    """What has words of its own on a line each; the bare answers together: «да: визиты 1, 2, 4»."""
    bare = [each for each in those if not _words(scope, each)]
    for kept in ("broken", "kept", "not_seen"):
        for each in those:
            if each.answer.kept == kept and (words := _words(scope, each)):
                said = scope.say(
                    "chain.checks.on_visit", kept=scope.label("kept", kept), number=str(each.number)
                )
                yield line(capital(line(said)), words)
        if numbers := [str(each.number) for each in bare if each.answer.kept == kept]:
            key = "on_visits" if len(numbers) > 1 else "on_visit"
            said = scope.say(f"chain.checks.{key}", kept=scope.label("kept", kept), number=", ".join(numbers))
            yield quiet_line(capital(line(said)))


def _words(scope: Scope, each: Answered) -> Inlines:
    time = scope.t(each.answer, "time")
    evidence = statements(scope, each.answer.evidence)
    said = line(", " if time else "", time, ": " if evidence else "", evidence)
    return line(said, marks_of(scope, each.answer))


def latest_share(scope: Scope, placed: Placed, one: Standard) -> Inlines:
    """What the last check that asked it says of a standard: «соблюдается: 7 из 9 (Осенняя проверка)»."""
    for check in reversed(held(scope.chain)):
        if count := told(scope, tally(answers(check, placed, one))):
            name = scope.t(check, "name")
            return quiet_line(scope.tell("chain.checks.latest", share=count, check=name))
    return ()
