"""The strategic session: when and where, who comes, what happens when, what was decided."""

from typing import Annotated

from pydantic import Field

from conceptgen.model.base import DateOrUnknown, Item, Many, Party, Statements, Text
from conceptgen.model.references import PartyRef
from conceptgen.model.scalars import Boolean, Clock, Integer, TextValue
from conceptgen.model.shorthand import short


class AgendaBlock(Item):
    """One block of the agenda; without a ``start`` it begins when the one before it ends."""

    name: TextValue
    start: Clock | None = None
    minutes: Integer | None = None
    is_break: Boolean = Field(default=False, alias="break")
    method: Text | None = None
    question: Text | None = None
    output: Text | None = None
    materials: Text | None = None
    lead: Text | None = None


class SessionParticipant(Item):
    """Who comes: a position, a department or a partner, by name where it is known, and in which group."""

    role: PartyRef | None = None
    name: Text | None = None
    group: TextValue | None = None


class SessionGroup(Item):
    """A group that works by itself, and on what."""

    name: TextValue
    task: Text | None = None


class SessionDecision(Item):
    """What was decided, who answers for it, by when."""

    text: TextValue
    owner: Party | None = None
    due: DateOrUnknown | None = None


class Session(Item):
    """The session at which the chain and the principles are made; everything in it may be left open."""

    date: DateOrUnknown | None = None
    place: Text | None = None
    start: Clock | None = None
    end: Clock | None = None
    facilitator: Text | None = None
    sponsor: Party | None = None
    goals: Statements = ()
    rules: Statements = ()
    participants: Many[Annotated[SessionParticipant, short("role")]] = ()
    groups: Many[Annotated[SessionGroup, short("name")]] = ()
    agenda: Many[Annotated[AgendaBlock, short("name")]] = ()
    decisions: Many[Annotated[SessionDecision, short("text")]] = ()
    parking_lot: Statements = ()
