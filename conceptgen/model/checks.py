"""Checks of a chain: what a mystery shopper, or whoever checks the staff's own work, saw of each standard."""

from __future__ import annotations

from conceptgen.model.base import DateOrUnknown, Item, Many, Statements, Text
from conceptgen.model.enums import CheckWay, Kept
from conceptgen.model.references import RoundRef, StandardRef, TouchpointRef
from conceptgen.model.scalars import Boolean, TextValue


class CheckAnswer(Item):
    """Whether one standard was kept on a visit; ``touchpoint`` where several have the standard.

    ``part``: the words that were asked about, where a standard that says several things was asked part by part.
    """

    standard: StandardRef
    touchpoint: TouchpointRef | None = None
    part: Text | None = None
    kept: Kept
    time: Text | None = None
    evidence: Statements = ()


class CheckVisit(Item):
    """One filled check form: who was where and when, each answer, and what stayed in mind."""

    date: DateOrUnknown | None = None
    time: Text | None = None
    way: CheckWay | None = None
    checker: Text | None = None
    place: Text | None = None
    served_by: Text | None = None
    answers: Many[CheckAnswer] = ()
    best: Text | None = None
    worst: Text | None = None
    heard: Statements = ()


class Check(Item):
    """One round of visits by the same form."""

    name: TextValue
    round: RoundRef | None = None
    comparable_with_previous: Boolean | None = None
    comparability_note: Text | None = None
    visits: Many[CheckVisit] = ()
