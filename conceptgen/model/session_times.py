"""When each block of a session begins and ends: of its own agenda, or of the usual one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from conceptgen.model.session import AgendaBlock, Session

USUAL: Final = (
    ("opening", 15),
    ("expectations", 20),
    ("data", 20),
    ("principles", 30),
    ("stages", 30),
    ("pause", 15),
    ("groups", 75),
    ("diagram", 20),
    ("lunch", 45),
    ("gallery", 25),
    ("vote", 15),
    ("questions", 40),
    ("breather", 10),
    ("zones", 25),
    ("decisions", 40),
    ("confirmation", 15),
    ("closing", 10),
)
"""The usual agenda, by the names its words have, and its minutes: 450 in all, enough for ten people."""
FEW: Final = (
    ("opening", 10),
    ("data", 10),
    ("principles", 20),
    ("stages", 10),
    ("groups", 45),
    ("pause", 10),
    ("diagram", 15),
    ("questions", 20),
    ("zones", 10),
    ("decisions", 20),
    ("confirmation", 10),
)
"""The usual agenda of up to three people: 180 minutes, without groups, a gallery, a vote."""
MOST_OF_FEW: Final = 3
SPOKEN: Final = (("decisions", 20, 2.0), ("expectations", 0, 1.5), ("closing", 0, 1.0))
"""Blocks in which everybody speaks: the minutes for the rest of it, and those for each who comes; first the dearest."""
_STEP: Final = 5
OF_GROUPS: Final = ("gallery",)
"""Blocks for which there have to be several groups."""
AT_A_TABLE: Final = 5
"""People whose hands reach one map."""
BREAKS: Final = ("pause", "lunch", "breather")
BEGINNING: Final = 10 * 60
"""When a session begins that does not say: at ten."""
_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class Slot:
    """A block in its time, in minutes from midnight; ``key`` names a block of the usual agenda.

    ``is_adrift``: nobody can tell when it begins, as the block above does not say how long it takes.
    """

    start: int
    end: int
    block: AgendaBlock | None = None
    key: str = ""
    is_adrift: bool = False

    @property
    def is_break(self) -> bool:
        """True if nobody works then."""
        return self.block.is_break if self.block else self.key in BREAKS


def end_of(session: Session, *, is_few: bool = False) -> int | None:
    """When the session ends: as it says, or with its last block; None where a block does not say how long it takes."""
    slots = schedule(session, is_few=is_few)
    if session.end:
        return minutes_of(session.end)
    return slots[-1].end if all(each.end > each.start for each in slots) else None


def schedule(session: Session, *, is_few: bool = False) -> tuple[Slot, ...]:
    """The blocks in their times, in the order of the agenda; ``is_few``: three at most have a shorter usual one."""
    if session.agenda:
        return tuple(_own(session))
    return tuple(
        _in_a_row(session, FEW, {}) if is_few else _in_a_row(session, _blocks(session), _for_many(session))
    )


def tables(session: Session) -> int:
    """How many groups work side by side: as many as are named, else as those who come need; 0 where nobody tells."""
    named = {*(each.name for each in session.groups), *(each.group for each in session.participants)}
    return len(named - {None}) or -(-len(session.participants) // AT_A_TABLE)


def beginning(session: Session) -> int:
    """When the session begins: as it says, as its first block says, or at ten."""
    first = session.agenda[0].start if session.agenda else None
    return minutes_of(session.start or first) or BEGINNING


def minutes_of(clock: str | None) -> int:
    """Minutes from midnight; 0 where no time is told."""
    if not clock:
        return 0
    hours, _, minutes = clock.replace(".", ":").partition(":")
    return int(hours) * 60 + int(minutes)


def clock(minutes: int) -> str:
    """«9:05»; what lies after midnight begins anew."""
    return f"{minutes % _DAY // 60}:{minutes % 60:02d}"


def _in_a_row(session: Session, blocks: Iterable[tuple[str, int]], more: Mapping[str, int]) -> Iterator[Slot]:
    start = beginning(session)
    for key, usual in blocks:
        minutes = usual + more.get(key, 0)
        yield Slot(start, start + minutes, key=key)
        start += minutes


def _blocks(session: Session) -> Iterator[tuple[str, int]]:
    is_one = tables(session) == 1
    yield from (each for each in USUAL if not (is_one and each[0] in OF_GROUPS))


def _for_many(session: Session) -> dict[str, int]:
    """Minutes that many participants need beyond the usual; none beyond the end that the session tells."""
    usual, people = dict(_blocks(session)), len(session.participants)
    room = minutes_of(session.end) - beginning(session) - sum(usual.values()) if session.end else _DAY
    more: dict[str, int] = {}
    for key, rest, each in SPOKEN:
        wanted = -(-(rest + each * people) // _STEP) * _STEP - usual[key]
        more[key] = int(max(0, min(wanted, room)))
        room -= more[key]
    return more


def _own(session: Session) -> Iterator[Slot]:
    """A block without its minutes lasts until the next one that tells its start, or until the end."""
    now, is_adrift = beginning(session), False
    following = [each.start for each in session.agenda[1:]] + [session.end]
    for block, then in zip(session.agenda, following, strict=True):
        start = minutes_of(block.start) or now
        length = block.minutes if block.minutes is not None else max(0, minutes_of(then) - start)
        now, is_adrift = start + length, is_adrift and not block.start
        yield Slot(start, now, block, is_adrift=is_adrift)
        is_adrift = is_adrift or not length


def overlaps(slots: tuple[Slot, ...]) -> Iterator[tuple[Slot, Slot]]:
    """Each block that begins before the one above it has ended, after that one."""
    yield from ((before, after) for before, after in pairwise(slots) if after.start < before.end)
