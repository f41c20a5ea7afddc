"""The worksheets of the session, principles first: each a page to write on."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.forms import BLANK, blank_rows, card_to_fill, started, to_fill
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.pieces import heads, page
from conceptgen.composition.sections.zone_audit.zones import every_zone, zone_name
from conceptgen.document.blocks import Block, Cell, Column, Height, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.languages import vocabulary

_TABLES: dict[str, tuple[tuple[float, ...], int, Height]] = {
    "principles": ((0.3, 2.4, 1.8, 1.8, 1.8), 7, 24),
    "stages": ((0.3, 1.6, 2.2, 2.2, 1.2), 8, 24),
    "zones": ((1.4, 1.6, 2.8, 1.4), 8, 24),
    "ideas": ((0.3, 4.0, 0.8, 0.8, 1.0), 12, 16),
    "commitments": ((0.3, 2.6, 1.4, 1.1, 2.0, 1.0), 12, 16),
    "parking": ((0.3, 3.6, 1.6, 1.2), 12, 16),
}
"""The share of each column, how many rows there are, how high they are."""
_CARDS: dict[str, tuple[Height, ...]] = {
    "touchpoint": (11, 11, 16, 16, 16, 16, 24, 16, 16, 11, 16, 11, 11),
    "questions": (16, 16, 24, 40, 16, 16, 16, 16, 24),
}
"""How much room each question of a card has."""
ROOMY_CRITERIA = 12
"""Criteria up to which a row of the diagram has room for two lines."""
SHEETS = (
    "principles", "stages", "zones", "touchpoint", "diagram", "questions", "problem_zones", "ideas", "commitments",
    "parking",
)  # fmt: skip
"""Б0 to Б9."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """A page each."""
    for number, name in enumerate(SHEETS):
        yield page(scope, f"kit.sheets.{name}", _tables(scope, name), number)


def _tables(scope: Scope, name: str) -> Iterator[Block]:
    key = f"kit.sheets.{name}"
    if name in _CARDS:
        asked = zip(scope.words.several(f"{key}.rows"), _CARDS[name], strict=True)
        yield card_to_fill([(each, (), room) for each, room in asked], scope.say(f"{key}.name"))
    elif name == "diagram":
        yield _diagram(scope)
    elif name == "problem_zones":
        yield _zones(scope)
    else:
        weights, count, height = _TABLES[name]
        columns = heads(scope, f"{key}.columns", weights)
        is_counted = weights[0] < 1
        rows = [
            started((line(str(number)),), columns, height)
            if is_counted
            else blank_rows(columns, 1, height)[0]
            for number in range(1, count + 1)
        ]
        yield to_fill(columns, rows, scope.say(f"{key}.name"))


def _diagram(scope: Scope) -> Block:
    """Criteria of the input, else those of the catalogue, against the marks of the scale; a line joins the marks."""
    criterion, seen = scope.words.several("kit.sheets.diagram.columns")
    scale = scope.state.scale
    marks = range(int(scale.min), min(int(scale.max), int(scale.min) + 9) + 1)
    columns = (
        Column(line(criterion), 3.2),
        *(Column(line(str(mark)), 0.36, "center") for mark in marks),
        Column(line(seen), 2.4),
    )
    named = [*_criteria(scope)]
    height: Height = 16 if len(named) <= ROOMY_CRITERIA else 11
    rows = [Row((Cell((each,)), *(BLANK,) * (len(columns) - 1)), height=height) for each in named]
    return to_fill(columns, rows, scope.say("kit.sheets.diagram.name"))


def _criteria(scope: Scope) -> Iterator[Inlines]:
    if scope.state.criteria:
        yield from (scope.t(each, "name") for each in scope.state.criteria)
        return
    catalogue = vocabulary(scope.words.language)["criteria_catalogue"]
    yield from (line(each) for names in catalogue.values() for each in names)


def _zones(scope: Scope) -> Block:
    """The zones, and two rows for those that nobody has thought of."""
    columns = heads(scope, "kit.sheets.problem_zones.columns", (1.7, 1.8, 1.5, 1.5, 1.2))
    known = [zone_name(scope, each) for each in every_zone(scope)]
    own = [line(scope.say("kit.own_zone"))] * 2
    return to_fill(
        columns,
        [started((each,), columns, 16) for each in [*known, *own]],
        scope.say("kit.sheets.problem_zones.name"),
    )
