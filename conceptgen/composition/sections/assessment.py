"""2.2–2.3 How the service was assessed, and how its components stand."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, bullets, columns, grid, group, h2, paragraph, refer, row
from conceptgen.composition.charts import MOST_AXES, criteria_chart, scored_by_component
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import has_low, is_scored, score_text, standing
from conceptgen.document.blocks import Block, Cell, Column, Paragraph, Row, Tone
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import Criterion, Round, Score


def blocks(scope: Scope) -> Iterator[Piece]:
    """2.2 and 2.3."""
    yield h2(scope, "assessment.how")
    yield from _how(scope)
    yield h2(scope, "assessment.components")
    yield from _component_sentences(scope)
    if scope.state.not_assessed:
        yield Paragraph(
            line(scope.say("assessment.not_assessed"), " ", scope.t(scope.state.not_assessed, "reason"))
        )
    elif not scope.state.criteria:
        yield Paragraph(scope.gap("scores", scope.state, "criteria"))
    yield from _score_table(scope)
    chart = criteria_chart(scope)
    if chart:
        yield refer(scope, f"chart.criteria.{_refer(scope)}", chart.anchor)
        yield chart


def _refer(scope: Scope) -> str:
    """Which sentence tells of the figure."""
    criteria = scope.state.criteria
    if len(criteria) > MOST_AXES:
        return "refer_ranked"
    return "refer" if any(each.target is not None for each in criteria) else "refer_now"


def _how(scope: Scope) -> Iterator[Block]:
    scale = scope.state.scale
    low, high, threshold = (scope.n(scale, field) for field in ("min", "max", "low_threshold"))
    if scope.state.criteria and not is_scored(scope) and not scope.state.not_assessed:
        yield Paragraph(line(scope.say("assessment.not_scored")))
    elif is_scored(scope):
        yield Paragraph(scope.tell("assessment.scale", min=low, max=high, threshold=threshold))
    yield from paragraph(scope.t(scale, "rescaled_from"))
    heads = columns(
        scope, ("round", 1.3), ("date", 1.0), ("how", 1.3), ("who_asked", 2.2), ("answered", 1.0, "center")
    )
    yield from grid(scope, "rounds", heads, [_round(scope, each) for each in scope.state.rounds])


def _round(scope: Scope, each: Round) -> Row:
    voices = scope.all_in(each, "assessors")
    comparable = each.comparable_with_previous
    note = scope.t(each, "comparability_note")
    compared = {True: "comparable", False: "not_comparable", None: ""}[comparable]
    answered, invited = scope.n(each, "respondents"), scope.n(each, "invited")
    if answered and invited:
        answered = scope.tell("assessment.of", part=answered, whole=invited)
    elif invited:
        answered = scope.tell("sources.people.invited", count=invited)
    return row(
        scope.cell(line(scope.round_name(each), scope.marks(each))),
        scope.cell(scope.date(each)),
        scope.cell(line(scope.label("round_method", each.method)) if each.method else ()),
        scope.cell(
            scope.t(each, "population"),
            line(scope.say("assessment.assessors"), " ", voices) if voices else (),
            line(scope.say(f"assessment.{compared}"), line(": ", note) if note else "") if compared else note,
        ),
        scope.cell(answered),
    )


def _component_sentences(scope: Scope) -> Iterator[Block]:
    names = scope.state.components
    said = (
        line(scope.strong(scope.named(n)), ". ", scope.keyed(scope.state, "components", n)) for n in names
    )
    yield from bullets(said)


def _score_table(scope: Scope) -> tuple[Block, ...]:
    rounds: list[Round | None] = ([*scope.state.rounds] or [None]) if is_scored(scope) else []
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
    key = "scores" if has_low(scope) else "scores_even" if is_scored(scope) else "scores_none"
    return grid(scope, key, tuple(heads), rows)


def _score_row(scope: Scope, criterion: Criterion, rounds: list[Round | None], targets: bool) -> Row:
    cells = [scope.cell(scope.full(criterion), scope.t(criterion, "description", "quiet"))]
    for each in rounds:
        stands = standing(criterion, each)
        tone: Tone = "low" if scope.is_low(stands.value) else "none"
        cells.append(scope.cell(score_text(scope, stands) or scope.no_data(), tone=tone))
    if targets:
        cells.append(scope.cell(scope.n(criterion, "target")))
    return row(*cells, _evidence(scope, criterion))


def _evidence(scope: Scope, criterion: Criterion) -> Cell:
    said = [_said_of(scope, score) for score in criterion.scores if score.evidence]
    cited = line(*(scope.marks(score) for score in criterion.scores if not score.evidence))
    said.append(line(scope.say("assessment.by_sources"), cited) if cited else ())
    said += [scope.figures.bare(score) for score in criterion.scores if score.unknown]
    return scope.cell(*said)


def _said_of(scope: Scope, score: Score) -> Inlines:
    """The evidence of a score, under the name of its round where there are several."""
    several = len(scope.state.rounds) > 1 and score.round
    name = line(scope.quiet_line(scope.who(score, "round")), ": ") if several and score.round else ()
    return line(name, scope.statements(score.evidence), scope.marks(score))
