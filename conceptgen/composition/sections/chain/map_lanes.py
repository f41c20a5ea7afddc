"""The lanes of the map: what each says of a stage. Which stand on it, and in what order, the chain itself may say."""

from __future__ import annotations

from conceptgen.composition.lines import join, quiet, quiet_line
from conceptgen.composition.names import linked_names, names_in, numbered
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.heat import met, zone_name
from conceptgen.composition.sections.chain.lookups import (
    actions,
    numbers,
    servants,
    unrepeated,
    weightiest,
)
from conceptgen.composition.sections.chain.map_rows import (
    DEEDS,
    MapRow,
    Told,
    backstage,
    decision,
    deeds,
    feeling,
    goal,
    line_of_feeling,
    onstage,
    pain,
    touchpoints,
)
from conceptgen.composition.sections.chain.touchpoint import standard
from conceptgen.document.inline import Inlines, line, without_remarks
from conceptgen.model.assessment import ProblemFound
from conceptgen.model.chain import USUAL_LANES
from conceptgen.model.indicators import Indicator
from conceptgen.model.organization import Department, Role
from conceptgen.model.touchpoint_positions import StageInChain, ZoneInStage


def zones(scope: Scope, step: StageInChain) -> Told:
    """«2.1 Линия записи: звонок, заявка»: each zone with its elements."""
    return tuple(said for spot in step.zones if (said := _zone(scope, spot)))


def _zone(scope: Scope, spot: ZoneInStage) -> Inlines:
    home = spot.element or spot.zone
    if home is None:
        return ()
    inside = () if spot.element else (*(each.element for each in spot.placed), *spot.bare)
    names = unrepeated(scope.t(each, "name") for each in inside if each)
    return line(quiet(f"{spot.number} "), scope.t(home, "name"), line(": ", join(names)) if names else "")


def channels(scope: Scope, step: StageInChain) -> Told:
    """Through what it happens."""
    return unrepeated(
        name for each in step.placed for name in names_in(scope, each.holder("channels"), "channels")
    )


def heard(scope: Scope, step: StageInChain) -> Told:
    """What is said of it: the words heard where a problem was found."""
    holders = (step.stage, *(each.touchpoint for each in step.placed))
    found = (problem for each in holders for problem in scope.relations.linked(each, ProblemFound))
    return unrepeated(scope.t(said, "text") for problem in found for said in problem.heard)


def on_either_side(scope: Scope, step: StageInChain) -> Told:
    """Who serves: those whom the client meets, then those whom he does not see."""
    parties = servants(step.placed)
    hidden = [party for party in parties if _is_hidden(scope, party)]
    seen = unrepeated(scope.named(party) for party in parties if party not in hidden)
    behind = join(unrepeated(map(scope.named, hidden)))
    return (*seen, line(quiet(f"{scope.say('chain.map.unseen')} "), behind)) if behind else seen


def _is_hidden(scope: Scope, party: str) -> bool:
    known = scope.item(party, Role) or scope.item(party, Department)
    return known is not None and known.client_facing is False


def systems(scope: Scope, step: StageInChain) -> Told:
    """What it is done with."""
    return unrepeated(name for each in step.placed for name in names_in(scope, each.touchpoint, "systems"))


def standards(scope: Scope, step: StageInChain) -> Told:
    """What is promised at the touchpoints that matter most."""
    kept = [each for each in weightiest(scope, step.placed) if each.standard][:DEEDS]
    return tuple(
        line(quiet(f"{each.number} "), without_remarks(standard(scope, said)))
        for each in kept
        for said in each.standard
    )


def indicators(scope: Scope, step: StageInChain) -> Told:
    """What is measured."""
    return unrepeated(
        name for each in step.placed for name in linked_names(scope, each.touchpoint, Indicator)
    )


def problem_zones(scope: Scope, step: StageInChain) -> Told:
    """The problem zones that show, each with its touchpoints."""
    shown = ((zone, [each for each in placed if each.stage is step.stage]) for zone, placed in met(scope))
    return tuple(
        line(zone_name(scope, zone), quiet_line(line(": ", numbers(those)))) for zone, those in shown if those
    )


def deeds_to_come(scope: Scope, step: StageInChain) -> Told:
    """What we do about it: each action in words."""
    return tuple(numbered(scope, each, scope.t(each, "name")) for each in actions(scope, step.placed))


LANES = (
    MapRow("goal", goal, "client_goal"),
    MapRow("deeds", deeds),
    MapRow("zones", zones),
    MapRow("touchpoints", touchpoints, "touchpoints"),
    MapRow("channels", channels),
    MapRow("feeling", feeling),
    MapRow("line", line_of_feeling),
    MapRow("heard", heard),
    MapRow("pain", pain),
    MapRow("onstage", onstage),
    MapRow("backstage", backstage),
    MapRow("systems", systems),
    MapRow("served_by", on_either_side),
    MapRow("standards", standards),
    MapRow("indicators", indicators),
    MapRow("problem_zones", problem_zones),
    MapRow("decision", decision),
    MapRow("actions", deeds_to_come),
)
"""Every lane there is, in the order of the map."""
_BY_NAME = {each.key: each for each in LANES}


def lanes(scope: Scope) -> tuple[MapRow, ...]:
    """The lanes of the map of this chain, in the order it asks for; the usual ones where it asks for none."""
    return tuple(_BY_NAME[name] for name in scope.chain.map.lanes or USUAL_LANES)
