"""The opening of the kit: whose it is, and what to print – each sheet by its name, its paper, how many of it."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Fresh, Piece, bare_grid, bullets, cell, columns, label, row
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit import data_sheet, field, large_map, seating
from conceptgen.composition.sections.kit.pieces import count_of_groups, is_few, is_one_table, session_of
from conceptgen.composition.sections.kit.sheets import SCORES, title
from conceptgen.composition.sections.kit.steps import has_stickers, printed
from conceptgen.composition.sections.kit.worksheets import paper_of
from conceptgen.document.blocks import Contents, Cover, CoverLine, Row
from conceptgen.document.inline import Inlines, line

_FOR: dict[str, str] = {
    "principles": "pair_wall", "questions": "group_spare",
    "touchpoint": "five", "diagram": "person", SCORES: "facilitator", "commitments": "all", "parking": "all",
}  # fmt: skip
"""For whom a worksheet is; the others are for groups, one each."""
_CARDS = 5
"""Those of touchpoints for a group; each of a larger one writes one, too."""
_WEAK_PLACES = 3
"""Those a session chooses at most, which one table takes one by one."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """The cover and the list; which page of the file each sheet is."""
    yield Cover(
        (
            CoverLine("organization", scope.t(scope.project.organization, "name")),
            CoverLine("title", line(scope.say("kit.title"))),
            CoverLine("subtitle", line(scope.say("kit.about"))),
        ),
        compact=True,
    )
    yield label(scope, "kit.contents.title")
    heads = columns(scope, ("sheet", 2.6), ("paper", 1.5), ("count", 2.4), of="kit.contents.columns")
    yield bare_grid(heads, [*_rows(scope)], scope.say("kit.contents.title"))
    yield from bullets(line(scope.say(f"kit.contents.{each}")) for each in _notes(scope))
    yield Fresh((Contents(line(scope.say("kit.contents.pages"))),))


def _notes(scope: Scope) -> Iterator[str]:
    if is_few(scope):
        yield "notes.few"
    elif count_of_groups(scope):
        yield "notes.many"
    else:
        yield from ("how_many_groups", "notes.any")
    if has_stickers(scope):
        yield "notes.stickers"
    if seating.has_names(scope) and not is_few(scope):
        yield "notes.more"


def _rows(scope: Scope) -> Iterator[Row]:
    yield _row(scope, scope.say("kit.invitation.title"), "person")
    yield _row(scope, scope.say("kit.script.title"), "facilitator" if is_few(scope) else "two")
    yield _row(scope, scope.say("kit.rules.title"), "wall", "wall")
    if seating.has_plan(scope):
        yield _row(scope, scope.say("kit.seating.title"), "door")
    if not is_few(scope):
        yield _row(scope, scope.say("kit.cards.title"), "once" if seating.has_names(scope) else "six")
    if any(data_sheet.blocks(scope)):
        yield _row(scope, scope.say("kit.data.title"), "group")
    for name in printed(scope):
        yield _row(scope, title(scope, name), _FOR.get(name, "group"), paper_of(scope, name) or "a4")
    yield from _maps(scope)
    for colour, per in field.STICKERS.items() if has_stickers(scope) else ():
        yield _row(scope, scope.say(f"kit.stickers.{colour}.title"), per, colour)
    yield _row(scope, scope.say("kit.interview.title"), "talk")
    yield _row(scope, scope.say("kit.express.title"), "visit")
    yield _row(scope, scope.say("kit.protocol.title"), "all")


def _maps(scope: Scope) -> Iterator[Row]:
    """The map of each chain, where there are several: a group takes one of them."""
    paper = "a1" if has_stickers(scope) else "a3"
    told = large_map.counted(scope)
    for name, sheets in told:
        of_chain = line(scope.say("kit.map.of_chain"), name)
        is_one = len(told) == 1
        title_of = line(scope.say("kit.map.title")) if is_one else of_chain
        yield _row(scope, title_of, "group" if is_one else "group_of_chain", paper, each=sheets)


def _row(scope: Scope, name: str | Inlines, whom: str, paper: str = "a4", each: int = 1) -> Row:
    """How many there are to print is told where it is known how many come and in how many groups."""
    groups, people = 1 if is_one_table(scope) else count_of_groups(scope), len(session_of(scope).participants)
    counts = {
        "person": people, "two": 2, "door": 2, "wall": 1, "once": 1, "facilitator": 1, "all": 1,
        "pair_wall": -(-people // 2) + 1 if people else 0, "weak_places": _WEAK_PLACES,
        "group_spare": groups + 1 if groups else 0,
        "group": groups, "group_two": groups * 2, "five": groups * _CARDS,
        "group_of_chain": -(-groups // max(1, len(scope.project.chains))),
    }  # fmt: skip
    if whom == "group_spare" and groups == 1:
        whom = "weak_places"
    if whom == "five" and people > groups * _CARDS:
        whom = "person"
    if whom == "pair_wall" and is_few(scope):
        whom = "group"
    is_of_groups = whom in ("group", "group_two", "group_of_chain", "five")
    per = scope.say(f"kit.contents.per.{'together' if is_of_groups and groups == 1 else whom}")
    count = counts.get(whom, 0) * each
    told = scope.say("kit.contents.counted", count=count, per=per) if count else per
    return row(cell(line(name)), cell(line(scope.say(f"kit.contents.on.{paper}"))), cell(line(told)))
