"""Does the programme end after it starts, and do its periods, actions, meetings and targets lie inside it?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from conceptgen.model.base import Item
from conceptgen.review.case import Case
from conceptgen.review.papers import FULL_CONCEPT
from conceptgen.review.trouble import Trouble

CODE = "E-PRG-01"
SECTION = "programme"
PAPERS = FULL_CONCEPT
CONTRADICTION = True

_AFTERMATH = 6
"""Months after the end in which a target may still be measured."""


def check(case: Case) -> Iterator[Trouble]:
    """What only touches the programme from outside is inside; a stated unknown is nowhere."""
    programme = case.programme
    start, end = case.first(programme.start), case.last(programme.end)
    if start and end and start >= end:
        yield Trouble(programme, "end", "frame", {"start": programme.start, "end": programme.end})
        return
    for part, field in _dated(case):
        value = getattr(part, field)
        first, last = case.first(value), case.last(value)
        if start and last and last < start:
            yield Trouble(part, field, "early", {"date": value, "start": programme.start})
        if end and first and first > end:
            yield Trouble(part, field, "late", {"date": value, "end": programme.end})
    yield from _late_targets(case, end)


def _dated(case: Case) -> Iterator[tuple[Item, str]]:
    for period in case.programme.periods:
        yield from ((period, "start"), (period, "end"))
    for action in case.programme.actions:
        if not action.prior and action.status not in ("cancelled", "merged"):
            yield from ((action, "start"), (action, "deadline"))
    if case.concept.governance:
        yield from ((meeting, "date") for meeting in case.concept.governance.meetings)


def _late_targets(case: Case, end: date | None) -> Iterator[Trouble]:
    if end is None:
        return
    for indicator in case.concept.indicators:
        for target in indicator.targets:
            due = case.first(target.due)
            if due and (due.year - end.year) * 12 + due.month - end.month > _AFTERMATH:
                yield Trouble(
                    target,
                    "due",
                    "target",
                    {"name": indicator, "date": target.due, "end": case.programme.end},
                )
