"""The opening of the kit: whose it is, and what to print – each sheet by its name, its paper, how many of it."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, bare_grid, bullets, cell, columns, label, row
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit import data_sheet, large_map
from conceptgen.composition.sections.kit.pieces import count_of_groups, session_of, sheet_sign
from conceptgen.composition.sections.kit.worksheets import SHEETS, paper_of
from conceptgen.document.blocks import Cover, CoverLine, Row, Sheet
from conceptgen.document.inline import line

_FOR: dict[str, str] = {"touchpoint": "five", "diagram": "person", "commitments": "all", "parking": "all"}
"""For whom a worksheet is; the others are for groups, one each."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """The cover and the list."""
    yield Cover(
        (
            CoverLine("organization", scope.t(scope.project.organization, "name")),
            CoverLine("title", line(scope.say("kit.title"))),
            CoverLine("subtitle", line(scope.say("kit.about"))),
        ),
        compact=True,
    )
    yield label(scope, "kit.contents.title")
    heads = columns(scope, ("sheet", 3.0), ("paper", 0.7), ("count", 2.0), of="kit.contents.columns")
    yield bare_grid(heads, [*_rows(scope)], scope.say("kit.contents.title"))
    yield from bullets(line(each) for each in scope.words.several("kit.contents.notes"))


def _rows(scope: Scope) -> Iterator[Row]:
    yield _row(scope, scope.say("kit.invitation.title"), "person")
    yield _row(scope, scope.say("kit.script.title"), "two")
    yield _row(scope, scope.say("kit.rules.title"), "wall")
    if any(data_sheet.blocks(scope)):
        yield _row(scope, scope.say("kit.data.title"), "group")
    for number, name in enumerate(SHEETS):
        title = f"{sheet_sign(scope, number)}. {scope.say(f'kit.sheets.{name}.name')}"
        yield _row(scope, title, _FOR.get(name, "group"), paper_of(scope, name))
    maps = len([*large_map.blocks(scope)])
    yield _row(scope, scope.say("kit.map.title"), "group", "a3", each=maps)
    yield _row(scope, scope.say("kit.stickers.title"), "group")
    yield _row(scope, scope.say("kit.interview.title"), "talk")
    yield _row(scope, scope.say("kit.express.title"), "visit")
    yield _row(scope, scope.say("kit.protocol.title"), "all")


def _row(scope: Scope, title: str, whom: str, paper: Sheet | None = None, each: int = 1) -> Row:
    """How many there are to print is told where it is known how many come and in how many groups."""
    groups, people = count_of_groups(scope), len(session_of(scope).participants)
    count = {"person": people, "two": 2, "wall": 1, "group": groups, "five": groups * 5, "all": 1}.get(
        whom, 0
    )
    per = scope.say(f"kit.contents.per.{whom}")
    told = scope.say("kit.contents.counted", count=count * each, per=per) if count else per
    on = scope.say(f"kit.contents.on.{'a3' if paper == 'a3' else 'a4'}")
    return row(cell(line(title)), cell(line(on)), cell(line(told)))
