"""What a block of the agenda is made of: each worksheet it names and the large map, in times that fill the block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.pieces import (
    blocks_of_day,
    in_usual_agenda,
    is_few,
    session_of,
)
from conceptgen.composition.sections.kit.sheets import SCORES, SHEETS, sign
from conceptgen.document.inline import plain
from conceptgen.model.session_times import Slot

MAP = "map"
_USUALLY = {
    "principles": 30, "stages": 35, "zones": 25, "touchpoint": 50, MAP: 40, "diagram": 15, SCORES: 15,
    "questions": 40, "problem_zones": 25, "ideas": 20, "commitments": 20, "parking": 10,
}  # fmt: skip
"""Minutes that each usually takes; a block of several is shared in this proportion."""
_CHECKED = 15
"""Minutes for stages that stand on the map already and are but checked."""
_OF_THE_MAP = ("touchpoint", "zones", "stages")
"""Worksheets beside which the map is filled in where no block names it; the nearest first."""
_ROUND, _ROOMY = 5, 10
"""Minutes to which a step is rounded, and those of a step from which it is."""


@dataclass(frozen=True, slots=True)
class Step:
    """A worksheet, or the map, in its time: minutes from midnight."""

    start: int
    end: int
    sheet: str


def steps(scope: Scope, slots: Sequence[Slot]) -> list[tuple[Step, ...]]:
    """Those of each block, in the order in which it names them; one alone takes the whole of it."""
    usually = _USUALLY | ({"stages": _CHECKED} if scope.project.chains else {})
    every = sheets_of(scope, slots)
    return [tuple(_timed(slot, each, usually)) for slot, each in zip(slots, every, strict=True)]


def sheets_of(scope: Scope, slots: Sequence[Slot]) -> list[list[str]]:
    """The worksheets and the map that each block works on.

    The map is worked on where a block names it, else where it is to come of one, else beside the worksheets of the
    path. All scores are put together where the diagram is drawn, unless a block names the sheet for it.
    """
    named = [_named(scope, _materials(scope, each)) for each in slots]
    if not is_few(scope) and not any(SCORES in each for each in named):
        for each in named:
            if "diagram" in each:
                each.insert(each.index("diagram") + 1, SCORES)
    if not any(MAP in each for each in named):
        for slot, each in zip(slots, named, strict=True):
            if slot.block and _map_in(scope, plain(scope.t(slot.block, "output"))) is not None:
                each.append(MAP)
    if not any(MAP in each for each in named):
        beside = next((each for sheet in _OF_THE_MAP for each in named if sheet in each), None)
        if beside is not None:
            beside.append(MAP)
    return named


def printed(scope: Scope) -> tuple[str, ...]:
    """The worksheets of the kit: two or three put no scores together, unless their agenda names the sheet for it."""
    if not is_few(scope) or any(SCORES in each for each in sheets_of(scope, blocks_of_day(scope))):
        return SHEETS
    return tuple(each for each in SHEETS if each != SCORES)


def has_stickers(scope: Scope) -> bool:
    """False for two or three, who write on the map itself, unless their agenda names stickers."""
    return not is_few(scope) or names_stickers(scope)


def names_stickers(scope: Scope) -> bool:
    """True if a block of the session's own agenda tells of stickers."""
    told = " ".join(
        plain(scope.t(each, key)) for each in session_of(scope).agenda for key in ("method", "materials")
    )
    return scope.say("kit.map.sticker") in told.casefold()


def _materials(scope: Scope, slot: Slot) -> str:
    if slot.block:
        return plain(scope.t(slot.block, "materials"))
    return in_usual_agenda(scope, slot.key, "materials")


def _named(scope: Scope, materials: str) -> list[str]:
    """The worksheets and the map; «Б1–Б3» names three."""
    places = {each: place for each in SHEETS if (place := _place(sign(scope, each), materials)) is not None}
    for first, last, place in _ranges(scope, materials):
        between = SHEETS[SHEETS.index(first) : SHEETS.index(last) + 1]
        places |= {each: place + n / len(SHEETS) for n, each in enumerate(between) if each not in places}
    if (place := _map_in(scope, materials)) is not None:
        places[MAP] = place
    return sorted(places, key=places.__getitem__)


def _map_in(scope: Scope, said: str) -> int | None:
    """Where a text calls the large map by its name."""
    told = said.casefold()
    return min(
        (told.index(each) for each in scope.words.several("kit.map.called") if each in told), default=None
    )


def _place(sheet: str, materials: str) -> float | None:
    found = re.search(rf"\b{re.escape(sheet)}\b", materials)
    return found.start() if found else None


def _ranges(scope: Scope, materials: str) -> Iterator[tuple[str, str, float]]:
    """«Б1–Б3», «Б1-3»: the first worksheet of a range, its last, where it stands."""
    signs = {sign(scope, each): each for each in SHEETS}
    letter = re.escape(scope.say("kit.sheet", number=""))
    for found in re.finditer(rf"\b({letter}\d)\s*[-–—]\s*(?:{letter})?(\d)\b", materials):
        first, last = found[1], scope.say("kit.sheet", number=found[2])
        if first < last:
            yield signs[first], signs[last], found.start()


def _timed(slot: Slot, named: Sequence[str], usually: Mapping[str, int]) -> Iterator[Step]:
    """In proportion to what each usually takes, to five minutes where there is room; together they fill the block."""
    length = slot.end - slot.start
    if not length or slot.is_adrift:
        return
    whole = sum(usually[each] for each in named)
    to = _ROUND if length >= _ROOMY * len(named) else 1
    ends = (round(length * each / whole / to) * to for each in accumulate(usually[one] for one in named))
    edges = [0, *list(ends)[:-1], length] if named else []
    for sheet, (start, end) in zip(named, pairwise(edges), strict=True):
        yield Step(slot.start + start, slot.start + end, sheet)
