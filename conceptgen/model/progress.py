"""Reports on progress: what a round, the indicators and the actions tell by a day. What they are stands elsewhere."""

from typing import Annotated

from conceptgen.model.base import DateOrUnknown, Item, Many, Money, Party, Statements, Text
from conceptgen.model.dates import Date
from conceptgen.model.enums import RoundMethod, Status
from conceptgen.model.references import PartyRef, PlannedRef, RoundRef
from conceptgen.model.scalars import TextValue
from conceptgen.model.shorthand import short


class Deviation(Item):
    """What went otherwise than planned, of what, why, and what is done about it."""

    text: TextValue
    about: Many[PlannedRef] = ()
    reason: Text | None = None
    response: Text | None = None


class Decision(Item):
    """What was decided, about what, who does it, and by when."""

    text: TextValue
    about: Many[PlannedRef] = ()
    owner: Party | None = None
    due: DateOrUnknown | None = None


class Forecast(Item):
    """When the diagram levels out, and what that rests on."""

    text: Text | None = None
    date: DateOrUnknown | None = None
    rests_on: Statements = ()


class NextRound(Item):
    """The round to come: the same criteria, and the same assessors where no others are named."""

    date: DateOrUnknown | None = None
    method: RoundMethod | None = None
    assessors: Many[PartyRef] = ()


class ProgressReport(Item):
    """One report on progress; corrections of the plan stand with their actions (``change_log``).

    Without ``rounds`` it compares all that were held by its day. ``spent``: of the budget, since the programme began.
    """

    as_of: Date
    status: Status | None = None
    rounds: Many[RoundRef] = ()
    summary: Text | None = None
    spent: Many[Money] = ()
    deviations: Many[Annotated[Deviation, short("text")]] = ()
    decisions: Many[Annotated[Decision, short("text")]] = ()
    forecast: Annotated[Forecast, short("text")] | None = None
    next_round: Annotated[NextRound, short("date")] | None = None
