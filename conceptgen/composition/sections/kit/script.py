"""The facilitator's script: what happens when, what is asked, what comes of it; when the large map is filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from conceptgen.composition.builders import Fresh, Piece, Wide, bullets, cell, columns, label
from conceptgen.composition.gaps import gap
from conceptgen.composition.lines import full_stop, join, quiet, strong, without_full_stop
from conceptgen.composition.marks import full_text
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit import data_sheet
from conceptgen.composition.sections.kit.hints import hints, stickers
from conceptgen.composition.sections.kit.pieces import (
    blocks_of_day,
    count_of_groups,
    groups,
    in_usual_agenda,
    is_few,
    is_one_table,
    participants,
    session_of,
)
from conceptgen.composition.sections.kit.sheets import title
from conceptgen.composition.sections.kit.steps import MAP, Step, has_stickers, sheets_of, steps
from conceptgen.document.blocks import Block, Heading, Paragraph, Row, Table
from conceptgen.document.inline import Inlines, Text, line, plain
from conceptgen.languages.words import NBSP
from conceptgen.model.session import SessionGroup
from conceptgen.model.session_times import OF_GROUPS, USUAL, Slot, clock, end_of, schedule

ON_A_PAGE = 10
"""Blocks that find room on a page."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """The blocks in their times on pages on their side; upright what to prepare, what to do when it goes wrong.

    Upright and on a page of its own, so that the help for a moment of need is read at a glance.
    """
    slots = blocks_of_day(scope)
    inner = steps(scope, slots)
    morning = _morning(slots)
    rows = tuple(_rows(scope, slots, inner))
    yield Wide((*_head(scope, slots), _table(scope, rows[:morning])), new_page=True)
    if rows[morning:]:
        told = scope.say("kit.script.continued", start=clock(slots[morning].start))
        yield Wide((Paragraph(line(told), "label"), _table(scope, rows[morning:])), new_page=True)
    yield Fresh(tuple(_help(scope, slots, inner)))


def _morning(slots: Sequence[Slot]) -> int:
    """How many blocks stand on the first page: a long day goes on after its longest break on a page of its own."""
    breaks = [(each.end - each.start, -n) for n, each in enumerate(slots, 1) if each.is_break]
    return -max(breaks)[1] if breaks and len(slots) > ON_A_PAGE else len(slots)


def _head(scope: Scope, slots: Sequence[Slot]) -> Iterator[Block]:
    session = session_of(scope)
    yield Heading(1, line(scope.say("kit.script.title")))
    told = _whole_day(scope, slots)
    if session.participants:
        counted = {"people": str(len(session.participants)), "groups": str(count_of_groups(scope) or "—")}
        key = "people_at_one_table" if is_one_table(scope) else "people"
        told = line(told, " ", scope.tell(f"kit.script.{key}", **counted))
    yield Paragraph(told)


def _table(scope: Scope, rows: Sequence[Row]) -> Table:
    heads = columns(
        scope,
        ("slot", 1.4),
        ("method", 3.2),
        ("question", 2.2),
        ("output", 1.8),
        ("materials", 1.3),
        of="kit.script.columns",
    )
    return Table(heads, tuple(rows), alt=scope.say("kit.script.table"))


def _help(scope: Scope, slots: Sequence[Slot], inner: Sequence[Sequence[Step]]) -> Iterator[Block]:
    session = session_of(scope)
    yield label(scope, "kit.script.map.title")
    yield from bullets(_map(scope, slots, inner))
    if session.groups:
        yield label(scope, "kit.script.groups")
        yield from bullets(_group(scope, each) for each in session.groups)
    yield label(scope, "kit.script.before")
    wanted = () if any(data_sheet.blocks(scope)) else (scope.say("kit.script.data_to_find"),)
    needed = scope.words.several(f"kit.script.{'to_prepare' if has_stickers(scope) else 'to_prepare_of_few'}")
    ahead = (scope.say("kit.script.ahead"), _hall(scope), *_one_table(scope))
    yield from bullets(line(each) for each in (*ahead, *needed, *wanted))
    yield label(scope, "kit.script.risks")
    yield from bullets((_in_haste(scope, slots), *map(line, scope.words.several("kit.script.answers"))))


_SHORTENED = ("problem_zones", "zones", "questions", "ideas", "parking")
"""Sheets a block of which alone can be shortened, the first to be cut first."""


def _in_haste(scope: Scope, slots: Sequence[Slot]) -> Inlines:
    """Which block to shorten, by its name, where time runs short."""
    key = "kit.script.short_of_time"
    if not (session_of(scope).agenda or is_one_table(scope)):
        return line(scope.say(f"{key}.usual"))
    for sheet in _SHORTENED:
        for slot, named in zip(slots, sheets_of(scope, slots), strict=True):
            if sheet in named and {*named} <= {*_SHORTENED}:
                return scope.tell(f"{key}.block", block=without_full_stop(block_name(scope, slot)))
    return line(scope.say(f"{key}.own"))


def _hall(scope: Scope) -> str:
    """Tables with a seat for each of the largest group and one to spare; for five or six where nobody is told."""
    if is_one_table(scope):
        return scope.say("kit.script.hall.of_all")
    named, count = groups(scope), count_of_groups(scope)
    sizes = [len([*participants(scope, each)]) for each in named]
    seats = max(sizes, default=0) or -(-len(session_of(scope).participants) // max(1, count))
    wanted = (
        scope.say("kit.script.hall.seats", seats=seats + 1) if seats else scope.say("kit.script.hall.open")
    )
    return scope.say("kit.script.hall.of_groups", seats=wanted)


def _one_table(scope: Scope) -> Iterator[str]:
    """What changes where nobody tells how many come and only a few do: two or three have a short day."""
    session = session_of(scope)
    if session.agenda or count_of_groups(scope) or is_few(scope):
        return
    minutes = sum(minutes for key, minutes in USUAL if key in OF_GROUPS)
    yield scope.say("kit.script.hall.one_table", minutes=minutes)
    slots = schedule(session, is_few=True)
    names = [f"{clock(each.start)}{NBSP}{plain(block_name(scope, each))}" for each in slots]
    yield scope.say("kit.script.hall.day_of_few", blocks="; ".join(names), end=clock(slots[-1].end))


def _whole_day(scope: Scope, slots: Sequence[Slot]) -> Inlines:
    """From when to when, how long, what is to spare; an end that follows from nothing is not told."""
    session, ends = session_of(scope), end_of(session_of(scope), is_few=is_few(scope))
    start = scope.t(session, "start") or line(clock(slots[0].start))
    if ends is None:
        return scope.tell("kit.script.lead_open", start=start)
    whole = _length(scope, slots[-1].end - slots[0].start)
    end = scope.t(session, "end") or line(clock(ends))
    told = scope.tell("kit.script.lead", start=start, end=end, minutes=whole)
    spare = ends - slots[-1].end
    rest = {"ends": clock(slots[-1].end), "spare": _length(scope, spare)}
    return line(told, " ", scope.tell("kit.script.spare", **rest)) if spare > 0 else told


def _group(scope: Scope, group: SessionGroup) -> Inlines:
    task = scope.t(group, "task")
    who = join(participants(scope, group.name), "; ")
    named = line(full_text(scope, group), line(" — ", task) if task else "")
    return line(full_stop(named), " ", who) if who else named


def _rows(scope: Scope, slots: Sequence[Slot], inner: Sequence[Sequence[Step]]) -> Iterator[Row]:
    sheets = sheets_of(scope, slots)
    added = hints(scope, slots, sheets)
    for slot, those, named, more in zip(slots, inner, sheets, added, strict=True):
        yield _row(scope, slot, those, more, stickers(scope, slot, named))


def _row(scope: Scope, slot: Slot, inner: Sequence[Step], more: Sequence[Inlines], missing: Inlines) -> Row:
    """``more`` is told of what is done, ``missing`` are materials that the block needs, too."""
    start = scope.t(slot.block, "start") or line(beginning_of(scope, slot))
    minutes = slot.block.minutes if slot.block else None
    told = scope.relations.origin(slot.block, "minutes") if slot.block and minutes else None
    is_open = slot.end == slot.start
    is_long = not is_open and not (slot.is_adrift and minutes is None)
    length = line(Text(_length(scope, slot.end - slot.start), origin=told)) if is_long else ()
    ends = not is_open and not (slot.is_adrift and minutes is not None)
    times = (line(start, f"–{clock(slot.end) if ends else scope.say('kit.script.open')}"), length)
    name = strong(block_name(scope, slot))
    if slot.is_break:
        return Row((cell(times[0]), cell(join([name, length]), span=4, tone="quiet")))
    method, *said, materials = ([*_said(scope, slot, key)] for key in _SAID)
    timed = [_step(scope, each) for each in inner] if len(inner) > 1 else []
    cells = (cell(*method, *more, *timed), *(cell(*each) for each in said), cell(*materials, missing))
    return Row((cell(join(times), name), *cells))


def _length(scope: Scope, minutes: int) -> str:
    """«1 ч 15 мин», «45 мин»."""
    hours, rest = divmod(minutes, 60)
    told = [(hours, "hour")] * bool(hours) + [(rest, "min")] * bool(rest or not hours)
    return NBSP.join(scope.words.quantity(str(number), unit, Decimal(number)) for number, unit in told)


_LED_BY_SPONSOR = ("opening", "decisions", "confirmation")
"""Blocks of the usual agenda that another than the facilitator leads."""
_SAID = ("method", "question", "output", "materials")


def _said(scope: Scope, slot: Slot, key: str) -> Iterator[Inlines]:
    block = slot.block
    if block is None:
        yield line(in_usual_agenda(scope, slot.key, key))
        if key == "method" and slot.key in _LED_BY_SPONSOR:
            named = scope.who(session_of(scope), "sponsor")
            if named or not is_few(scope):
                who = named or line(scope.say("kit.sponsor"))
                yield scope.tell(f"kit.agenda_led.{slot.key}", who=who)
        return
    yield scope.t(block, key) or (gap(scope, "output", block) if key == "output" else ())
    if key == "method" and block.lead:
        yield line(scope.say("kit.script.lead_by"), NBSP, scope.t(block, "lead"))


def _step(scope: Scope, step: Step) -> Inlines:
    """«11:05–11:30 Б1. Этапы пути клиента»."""
    name = scope.say("kit.script.map.step") if step.sheet == MAP else title(scope, step.sheet)
    return quiet(f"{_times(step)} {name}")


def _times(step: Step | Slot) -> str:
    return f"{clock(step.start)}–{clock(step.end)}"


def _map(scope: Scope, slots: Sequence[Slot], inner: Sequence[Sequence[Step]]) -> Iterator[Inlines]:
    """When the large map is filled in, where it hangs, who does it."""
    when = [
        scope.tell("kit.script.map.at", times=_times(step), block=block_name(scope, slot))
        for slot, those in zip(slots, inner, strict=True)
        for step in those
        if step.sheet == MAP
    ]
    yield scope.tell("kit.script.map.when", when=join(when, "; ") or line(scope.say("kit.script.map.open")))
    whose = "of_all" if is_one_table(scope) else "of_groups"
    if (chains := len(scope.project.chains)) > 1:
        yield line(scope.say(f"kit.script.map.chains_{whose}", count=chains))
    yield from (
        line(each)
        for each in scope.words.several(f"kit.script.map.{whose if has_stickers(scope) else 'of_few'}")
    )


def beginning_of(scope: Scope, slot: Slot) -> str:
    """«10:00», or a line to write it on."""
    return scope.say("kit.script.open") if slot.is_adrift else clock(slot.start)


def block_name(scope: Scope, slot: Slot) -> Inlines:
    """What a block is called, in the input or in the usual agenda."""
    return full_text(scope, slot.block) if slot.block else line(scope.say(f"kit.agenda.{slot.key}.name"))
