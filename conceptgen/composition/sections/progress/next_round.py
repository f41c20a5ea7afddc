"""The form of the next round: the same criteria, the same assessors, room for scores and for what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from conceptgen.composition.builders import Piece, bullets, columns, group, h1, paragraph
from conceptgen.composition.charts.criteria import scored_by_component
from conceptgen.composition.comparable import told_rounds
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.figures import bare_number
from conceptgen.composition.forms import card_to_fill, started, to_fill
from conceptgen.composition.lines import full_stop, join
from conceptgen.composition.names import names_in
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Column, Height, Paragraph, Row
from conceptgen.document.inline import Inlines, line, plain


def blocks(scope: Scope) -> Iterator[Piece]:
    """How to fill it in, what the scores mean, and the criteria."""
    if not scope.state.criteria:
        return
    yield h1(scope, "progress.next.title")
    yield from when(scope)
    scale = scope.state.scale
    ends = {field: bare_number(scope, scale, field) for field in ("min", "max")}
    yield Paragraph(scope.tell("progress.next.how", **ends))
    yield from bullets(line(f"{key} — ", scope.keyed(scale, "anchors", key)) for key in scale.anchors)
    yield from _form(scope)


def when(scope: Scope) -> Iterator[Block]:
    """When the next round is held, and how."""
    told = scope.report.next_round
    if told is None:
        return
    due = date_phrase(scope, told, "date", "at", apart="progress.next.apart")
    way = (
        line(scope.say("progress.next.way", way=scope.label("round_method", told.method)))
        if told.method
        else ()
    )
    said = join([due, way], "; ")
    if said:
        yield from paragraph(full_stop(scope.tell("progress.next.when", what=said)))


def short(scope: Scope) -> Iterator[Piece]:
    """When the next round is held: a sentence that follows the forecast."""
    yield from when(scope)


def _assessors(scope: Scope) -> list[Inlines]:
    """Those named for the next round, else those of the last one that names any."""
    told = scope.report.next_round
    if told and told.assessors:
        return names_in(scope, told, "assessors")
    last = next((each for each in reversed(told_rounds(scope)) if each.assessors), None)
    return names_in(scope, last, "assessors") if last else []


def _form(scope: Scope) -> tuple[Block, ...]:
    """Who fills it in, then the criteria with room to write two lines by hand beside each; a form an assessor."""
    heads = (
        *columns(scope, ("criterion", 2.2)),
        Column(line(scope.say("chart.score")), 0.9, "center"),
        *columns(scope, ("evidence", 3.6)),
    )
    rows: list[Row] = []
    component = ""
    for criterion in scored_by_component(scope):
        if criterion.component != component:
            component = criterion.component
            rows.append(group(scope.named(component), len(heads)))
        rows.append(started([scope.t(criterion, "name")], heads, 16))
    caption = scope.tell("progress.next.caption")
    form = to_fill(heads, rows, plain(caption))
    return _who(scope), replace(form, caption=caption, anchor="progress_next")


def _who(scope: Scope) -> Block:
    """Who assesses, on what day, where."""
    sites = scope.project.organization.sites
    site = scope.t(sites[0], "name") if len(sites) == 1 else ()
    line_high: Height = 11
    assessors = _assessors(scope)
    who = "who_of" if len(assessors) > 1 else "who"
    known: dict[str, Inlines] = {who: join(assessors, "  /  "), "date": (), "site": site}
    rows = [(scope.say(f"progress.next.{key}"), value, line_high) for key, value in known.items()]
    return card_to_fill(rows, scope.say("progress.next.caption"))
