"""The Concept: purpose, principles, current state, goals, programme, indicators, governance."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from conceptgen.model.assessment import CurrentState
from conceptgen.model.base import Dated, DateOrUnknown, Figure, Item, Many, Model, Money, Party, Text
from conceptgen.model.forms import short
from conceptgen.model.listed import (
    ActionKind,
    ActionStatus,
    Audience,
    Direction,
    Frequency,
    IndicatorKind,
    Metric,
    Phase,
    Priority,
    TargetKind,
    Unit,
    VariantOfMetric,
)
from conceptgen.model.problems import problem
from conceptgen.model.references import (
    ActionRef,
    CauseRef,
    CriterionRef,
    FindingRef,
    GoalRef,
    IndicatorRef,
    PartyRef,
    PeriodRef,
    PlaceRef,
    PrecedingRef,
    ProblemZoneRef,
    RoundRef,
    StageRef,
    TaskRef,
    TouchpointRef,
)
from conceptgen.model.scalars import Boolean, Grade, Integer, Share, TextValue


class Principle(Item):
    """A principle of dealing with the client: what he feels, what was done before, what we do."""

    text: TextValue
    client_meaning: Text | None = None
    staff_behaviour: Text | None = None
    stop_doing: Text | None = None
    goals: Many[GoalRef] = ()
    touchpoints: Many[TouchpointRef] = ()


class Basis(Model):
    """What a goal or an action rests on."""

    criteria: Many[CriterionRef] = ()
    findings: Many[FindingRef] = ()
    causes: Many[CauseRef] = ()
    problem_zones: Many[ProblemZoneRef] = ()
    stages: Many[StageRef] = ()
    touchpoints: Many[TouchpointRef] = ()
    text: Text | None = None


class Task(Item):
    """A task: a part of a goal."""

    text: TextValue
    actions: Many[ActionRef] = ()


class Goal(Item):
    """A goal of change, with its direction, basis, horizon and owner."""

    text: TextValue
    direction: Text | None = None
    rationale: Text | None = None
    basis: Basis = Basis()
    horizon: DateOrUnknown | None = None
    owner: Party | None = None
    deputies: Many[PartyRef] = ()
    priority: Priority | None = None
    exceeds_expectation: Text | None = None
    indicators: Many[IndicatorRef] = ()
    tasks: Many[Annotated[Task, short("text")]] = ()


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
    def _somebody(self) -> Executor:
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
    basis: Basis = Basis()
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


class Superseded(Figure):
    """A target that was given up, and why."""

    reason: Text | None = None


class Target(Figure):
    """A target value and when it is due."""

    due: DateOrUnknown | None = None
    supersedes: Superseded | None = None


class Baseline(Dated):
    """Where an indicator starts from."""

    round: RoundRef | None = None
    n: Integer | None = None


class Measurement(Dated):
    """A measured value."""

    round: RoundRef | None = None
    n: Integer | None = None
    comparable: Boolean | None = None
    provisional: Boolean = False


class Alert(Figure):
    """The value at which someone must act."""

    text: Text | None = None
    needs_form: ClassVar[bool] = False


class Indicator(Item):
    """An indicator: what is measured, from where, to where, how, how often, by whom."""

    name: TextValue
    goals: Many[GoalRef] = ()
    phase: Phase | None = None
    kind: IndicatorKind | None = None
    metric: Metric | None = None
    of: Many[PlaceRef] = ()
    variant: VariantOfMetric | None = None
    unit: Unit | None = None
    direction: Direction | None = None
    target_kind: TargetKind = "target"
    baseline: Baseline | None = None
    targets: Many[Target] = ()
    method: Text | None = None
    formula: Text | None = None
    population: Text | None = None
    sample_min: Integer | None = None
    frequency: Frequency | None = None
    data_source: Text | None = None
    owner: Party | None = None
    alert: Annotated[Alert, short("text")] | None = None
    measurements: Many[Measurement] = ()
    touchpoints: Many[TouchpointRef] = ()


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


class Concept(Item):
    """The Concept of customer service."""

    summary: Text | None = None
    purpose: Text | None = None
    principles: Many[Annotated[Principle, short("text")]] = ()
    current_state: CurrentState | None = None
    goals: Many[Annotated[Goal, short("text")]] = ()
    programme: Programme | None = None
    indicators: Many[Annotated[Indicator, short("name")]] = ()
    governance: Governance | None = None
