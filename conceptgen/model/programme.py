"""The programme: its frame, periods, money, risks and actions."""

from typing import Annotated, Self

from pydantic import model_validator

from conceptgen.model.base import DateOrUnknown, Item, Many, Money, Party, Text
from conceptgen.model.enums import ActionKind, ActionStatus, Frequency
from conceptgen.model.goals import Basis
from conceptgen.model.problems import problem
from conceptgen.model.references import GoalRef, PartyRef, PeriodRef, PrecedingRef, TaskRef
from conceptgen.model.scalars import Boolean, Grade, Share, TextValue
from conceptgen.model.shorthand import short


class Period(Item):
    """A period of the programme (never called a stage)."""

    name: TextValue
    start: DateOrUnknown | None = None
    end: DateOrUnknown | None = None
    result: Text | None = None


class Risk(Item):
    """A risk, its probability and impact from 1 to 5, and what is done about it."""

    text: TextValue
    probability: Grade | None = None
    impact: Grade | None = None
    mitigation: Text | None = None
    owner: Party | None = None


class Executor(Item):
    """Who does an action beside its owner."""

    role: PartyRef | None = None
    department: PartyRef | None = None
    partner: PartyRef | None = None
    by_agreement: Boolean = False

    @property
    def party(self) -> str:
        """The id of whoever executes; exactly one is given."""
        return self.role or self.department or self.partner or ""

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if not self.party:
            raise problem("E-TYP-01", key="role")
        return self


class Milestone(Item):
    """A mark inside an action."""

    text: TextValue
    date: DateOrUnknown | None = None


class PlanChange(Item):
    """A correction of the plan."""

    date: DateOrUnknown | None = None
    was: Text | None = None
    became: Text | None = None
    reason: Text | None = None


class Action(Item):
    """An action of the programme; exactly one owner answers for it."""

    name: TextValue
    tasks: Many[TaskRef] = ()
    goals: Many[GoalRef] = ()
    basis: Basis = Basis.empty()
    kind: ActionKind | None = None
    direction: Text | None = None
    period: PeriodRef | None = None
    owner: Party | None = None
    executors: Many[Annotated[Executor, short("role")]] = ()
    start: DateOrUnknown | None = None
    deadline: DateOrUnknown | None = None
    recurring: Frequency | None = None
    deliverable: Text | None = None
    resources: Text | None = None
    cost: Money | None = None
    depends_on: Many[PrecedingRef] = ()
    milestones: Many[Annotated[Milestone, short("text")]] = ()
    prior: Boolean = False
    status: ActionStatus | None = None
    completion_pct: Share | None = None
    completed_on: DateOrUnknown | None = None
    deviation_reason: Text | None = None
    change_log: Many[PlanChange] = ()

    @property
    def is_dropped(self) -> bool:
        """It will not be done, and waits for nothing."""
        return self.status in ("cancelled", "merged")

    @property
    def is_over(self) -> bool:
        """It is done, or will not be."""
        return self.status == "done" or self.is_dropped


class Programme(Item):
    """The programme: its frame, periods, money, risks and actions."""

    name: Text | None = None
    start: DateOrUnknown | None = None
    end: DateOrUnknown | None = None
    frame: Text | None = None
    periods: Many[Annotated[Period, short("name")]] = ()
    budget: Many[Money] = ()
    risks: Many[Annotated[Risk, short("text")]] = ()
    actions: Many[Annotated[Action, short("name")]] = ()
