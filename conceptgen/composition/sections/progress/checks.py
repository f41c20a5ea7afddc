"""3. The standards on visits: the last check of each chain beside the one before it, then what visits saw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from conceptgen.composition.builders import EMPTY, Piece, cell, columns, full_grid, h1, paragraph, row
from conceptgen.composition.edition import known_on, own_day
from conceptgen.composition.lines import enumerated, strong
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.check_questions import Asked, asked_at
from conceptgen.composition.sections.chain.checks import head_of, told, unasked, visits_of
from conceptgen.composition.sections.chain.lookups import points, route
from conceptgen.document.blocks import Block, Cell, Column, Paragraph, Row, Tone
from conceptgen.document.inline import Inlines, line
from conceptgen.model.check_scores import answers, answers_at, are_comparable, held, tally
from conceptgen.model.checks import Check
from conceptgen.model.touchpoint_positions import Placed


def blocks(scope: Scope) -> Iterator[Piece]:
    """A table a chain; a change is told only where both checks asked the same."""
    told_of = [block for chain in scope.project.chains if held(chain) for block in _chain(scope.of(chain))]
    if told_of:
        yield h1(scope, "progress.checks.title")
        yield from told_of


def _chain(scope: Scope) -> Iterator[Block]:
    *before, last = held(scope.chain)[-2:]
    is_comparable = bool(before) and are_comparable(last, before[0])
    checks = [*before, last]
    heads = (
        *columns(scope, ("stage", 2.4), of="progress.checks.columns"),
        *(Column(scope.t(each, "name"), 1.4, "center") for each in checks),
        *(columns(scope, ("change", 1.0, "center"), of="progress.checks.columns") if is_comparable else ()),
    )
    rows = [
        _row(line(f"{step.number}. ", scope.t(step.stage, "name")), scope, checks, step.placed, is_comparable)
        for step in route(scope)
        if any(answers_at(each, step.placed) for each in checks)
    ]
    whole = strong(line(scope.say("chain.checks.whole")))
    rows.append(_row(whole, scope, checks, points(scope), is_comparable))
    number = str(scope.project.chains.index(scope.chain) + 1)
    yield from full_grid(
        scope, "progress.checks", heads, rows, number=number, chain=scope.t(scope.chain, "name")
    )
    yield from unasked(scope, checks)
    yield from _part_of_the_form(scope, checks)
    late = _late(scope)
    if before and not is_comparable:
        yield from paragraph(line(scope.say("chain.checks.not_comparable")))
        if last not in late:
            yield from paragraph(scope.t(last, "comparability_note"))
    for place, check in enumerate(late, 1):
        yield from head_of(scope, check)
        yield from visits_of(scope, check, f"{number}_{place}")


def _part_of_the_form(scope: Scope, checks: Sequence[Check]) -> Iterator[Block]:
    """How much of the form was asked, and what of it was not at the stages checked: shares are of the rest."""
    checked = [step for step in route(scope) if any(answers_at(each, step.placed) for each in checks)]
    missed = [
        question.number
        for step in checked
        for placed in step.placed
        for question in asked_at(scope, placed)
        if not any(_is_asked(each, placed, question) for each in checks)
    ]
    if missed:
        every = sum(len(asked_at(scope, placed)) for placed in points(scope))
        of_checked = sum(len(asked_at(scope, placed)) for step in checked for placed in step.placed)
        numbers = enumerated(missed, f" {scope.say('and')} ")
        counts = {"all": every, "asked": of_checked - len(missed)}
        yield Paragraph(line(scope.say("progress.checks.part", numbers=numbers, **counts)), "note")


def _is_asked(check: Check, placed: Placed, question: Asked) -> bool:
    """True if a visit answered it; an answer about the whole standard is one about each of its parts."""
    found = answers(check, placed, question.standard)
    return any(each.answer.part in (None, question.part) for each in found)


def _late(scope: Scope) -> list[Check]:
    """The checks with a visit after the date of the document: once it is approved, none but a report tells of them."""
    known = known_on(scope.project, own_day(scope.project))
    told_before = {id(each) for each in known.chains[scope.project.chains.index(scope.chain)].checks}
    return [each for each in held(scope.chain) if id(each) not in told_before]


def _row(
    name: Inlines, scope: Scope, checks: Sequence[Check], placed: Sequence[Placed], is_comparable: bool
) -> Row:
    counts = [tally(answers_at(each, placed)) for each in checks]
    cells = [cell(line(told(scope, count))) if count.asked else EMPTY for count in counts]
    if is_comparable:
        cells.append(
            _change(scope, counts[-1].share - counts[0].share) if all(c.asked for c in counts) else EMPTY
        )
    return row(cell(name), *cells)


def _change(scope: Scope, points_up: int) -> Cell:
    up = Decimal(points_up)
    tone: Tone = "good" if up > 0 else "low" if up < 0 else "none"
    return cell(line(scope.words.quantity(scope.words.number(up, sign=True), "pp", up)), tone=tone)
