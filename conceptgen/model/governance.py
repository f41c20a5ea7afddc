"""Who carries the programme out and how it is steered."""

from typing import Annotated

from pydantic import Field

from conceptgen.model.base import DateOrUnknown, Item, Many, Party, Text
from conceptgen.model.enums import Audience, Frequency
from conceptgen.model.references import ActionRef, IndicatorRef, PartyRef
from conceptgen.model.scalars import TextValue
from conceptgen.model.shorthand import short


class Member(Item):
    """A member of the working group and what he does in it."""

    role: PartyRef
    function: Text | None = None


class ZoneSearch(Item):
    """Who looks for problem zones, and how."""

    role: Party | None = None
    how: Text | None = None


class Meeting(Item):
    """A regular meeting."""

    name: TextValue
    frequency: Frequency | None = None
    date: DateOrUnknown | None = None
    chair: Party | None = None
    participants: Many[PartyRef] = ()


class Report(Item):
    """A regular report."""

    report: TextValue
    from_: Party | None = Field(default=None, alias="from")
    to: Party | None = None
    frequency: Frequency | None = None


class Raci(Item):
    """Who does, answers, advises and is told, for one action."""

    action: ActionRef
    responsible: Many[PartyRef] = ()
    accountable: PartyRef | None = None
    consulted: Many[PartyRef] = ()
    informed: Many[PartyRef] = ()


class Incentive(Item):
    """An incentive; printed as a proposal."""

    text: TextValue
    indicator: IndicatorRef | None = None


class Rollout(Item):
    """How the staff are made acquainted with the document."""

    date: DateOrUnknown | None = None
    format: Text | None = None
    audience: Many[Audience] = ()


class Governance(Item):
    """Section 6: who carries the programme out and how it is steered."""

    sponsor: Party | None = None
    manager: Party | None = None
    working_group: Many[Annotated[Member, short("role")]] = ()
    zone_search: ZoneSearch | None = None
    decision_rules: Text | None = None
    meetings: Many[Annotated[Meeting, short("name")]] = ()
    reporting: Many[Annotated[Report, short("report")]] = ()
    change_procedure: Text | None = None
    escalation: Text | None = None
    raci: Many[Raci] = ()
    incentives: Many[Annotated[Incentive, short("text")]] = ()
    rollout: Annotated[Rollout, short("format")] | None = None
