"""3. Stages: what each is for, and every touchpoint in full once, under the zone it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeGuard

from conceptgen.composition.builders import Piece, Wide, cell, column, full_grid, h1, label, labelled
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.gaps import gap
from conceptgen.composition.heard import Heard, set_large, weightiest
from conceptgen.composition.lines import join, quiet, quiet_line
from conceptgen.composition.marks import full_text, marks_of, statements
from conceptgen.composition.names import all_in, linked_name
from conceptgen.composition.pictures import named_photographs
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain import overview, process, touchpoint
from conceptgen.composition.sections.chain.lookups import graded, in_rounds, level, route, target
from conceptgen.composition.sections.chain.stage_heads import phases_of, tone
from conceptgen.document.blocks import Alike, Block, Cell, Heading, Paragraph, Row, Table
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import ProblemFound
from conceptgen.model.chain import Stage, Zone
from conceptgen.model.touchpoint_positions import Placed, StageInChain, ZoneInStage

_COLUMNS = 7


def blocks(scope: Scope) -> Iterator[Piece]:
    """Every stage with its touchpoints, each in full once."""
    way = route(scope)
    if way:
        heard = _heard(scope, way)
        stages = [block for step in way for block in _stage(scope, step, heard.get(step.number))]
        yield Wide((h1(scope, "chain.stages.title"), *overview.blocks(scope), *_alike(stages)))


def _alike(blocks: Iterable[Block]) -> Iterator[Block]:
    """The tables of touchpoints with their columns in the same places, stage after stage."""
    listed = list(blocks)
    alike = Alike(tuple(row for each in listed if _has_touchpoints(each) for row in each.rows))
    yield from (replace(each, alike=alike) if _has_touchpoints(each) else each for each in listed)


def _has_touchpoints(block: Block) -> TypeGuard[Table]:
    return isinstance(block, Table) and block.anchor.startswith("chain_touchpoints")


def _stage(scope: Scope, step: StageInChain, heard: Heard | None) -> Iterator[Block]:
    yield Heading(2, full_text(scope, step.stage, "name"))
    yield _about(scope, step.stage)
    if heard:
        problem, said = heard
        yield from set_large(scope, said, scope.t(problem, "text"))
    shared = list(_shared(scope, step))
    if not (step.zones or shared):
        yield Paragraph(gap(scope, "touchpoints", step.stage))
        return
    rows = [row for spot in step.zones for row in _spot(scope, spot)] + shared
    name = scope.t(step.stage, "name")
    yield from full_grid(
        scope, "chain.touchpoints", touchpoint.heads(scope), rows, stage=name, number=str(step.number)
    )
    yield from process.blocks(scope, step)
    yield from _photographs(scope, step)


def _heard(scope: Scope, way: Iterable[StageInChain]) -> dict[int, Heard]:
    """What clients say of each stage: the weightiest problem that is met here first, not at a stage before it."""
    said: dict[int, Heard] = {}
    left = [each for each in scope.state.findings if each.heard]
    for step in way:
        parts = (step.stage, *(placed.touchpoint for placed in step.placed))
        met = {id(each) for part in parts for each in scope.relations.linked(part, ProblemFound)}
        if found := weightiest(each for each in left if id(each) in met):
            said[step.number] = found
        left = [each for each in left if id(each) not in met]
    return said


def _photographs(scope: Scope, step: StageInChain) -> Iterator[Block]:
    """Those of its touchpoints, each by the number and name of what it shows."""
    named = [
        (each, line(f"{placed.number} ", scope.t(placed.touchpoint, "name")))
        for placed in step.placed
        for each in placed.touchpoint.pictures
    ]
    if named:
        yield label(scope, "pictures.of_stage")
        yield from named_photographs(scope, named, wide=True)


def _shared(scope: Scope, step: StageInChain) -> Iterator[Row]:
    """A touchpoint of another stage that belongs here, too: by its number, where it is told of in full."""
    for other in route(scope):
        for placed in other.placed:
            if step.stage.id and step.stage.id in placed.touchpoint.also_stages:
                told = scope.tell(
                    "chain.stage.shared",
                    name=line(f"{placed.number} ", linked_name(scope, step.stage, placed.touchpoint)),
                    stage=linked_name(scope, placed.touchpoint, other.stage),
                )
                yield Row((Cell((told,), span=_COLUMNS),))


# ── a stage at a glance ────────────────────────────────────────────────────────────────────────────────────


def _about(scope: Scope, stage: Stage) -> Table:
    """One row of what is known of the stage, without the columns that have nothing to say."""
    phase = phases_of(scope, stage)
    known = (
        ("phase", 1.0, (phase, quiet_line(scope.t(stage, "group")))),
        ("goal", 1.6, (scope.t(stage, "client_goal") or gap(scope, "client_goal", stage),)),
        ("deeds", 1.5, tuple(full_text(scope, each) for each in stage.client_actions)),
        (
            "bounds",
            1.5,
            (
                labelled(scope, "chain.labels.entry", scope.t(stage, "entry_event")),
                labelled(scope, "chain.labels.exit", scope.t(stage, "exit_event")),
            ),
        ),
        ("duration", 1.0, (_duration(scope, stage),)),
        ("feeling", 1.2, tuple(_feelings(scope, stage))),
        ("pain", 1.5, tuple(full_text(scope, each) for each in stage.pain)),
    )
    kept = [(key, weight, said) for key, weight, said in known if any(said)]
    heads = tuple(column(scope, f"chain.columns.{key}", weight) for key, weight, _ in kept)
    cells = (cell(*said, tone=tone(stage) if key == "phase" else "none") for key, _, said in kept)
    return Table(heads, (Row(tuple(cells)),), alt=stage.name, stays=True)


def _duration(scope: Scope, stage: Stage) -> Inlines:
    duration = stage.duration
    if duration is None:
        return ()
    figure = bare_figure(scope, duration) if duration.form else ()
    said = join([figure, scope.t(duration, "text"), scope.t(duration, "anchor")])
    return line(said, marks_of(scope, duration))


def _feelings(scope: Scope, stage: Stage) -> Iterator[Inlines]:
    """Round by round, then as it shall be."""
    for each in in_rounds(scope, stage.emotion):
        name = quiet_line(line(scope.who(each, "round"), ": ")) if each.round else ()
        yield line(name, graded(scope, each), marks_of(scope, each))
    then = target(stage.emotion)
    if then:
        yield labelled(scope, "chain.labels.then", line(graded(scope, then), marks_of(scope, then)))


# ── the rows of a zone ─────────────────────────────────────────────────────────────────────────────────────


def _spot(scope: Scope, spot: ZoneInStage) -> Iterator[Row]:
    if spot.written or spot.element:
        yield Row((Cell(tuple(each for each in _over(scope, spot) if each), span=_COLUMNS),), "group")
    met: set[int] = set()
    for each in spot.placed:
        yield touchpoint.row(scope, each, introduces=_is_first(each, spot, met))
    for element in spot.bare:
        yield Row(
            (cell(full_text(scope, element)), Cell((gap(scope, "touchpoints", element),), span=_COLUMNS - 1))
        )
    if not (spot.placed or spot.bare):
        yield Row((Cell((gap(scope, "touchpoints", spot.zone or scope.chain),), span=_COLUMNS),))


def _is_first(placed: Placed, spot: ZoneInStage, met: set[int]) -> bool:
    """True if a touchpoint is the first of an element that is written in this very zone."""
    element = placed.element
    if element is None or id(element) in met:
        return False
    met.add(id(element))
    return spot.written is not None and any(element is each for each in spot.written.elements)


def _over(scope: Scope, spot: ZoneInStage) -> Iterator[Inlines]:
    """The head of a zone: its number and name; through what, where, whose; what hurts in it."""
    if spot.element:
        yield line(f"{spot.number} ", full_text(scope, spot.element))
    if spot.zone and spot.written:
        yield line(
            level(scope, "zone"), f" {spot.number}. ", _zone_name(scope, spot, spot.zone, spot.written)
        )
        yield quiet_line(join([*_details(scope, spot.written, spot.zone)], ". "))
        yield labelled(scope, "chain.labels.pain", statements(scope, spot.written.pain))


def _zone_name(scope: Scope, spot: ZoneInStage, zone: Zone, written: Zone) -> Inlines:
    kind = scope.label("zone_kind", zone.kind) if zone.kind else ""
    if not spot.is_reused:
        return line(full_text(scope, zone, "name"), f" ({kind})" if kind else "")
    aside = "; ".join(filter(None, (kind, scope.say("chain.stage.again"))))
    return line(scope.t(zone, "name"), marks_of(scope, written), quiet(f" ({aside})"))


def _details(scope: Scope, written: Zone, home: Zone) -> Iterator[Inlines]:
    def holder(field: str) -> Zone:
        return written if getattr(written, field) else home

    yield labelled(scope, "chain.labels.channels", all_in(scope, holder("channels"), "channels"))
    yield labelled(scope, "chain.labels.site", scope.who(holder("site"), "site"))
    yield labelled(scope, "chain.labels.department", scope.who(holder("department"), "department"))
    yield labelled(scope, "chain.labels.owner", scope.who(holder("owner"), "owner"))
