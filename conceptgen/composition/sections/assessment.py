"""2.2–2.3 How the service was assessed, and how its components stand."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.argument import argued
from conceptgen.composition.builders import (
    Piece,
    bullets,
    cell,
    columns,
    grid,
    group,
    h2,
    noted,
    paragraph,
    refer,
    row,
)
from conceptgen.composition.charts.criteria import (
    criteria_chart,
    remarks_on_rounds,
    scored_by_component,
)
from conceptgen.composition.figures import bare_figure, bare_number
from conceptgen.composition.gaps import gap
from conceptgen.composition.lines import quiet_line, strong
from conceptgen.composition.marks import full_text, marks_of, statements
from conceptgen.composition.names import all_in
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import has_low, has_scores, score_text, standing
from conceptgen.composition.sections import method
from conceptgen.document.blocks import Block, Cell, Column, Paragraph, Row, Tone
from conceptgen.document.inline import Inlines, Text, line
from conceptgen.model.assessment import Criterion, Round, Score
from conceptgen.model.scoring import is_low


def blocks(scope: Scope) -> Iterator[Piece]:
    """2.2 and 2.3."""
    told = [*_how(scope)]
    if told:
        yield h2(scope, "assessment.how")
        yield from told
    yield from argued(scope, "scores", _standing(scope))


def _standing(scope: Scope) -> Iterator[Piece]:
    yield h2(scope, "assessment.components")
    yield from _component_sentences(scope)
    if scope.state.not_assessed:
        key = "not_assessed_part" if has_scores(scope) else "not_assessed"
        reason = scope.t(scope.state.not_assessed, "reason")
        yield Paragraph(line(scope.say(f"assessment.{key}"), " ", reason))
    elif not scope.state.criteria:
        yield Paragraph(gap(scope, "scores", scope.state, "criteria"))
    yield from _score_table(scope)
    if method.has_voices(scope):
        yield refer(line(scope.say("voices.refer")), method.VOICES)
    chart = criteria_chart(scope)
    if chart:
        yield chart
        if remark := remarks_on_rounds(scope):
            yield Paragraph(remark, "note")


def _how(scope: Scope) -> Iterator[Block]:
    scale = scope.state.scale
    low, high, threshold = (bare_number(scope, scale, field) for field in ("min", "max", "low_threshold"))
    if scope.state.criteria and not has_scores(scope) and not scope.state.not_assessed:
        yield Paragraph(line(scope.say("assessment.not_scored")))
    elif has_scores(scope):
        yield Paragraph(scope.tell("assessment.scale", min=low, max=high, threshold=threshold))
    yield from paragraph(scope.t(scale, "rescaled_from"))
    heads = columns(
        scope, ("round", 1.3), ("date", 1.0), ("how", 1.3), ("who_asked", 2.2), ("answered", 1.0, "center")
    )
    yield from grid(scope, "rounds", heads, [_round(scope, each) for each in scope.state.rounds])


def _round(scope: Scope, each: Round) -> Row:
    voices = all_in(scope, each, "assessors")
    comparable = each.comparable_with_previous
    note = scope.t(each, "comparability_note")
    compared = {True: "comparable", False: "not_comparable", None: ""}[comparable]
    answered, invited = bare_number(scope, each, "respondents"), bare_number(scope, each, "invited")
    if answered and invited:
        answered = scope.tell("assessment.of", part=answered, whole=invited)
    elif invited:
        answered = scope.tell("sources.people.invited", count=invited)
    return row(
        cell(line(scope.round_name(each), marks_of(scope, each))),
        cell(scope.date(each)),
        cell(line(scope.label("round_method", each.method)) if each.method else ()),
        cell(
            scope.t(each, "population"),
            line(scope.say("assessment.assessors"), " ", voices) if voices else (),
            line(scope.say(f"assessment.{compared}"), line(": ", note) if note else "") if compared else note,
        ),
        cell(answered),
    )


def _component_sentences(scope: Scope) -> Iterator[Block]:
    names = scope.state.components
    said = (line(strong(scope.named(n)), ". ", scope.keyed(scope.state, "components", n)) for n in names)
    yield from bullets(said)


def _score_table(scope: Scope) -> tuple[Block, ...]:
    rounds: list[Round | None] = ([*scope.state.rounds] or [None]) if has_scores(scope) else []
    targets = any(each.target is not None for each in scope.state.criteria)
    heads: list[Column] = [*columns(scope, ("criterion", 2.0))]
    for each in rounds:
        name = scope.round_name(each) if each else line(scope.say("chart.score"))
        heads.append(Column(name, 0.8, "center"))
    if targets:
        heads += columns(scope, ("target", 0.6, "center"))
    heads += columns(scope, ("evidence", 2.6))
    rows: list[Row] = []
    component = ""
    for criterion in scored_by_component(scope):
        if criterion.component != component:
            component = criterion.component
            rows.append(group(scope.named(component), len(heads)))
        rows.append(_score_row(scope, criterion, rounds, targets))
    key = "scores" if has_low(scope) else "scores_even" if has_scores(scope) else "scores_none"
    table = grid(scope, key, tuple(heads), rows)
    return noted(scope, "scores.note", table) if has_low(scope) else table


def _score_row(scope: Scope, criterion: Criterion, rounds: list[Round | None], targets: bool) -> Row:
    cells = [cell(full_text(scope, criterion), scope.t(criterion, "description", "quiet"))]
    for each in rounds:
        stands = standing(criterion, each)
        tone: Tone = "low" if is_low(scope.state, stands.value) else "none"
        cells.append(
            cell(score_text(scope, stands) or (Text(scope.say("labels.no_data"), "unknown"),), tone=tone)
        )
    if targets:
        cells.append(cell(bare_number(scope, criterion, "target")))
    return row(*cells, _evidence(scope, criterion))


def _evidence(scope: Scope, criterion: Criterion) -> Cell:
    said = [_said_of(scope, score) for score in criterion.scores if score.evidence]
    cited = line(*(marks_of(scope, score) for score in criterion.scores if not score.evidence))
    said.append(line(scope.say("assessment.by_sources"), cited) if cited else ())
    said += [bare_figure(scope, score) for score in criterion.scores if score.unknown]
    return cell(*said)


def _said_of(scope: Scope, score: Score) -> Inlines:
    """The evidence of a score, under the name of its round where there are several."""
    several = len(scope.state.rounds) > 1 and score.round
    name = line(quiet_line(scope.who(score, "round")), ": ") if several and score.round else ()
    return line(name, statements(scope, score.evidence), marks_of(scope, score))
