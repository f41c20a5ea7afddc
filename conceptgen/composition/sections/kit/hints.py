"""What the script adds to a block of the agenda: what its sheets ask for, and what no block of an own agenda tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit import data_sheet, source
from conceptgen.composition.sections.kit.pieces import draft, is_few, proposed, session_of
from conceptgen.composition.sections.kit.steps import MAP, has_stickers, names_stickers
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.session_times import Slot


def hints(scope: Scope, slots: Sequence[Slot], sheets: Sequence[Sequence[str]]) -> list[tuple[Inlines, ...]]:
    """What is told of each block below what is done in it."""
    first = next((each for each in slots if each.block and not each.is_break), None)
    collects = first if first and not _collects_expectations(scope) else None
    return [
        tuple(line(each) for each in _hints(scope, named, slot is collects))
        for slot, named in zip(slots, sheets, strict=True)
    ]


def stickers(scope: Scope, slot: Slot, sheets: Sequence[str]) -> Inlines:
    """Those of the map, where an agenda of one's own names none."""
    is_left_out = slot.block and MAP in sheets and has_stickers(scope) and not names_stickers(scope)
    return line(scope.say("kit.script.hints.stickers")) if is_left_out else ()


def _hints(scope: Scope, sheets: Sequence[str], collects: bool) -> Iterator[str]:
    said = "kit.script.hints"
    if collects:
        yield scope.say(f"{said}.{'expectations_of_few' if is_few(scope) else 'expectations'}")
    if "principles" in sheets and draft(scope) and source.stands(scope):
        yield source.named(scope)["review"]
    if "diagram" in sheets and (not session_of(scope).agenda or any(data_sheet.blocks(scope))):
        yield scope.say(f"{said}.diagram")
    if "commitments" in sheets and proposed(scope):
        yield scope.say(f"{said}.commitments")


def _collects_expectations(scope: Scope) -> bool:
    """True if a block of the session's own agenda tells of them."""
    told = " ".join(
        plain(scope.t(each, key))
        for each in session_of(scope).agenda
        for key in ("name", "method", "output", "materials")
    ).casefold()
    return any(each in told for each in scope.words.several("kit.script.expectations_called"))
