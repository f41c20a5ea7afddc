"""The rows of the map: what each says of a stage; and the table that puts stages side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from conceptgen.composition.builders import cell, group, labelled
from conceptgen.composition.gaps import gap
from conceptgen.composition.lines import quiet, strong
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain import feeling_line, stage_heads
from conceptgen.composition.sections.chain.lookups import (
    decided,
    graded,
    latest,
    numbers,
    servants,
    spoken_name,
    target,
    unrepeated,
    value,
    weightiest,
)
from conceptgen.document.blocks import Cell, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.languages.words import NBSP
from conceptgen.model.chain import Touchpoint
from conceptgen.model.touchpoint_positions import Placed, StageInChain

Told = tuple[Inlines, ...]
Tell = Callable[[Scope, StageInChain], Told]

DEEDS = 2
"""Touchpoints of a stage that are told of, where not all can be."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """A row of the map: the key of its head and what it says of each stage; the field of a stage that it wants said."""

    key: str
    tell: Tell
    wants: str = ""


def sheets(way: Sequence[StageInChain], most: int) -> Iterator[Sequence[StageInChain]]:
    """The stages of each table, spread evenly."""
    count = -(-len(way) // most)
    size = -(-len(way) // count) if count else 1
    return (way[start : start + size] for start in range(0, len(way), size))


def told_once(row: MapRow) -> MapRow:
    """The same row, which asks what it says of a stage once, however many sheets are tried."""
    known: dict[int, Told] = {}

    def tell(scope: Scope, step: StageInChain) -> Told:
        if step.number not in known:
            known[step.number] = row.tell(scope, step)
        return known[step.number]

    return replace(row, tell=tell)


def rows(scope: Scope, sheet: Sequence[StageInChain], wanted: Sequence[MapRow]) -> Iterator[Row]:
    """The phases, then each row that has something to say of any stage; what is not seen, below a line."""
    yield from stage_heads.phases(scope, sheet)
    for at, each in enumerate(wanted):
        if each.key == "line":
            yield from feeling_line.rows(scope, sheet)
            continue
        told = [each.tell(scope, step) for step in sheet]
        if any(told) or each.wants:
            if each.key == "backstage" and any(one.key == "onstage" for one in wanted[:at]):
                yield _visibility(scope, len(sheet) + 1)
            cells = (_cell(scope, each, step, said) for step, said in zip(sheet, told, strict=True))
            yield Row((Cell((strong(line(scope.say(f"chain.map.{each.key}"))),)), *cells))


def _visibility(scope: Scope, span: int) -> Row:
    return group(line(scope.say("chain.map.visibility")), span)


def _cell(scope: Scope, each: MapRow, step: StageInChain, told: Told) -> Cell:
    missing = () if told or not each.wants else (gap(scope, each.key, step.stage, each.wants),)
    return cell(*told, *missing)


# ── what each row says ─────────────────────────────────────────────────────────────────────────────────────


def goal(scope: Scope, step: StageInChain) -> Told:
    """What the client wants."""
    said = scope.t(step.stage, "client_goal")
    return (said,) if said else ()


def deeds(scope: Scope, step: StageInChain) -> Told:
    """What the client does."""
    return tuple(scope.t(each, "text") for each in step.stage.client_actions)


def touchpoints(scope: Scope, step: StageInChain) -> Told:
    """Every touchpoint with its score."""
    return tuple(scored_name(scope, each) for each in step.placed)


def scored_name(scope: Scope, placed: Placed) -> Inlines:
    """«2.1.1 Звонок о брони (5)»."""
    score = value(scope, placed.touchpoint.scores)
    shown = f"{NBSP}({scope.words.number(score)})" if score is not None else ""
    return line(spoken_name(scope, placed), quiet(shown) if shown else "")


def feeling(scope: Scope, step: StageInChain) -> Told:
    """How the client feels now, how he shall feel."""
    now, then = latest(scope, step.stage.emotion), target(step.stage.emotion)
    said = (
        labelled(scope, "chain.labels.now", graded(scope, now)),
        labelled(scope, "chain.labels.then", graded(scope, then)),
    )
    return tuple(each for each in said if each)


def feeling_now(scope: Scope, step: StageInChain) -> Told:
    """How the client feels now."""
    now = graded(scope, latest(scope, step.stage.emotion))
    return (now,) if now else ()


def line_of_feeling(_: Scope, __: StageInChain) -> Told:
    """Nothing in words: it is drawn across the stages."""
    return ()


def pain(scope: Scope, step: StageInChain) -> Told:
    """What hurts: of the stage, else of its touchpoints that matter most."""
    holders = (
        [step.stage] if step.stage.pain else [p.touchpoint for p in weightiest(scope, step.placed)][:DEEDS]
    )
    return tuple(scope.t(each, "text") for holder in holders for each in holder.pain)


def onstage(scope: Scope, step: StageInChain) -> Told:
    """What the client sees at the touchpoints that matter most."""
    return _deeds(scope, step, "frontstage")


def backstage(scope: Scope, step: StageInChain) -> Told:
    """What he does not see there."""
    return _deeds(scope, step, "backstage")


def _deeds(scope: Scope, step: StageInChain, layer: str) -> Told:
    with_it = [each for each in weightiest(scope, step.placed) if getattr(each.touchpoint, layer)]
    return tuple(
        line(quiet(f"{each.number} "), _wording(scope, each.touchpoint, layer)) for each in with_it[:DEEDS]
    )


def _wording(scope: Scope, touchpoint: Touchpoint, layer: str) -> Inlines:
    wording = getattr(touchpoint, layer)
    return scope.t(wording, "now") or scope.t(wording, "to_be")


def served_by(scope: Scope, step: StageInChain) -> Told:
    """Who serves."""
    return unrepeated(scope.named(party) for party in servants(step.placed))


def decision(scope: Scope, step: StageInChain) -> Told:
    """«изменить: 2.1.1, 2.1.2»."""
    return tuple(
        line(scope.label("decision", each), ": ", numbers(those))
        for each, those in decided(step.placed).items()
    )
