"""4. Coverage: how much of the chain is answered for, promised and measured; phases, zones, who carries how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from conceptgen.composition.builders import Piece, cell, columns, grid, group, h1, h2, row
from conceptgen.composition.lines import capital, join
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import points
from conceptgen.composition.sections.indicators import phase_name
from conceptgen.document.blocks import Block, Cell, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.model.base import Unknown
from conceptgen.model.enums import Phase
from conceptgen.model.programme import Action
from conceptgen.model.relations import BUILT_IN
from conceptgen.readiness.builders import broken, count, explained
from conceptgen.readiness.touchpoint_links import has, links

_PHASES: tuple[Phase, ...] = ("before", "during", "after")
_OPEN = ("not_checked",)
_LEFT = ("cancelled", "merged")


def blocks(scope: Scope) -> Iterator[Piece]:
    """How much of each chapter is answered, by touchpoints, phases and owners."""
    told: list[Block] = [*_touchpoints(scope), *_phases(scope), *_zones(scope), *_owners(scope)]
    if told:
        yield h1(scope, "readiness.coverage.title")
        yield from told


def _touchpoints(scope: Scope) -> Iterator[Block]:
    rows: list[Row] = []
    for chain in scope.project.chains:
        own = scope.of(chain)
        placed = points(own)
        if placed:
            rows.append(group(scope.t(chain, "name"), 3))
        for link in links(scope) if placed else ():
            covered = sum(has(own, each, link) for each in placed)
            rows.append(_share(scope, link, covered, len(placed)))
    if rows:
        yield h2(scope, "readiness.coverage.touchpoints")
    heads = columns(
        scope, ("measure", 3.0), ("covered", 1.0, "right"), ("share", 1.0, "right"), of="readiness.columns"
    )
    yield from grid(scope, "readiness.touchpoints", heads, rows)


def _share(scope: Scope, link: str, covered: int, total: int) -> Row:
    percent = (Decimal(covered) * 100 / total).quantize(Decimal(1), ROUND_HALF_UP)
    told = scope.say("readiness.coverage.of", part=covered, whole=total)
    return row(
        cell(line(scope.say(f"readiness.coverage.{link}"))),
        cell(line(told)),
        cell(line(scope.words.quantity(str(percent), "pct")), tone="good" if covered == total else "none"),
    )


def _phases(scope: Scope) -> Iterator[Block]:
    stages = Counter(
        phase for chain in scope.project.chains for stage in chain.stages for phase in stage.phases
    )
    indicators = Counter(each.phase for each in scope.concept.indicators)
    if not (stages or indicators):
        return
    yield h2(scope, "readiness.coverage.phases")
    kinds = [("stages", stages), ("measured", indicators)]
    asked = [(key, found) for key, found in kinds if scope.project.chains or key != "stages"]
    asked = [(key, found) for key, found in asked if scope.project.concept or key != "measured"]
    heads = columns(scope, ("phase", 2.4), *((key, 1.4) for key, _ in asked), of="readiness.columns")
    rows = [
        row(
            cell(capital(phase_name(scope, phase))),
            *(_number(scope, key, found[phase]) for key, found in asked),
        )
        for phase in _PHASES
    ]
    yield from grid(scope, "readiness.phases", heads, rows)


def _number(scope: Scope, key: str, found: int) -> Cell:
    return count(found) if found else broken(scope, key)


def _zones(scope: Scope) -> Iterator[Block]:
    if scope.concept.current_state is None:
        return
    judged = {each.problem_zone for each in scope.state.zone_audit if each.verdict not in _OPEN}
    zones = [*BUILT_IN["ProblemZone"], *(each.id for each in scope.project.custom_zones if each.id)]
    left = [zone for zone in zones if zone not in judged]
    yield h2(scope, "readiness.coverage.zones")
    told = scope.say("readiness.coverage.judged", part=len(zones) - len(left), whole=len(zones))
    names: Inlines = join((scope.named(zone) for zone in left), "; ")
    yield Paragraph(line(told, scope.tell("readiness.coverage.left", zones=names) if left else ""))


def _owners(scope: Scope) -> Iterator[Block]:
    programme = scope.concept.programme
    actions = [each for each in (programme.actions if programme else ()) if each.status not in _LEFT]
    if not actions:
        return
    yield h2(scope, "readiness.coverage.owners")
    carried = Counter(_owner(each) for each in actions)
    heads = columns(
        scope, ("owner", 3.0), ("carries", 1.2, "right"), ("done", 1.2, "right"), of="readiness.columns"
    )
    done = Counter(_owner(each) for each in actions if each.status == "done")
    ranked = sorted(carried.items(), key=lambda pair: -pair[1])
    rows = [row(_carrier(scope, name), count(n), count(done[name])) for name, n in ranked]
    yield from explained(scope, "readiness.owners", heads, rows)


def _owner(action: Action) -> str | None:
    """Who answers for it; None for nobody, "" for one who is not known yet."""
    return "" if isinstance(action.owner, Unknown) else action.owner


def _carrier(scope: Scope, name: str | None) -> Cell:
    if name is None:
        return broken(scope, "owner")
    return cell(scope.named(name) if name else line(scope.say("readiness.coverage.unknown_owner")))
