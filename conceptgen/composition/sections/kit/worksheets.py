"""The worksheets of the session, principles first: each a page to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.builders import Piece, cell, group, label
from conceptgen.composition.forms import BLANK, blank_rows, card_to_fill, started, to_fill
from conceptgen.composition.lines import join, quiet, quiet_line
from conceptgen.composition.marks import full_text, full_texts
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import route
from conceptgen.composition.sections.chain.stage_heads import phases_of
from conceptgen.composition.sections.kit import scores_sheet
from conceptgen.composition.sections.kit.large_map import OPEN_STAGES
from conceptgen.composition.sections.kit.pieces import (
    criteria,
    draft,
    heads,
    is_few,
    is_one_table,
    is_over,
    page,
    proposed,
    rows_for_each,
    session_of,
)
from conceptgen.composition.sections.kit.sheets import SCORES
from conceptgen.composition.sections.kit.steps import printed
from conceptgen.composition.sections.zone_audit.zones import every_zone, face, zone_name
from conceptgen.document.blocks import Block, Chart, Column, Height, Row, Sheet
from conceptgen.document.charts import Radar, Series
from conceptgen.document.inline import Break, Inlines, line, plain
from conceptgen.model.touchpoint_positions import StageInChain

_TABLES: dict[str, tuple[tuple[float, ...], int]] = {
    "principles": ((0.2, 2.4, 1.8, 1.8, 1.8, 0.9), 7),
    "stages": ((0.2, 1.6, 2.4, 2.4, 1.0), OPEN_STAGES),
    "zones": ((1.4, 1.6, 3.0, 1.4), 8),
    "ideas": ((0.3, 4.0, 0.8, 0.8, 1.0), 8),
}
"""The share of each column, and how many rows there are."""
LEAST_OWN = 3
"""Rows for principles and stages that are not in the project."""
_COMMITMENTS = (0.2, 3.0, 1.4, 1.0, 2.4, 1.0)
PARKED, LEAST_PARKED = 12, 4
"""Rows of the parking lot, and those of them that are open however much stands there already."""
OF_GROUPS = ("principles", "stages", "zones", "problem_zones", "commitments")
"""Sheets that several people write on at once: on their side, and large."""
_HEIGHTS: tuple[Height, ...] = (9, 11, 13, 16, 20, 24, 28, 40)
_ROOM = {None: 205, "": 122, "a3": 212}
"""Millimetres for the rows of a table: upright, on its side, on the large paper."""
_CARDS: dict[str, tuple[Height, ...]] = {
    "touchpoint": (16, 13, 16, 16, 20, 20, 20, 20, 16, 16, 16, 16, 13),
    "questions": (16, 16, 24, 40, 16, 16, 16, 16, 24),
}
"""How much room each question of a card has."""
_LEAST_AXES, TIGHT_CRITERIA, ROOMY_CRITERIA, MOST_AXES = 3, 10, 14, 16
"""Criteria between which a radar has room below the rows, and those from which the rows are low for it; up to the
last of them a radar can be drawn by hand, on a page of its own."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """A page each."""
    for name in printed(scope):
        paper = paper_of(scope, name)
        told = "draft_how" if _is_begun(scope, name) else "how"
        yield page(scope, f"kit.sheets.{name}", _tables(scope, name, paper), name, wide=paper, told=told)


def _is_begun(scope: Scope, name: str) -> bool:
    """True if what the project proposes stands on the sheet."""
    begun = {"principles": draft(scope), "stages": scope.project.chains, "commitments": proposed(scope)}
    return bool(begun.get(name))


def paper_of(scope: Scope, name: str) -> Sheet | None:
    """None upright; who asks for large paper gets all of them on it, who asks for small none."""
    if name == SCORES:
        return scores_sheet.paper(scope)
    if scope.map_size == "a3":
        return "a3"
    if name not in OF_GROUPS:
        return None
    return "" if scope.map_size == "a4" else "a3"


def _stretched(count: int, paper: Sheet | None) -> Height:
    """The greatest height at which so many rows reach the foot of the sheet and not beyond."""
    return max((each for each in _HEIGHTS if each * count <= _ROOM[paper]), default=_HEIGHTS[0])


def _tables(scope: Scope, name: str, paper: Sheet | None) -> Iterator[Block]:
    key = f"kit.sheets.{name}"
    if name in _CARDS:
        asked = zip(scope.words.several(f"{key}.rows"), _CARDS[name], strict=True)
        yield card_to_fill([(each, (), room) for each, room in asked], scope.say(f"{key}.name"))
    elif name == "principles":
        yield _principles(scope, paper)
    elif name == "stages" and scope.project.chains:
        yield from _stages(scope, paper)
    elif name == "commitments":
        yield _commitments(scope, paper)
    elif name == "diagram":
        yield from _diagram(scope, paper)
    elif name == "problem_zones":
        yield _zones(scope, paper)
    elif name == SCORES:
        yield from scores_sheet.tables(scope, _ROOM[paper])
    elif name == "parking":
        yield _parking(scope)
    else:
        weights, count = _TABLES[name]
        height = 13 if name == "ideas" else _stretched(count, paper)
        columns = heads(scope, f"{key}.columns", weights)
        is_counted = weights[0] < 1
        rows = [
            started((line(str(number)),), columns, height)
            if is_counted
            else blank_rows(columns, 1, height)[0]
            for number in range(1, count + 1)
        ]
        yield to_fill(columns, rows, scope.say(f"{key}.name"))
        if name == "ideas":
            yield from _field(scope)


def _principles(scope: Scope, paper: Sheet | None) -> Block:
    """What the project proposes, to be kept, changed or dropped, with room for other words; then rows of one's own.

    Last comes room for the dots of the vote: two or three talk it over.
    """
    key = "kit.sheets.principles"
    weights, count = _TABLES["principles"]
    columns = heads(scope, f"{key}.columns", weights)
    columns = columns[:-1] if is_few(scope) else columns
    verdicts = quiet_line(line(scope.say(f"{key}.verdicts")))
    rows: list[tuple[Inlines, ...]] = [(each, verdicts) for each in draft(scope)]
    if rows:
        columns = (*columns[:2], Column(line(scope.say(f"{key}.verdict")), 1.0), *columns[2:])
    return _begun(scope, "principles", columns, rows, len(rows) + LEAST_OWN if rows else count, paper)


def _stages(scope: Scope, paper: Sheet | None) -> Iterator[Block]:
    """The stages of each chain, to be checked, under its name where there are several; then rows for others."""
    columns = heads(scope, "kit.sheets.stages.columns", _TABLES["stages"][0])
    chains = [(each, route(scope.of(each))) for each in scope.project.chains]
    named = len(chains) if len(chains) > 1 else 0
    height = _stretched(sum(len(steps) for _, steps in chains) + named + LEAST_OWN, paper)
    rows = []
    for each, steps in chains:
        rows += [group(scope.t(each, "name"), len(columns))] if named else []
        rows += [started(_stage(scope, step), columns, height) for step in steps]
    rows += blank_rows(columns, LEAST_OWN, height)
    if named and not is_one_table(scope):
        yield label(scope, "kit.sheets.stages.own_chain")
    yield to_fill(columns, rows, scope.say("kit.sheets.stages.name"))


def _stage(scope: Scope, step: StageInChain) -> Iterator[Inlines]:
    yield line(str(step.number))
    yield scope.t(step.stage, "name")
    yield scope.t(step.stage, "client_goal")
    yield join([each for key in ("entry_event", "exit_event") if (each := scope.t(step.stage, key))], " – ")
    yield phases_of(scope, step.stage) if step.stage.phase else ()


def _commitments(scope: Scope, paper: Sheet | None) -> Block:
    """What was proposed before the day stands first, to be accepted or not; then a row for everybody who comes."""
    columns = heads(scope, "kit.sheets.commitments.columns", _COMMITMENTS)
    verdicts = quiet(scope.say("kit.sheets.commitments.verdicts"))
    ahead = [
        (line(full_text(scope, each), Break(), verdicts), scope.who(each, "owner"), scope.date(each, "due"))
        for each in proposed(scope)
    ]
    return _begun(scope, "commitments", columns, ahead, len(ahead) + rows_for_each(scope), paper)


def _begun(
    scope: Scope,
    name: str,
    columns: tuple[Column, ...],
    told: Sequence[tuple[Inlines, ...]],
    count: int,
    paper: Sheet | None,
) -> Block:
    """So many rows by their numbers, the first of them with what is told already."""
    height = _stretched(count, paper)
    rows = [*told, *[()] * (count - len(told))]
    begun = [started((line(str(n)), *each), columns, height) for n, each in enumerate(rows, 1)]
    return to_fill(columns, begun, scope.say(f"kit.sheets.{name}.name"))


def _parking(scope: Scope) -> Block:
    """What was open before the day stands there already."""
    columns = heads(scope, "kit.sheets.parking.columns", (0.3, 3.6, 1.6, 1.2))
    asked = () if is_over(scope) else full_texts(scope, session_of(scope).parking_lot)
    known = [(line(each, quiet(f" ({scope.say('kit.protocol.open.ahead')})")),) for each in asked]
    return _begun(scope, "parking", columns, known, max(PARKED, len(known) + LEAST_PARKED), None)


def _field(scope: Scope) -> Iterator[Block]:
    """Gain against effort, to put the numbers of the ideas in."""
    yield label(scope, "kit.sheets.ideas.field")
    columns = (Column((), 0.5), *heads(scope, "kit.sheets.ideas.efforts", (2.0, 2.0)))
    rows = [started((line(each),), columns, 40) for each in scope.words.several("kit.sheets.ideas.gains")]
    yield to_fill(columns, rows, scope.say("kit.sheets.ideas.field"))


def _diagram(scope: Scope, paper: Sheet | None) -> Iterator[Block]:
    """Criteria of the input, else those of the catalogue, against the marks of the scale; a line joins the marks.

    Upright there is room below for a radar of the same criteria, as long as they are few; more have it on the next
    page, and beyond what can be drawn by hand the line that joins the marks in the rows is the diagram.
    """
    criterion, seen = scope.words.several("kit.sheets.diagram.columns")
    scale = scope.state.scale
    marks = range(int(scale.min), min(int(scale.max), int(scale.min) + 9) + 1)
    columns = (
        Column(line(criterion), 3.2),
        *(Column(line(str(mark)), 0.36, "center") for mark in marks),
        Column(line(seen), 2.4),
    )
    named = [*criteria(scope)]
    is_drawn = paper is None and _LEAST_AXES <= len(named) <= MOST_AXES
    is_below = is_drawn and len(named) <= ROOMY_CRITERIA
    height: Height = (11 if len(named) < TIGHT_CRITERIA else 9) if is_below else _stretched(len(named), paper)
    rows = [
        started((each,), columns, height) if each else blank_rows(columns, 1, height)[0] for each in named
    ]
    yield to_fill(columns, rows, scope.say("kit.sheets.diagram.name"))
    if is_drawn:
        axes = tuple(plain(each) for each in named if each)
        open = Series(scope.say("chart.score"), (None,) * len(axes))
        yield Chart(
            Radar(axes, ("",) * len(axes), (open,), scale.min, scale.max),
            scope.say("kit.sheets.diagram.radar"),
        )


def _zones(scope: Scope, paper: Sheet | None) -> Block:
    """The zones, each with how it shows, and two rows for those that nobody has thought of."""
    columns = heads(scope, "kit.sheets.problem_zones.columns", (1.5, 2.2, 1.8, 1.8, 1.4))
    known = [
        (zone_name(scope, each), quiet_line(face(scope, each, "shows_as"))) for each in every_zone(scope)
    ]
    named = [*known, *[(line(scope.say("kit.own_zone")), ())] * 2]
    height = _stretched(len(named), paper)
    return to_fill(
        columns,
        [Row((cell(*each), *(BLANK,) * (len(columns) - 1)), height=height) for each in named],
        scope.say("kit.sheets.problem_zones.name"),
    )
