"""The facilitator's script: what happens when, what is asked, what comes of it; and the rules for the wall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from conceptgen.composition.builders import Fresh, Piece, Wide, bullets, cell, columns, label
from conceptgen.composition.gaps import gap
from conceptgen.composition.lines import full_stop, join, quiet, strong
from conceptgen.composition.marks import full_text, full_texts
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.pieces import count_of_groups, participants, session_of, sheet_sign
from conceptgen.document.blocks import Block, Column, Heading, Paragraph, Row, Table
from conceptgen.document.inline import Inlines, Text, line, plain
from conceptgen.languages.words import NBSP
from conceptgen.model.session import SessionGroup
from conceptgen.model.session_times import Slot, clock, minutes_of, schedule


def blocks(scope: Scope) -> Iterator[Piece]:
    """Pages on their side: what to prepare, the blocks in their times, what to do when it goes wrong."""
    yield Wide(tuple(_script(scope)), new_page=True)
    yield Fresh(tuple(_rules(scope)))


def _script(scope: Scope) -> Iterator[Block]:
    session = session_of(scope)
    slots = schedule(session)
    whole = _length(scope, slots[-1].end - slots[0].start)
    spare = minutes_of(session.end) - slots[-1].end if session.end else 0
    yield Heading(1, line(scope.say("kit.script.title")))
    start = scope.t(session, "start") or line(clock(slots[0].start))
    end = scope.t(session, "end") or line(clock(slots[-1].end))
    told = scope.tell("kit.script.lead", start=start, end=end, minutes=whole)
    if spare > 0:
        rest = {"ends": clock(slots[-1].end), "spare": _length(scope, spare)}
        told = line(told, " ", scope.tell("kit.script.spare", **rest))
    if session.participants:
        counted = {"people": str(len(session.participants)), "groups": str(count_of_groups(scope) or "—")}
        told = line(told, " ", scope.tell("kit.script.people", **counted))
    yield Paragraph(told)
    heads = columns(
        scope,
        ("time", 0.9),
        ("block", 1.5),
        ("method", 2.6),
        ("question", 2.2),
        ("output", 1.8),
        ("materials", 1.3),
        of="kit.script.columns",
    )
    yield Table(heads, tuple(_row(scope, each) for each in slots), alt=scope.say("kit.script.table"))
    if session.groups:
        yield label(scope, "kit.script.groups")
        yield from bullets(_group(scope, each) for each in session.groups)
    yield label(scope, "kit.script.before")
    yield from bullets(line(each) for each in scope.words.several("kit.script.to_prepare"))
    yield label(scope, "kit.script.risks")
    short = "own" if session.agenda else "usual"
    answers = (*scope.words.several("kit.script.answers"), scope.say(f"kit.script.short_of_time.{short}"))
    yield from bullets(line(each) for each in answers)


def _group(scope: Scope, group: SessionGroup) -> Inlines:
    task = scope.t(group, "task")
    who = join(participants(scope, group.name), "; ")
    named = line(full_text(scope, group), line(" — ", task) if task else "")
    return line(full_stop(named), " ", who) if who else named


def _row(scope: Scope, slot: Slot) -> Row:
    start = scope.t(slot.block, "start") or line(clock(slot.start))
    told = scope.relations.origin(slot.block, "minutes") if slot.block and slot.block.minutes else None
    length = line(Text(_length(scope, slot.end - slot.start), origin=told))
    times = (line(start, f"–{clock(slot.end)}"), length)
    name = strong(block_name(scope, slot))
    if slot.is_break:
        return Row((cell(*times), cell(name, span=5, tone="quiet")))
    method, *said = ([*_said(scope, slot, key)] for key in _SAID)
    return Row(
        (cell(*times), cell(name), cell(*method, _inner(scope, slot)), *(cell(*each) for each in said))
    )


def _length(scope: Scope, minutes: int) -> str:
    """«1 ч 15 мин», «45 мин»."""
    hours, rest = divmod(minutes, 60)
    told = [(hours, "hour")] * bool(hours) + [(rest, "min")] * bool(rest or not hours)
    return NBSP.join(scope.words.quantity(str(number), unit, Decimal(number)) for number, unit in told)


MINUTES = (30, 35, 25, 50, 30, 40, 25, 20, 20, 10)
"""What each worksheet, from Б0 to Б9, usually takes; a block of several is shared in this proportion."""
STEP = 5
_SAID = ("method", "question", "output", "materials")


def _said(scope: Scope, slot: Slot, key: str) -> Iterator[Inlines]:
    block = slot.block
    if block is None:
        yield line(scope.say(f"kit.agenda.{slot.key}.{key}"))
        return
    yield scope.t(block, key) or (gap(scope, "output", block) if key == "output" else ())
    if key == "method" and block.lead:
        yield line(scope.say("kit.script.lead_by"), NBSP, scope.t(block, "lead"))


def _inner(scope: Scope, slot: Slot) -> Inlines:
    """«11:05 Б1 · 11:35 Б2 · 11:55 Б3»: when each worksheet of a block begins, by what it usually takes."""
    block = slot.block
    named = plain(scope.t(block, "materials")) if block else scope.say(f"kit.agenda.{slot.key}.materials")
    signs = {sheet_sign(scope, number): minutes for number, minutes in enumerate(MINUTES)}
    there = {sign: each for sign, each in signs.items() if re.search(rf"\b{sign}\b", named)}
    if len(there) < 2:
        return ()
    starts = accumulate(there.values(), initial=0)
    share = (slot.end - slot.start) / sum(there.values())
    told = (
        f"{clock(slot.start + round(each * share / STEP) * STEP)}{NBSP}{sign}"
        for sign, each in zip(there, starts, strict=False)
    )
    return quiet(" · ".join(told))


def block_name(scope: Scope, slot: Slot) -> Inlines:
    """What a block is called, in the input or in the usual agenda."""
    return full_text(scope, slot.block) if slot.block else line(scope.say(f"kit.agenda.{slot.key}.name"))


def _rules(scope: Scope) -> Iterator[Block]:
    yield Heading(1, line(scope.say("kit.rules.title")))
    usual = tuple(line(each) for each in scope.words.several("kit.rules.usual"))
    rules = full_texts(scope, session_of(scope).rules) or usual
    heads = (Column((), 0.2), Column((), 4.0))
    rows = tuple(
        Row((cell(line(str(number))), cell(each)), "large", 24) for number, each in enumerate(rules, 1)
    )
    yield Table(heads, rows, alt=scope.say("kit.rules.title"))
