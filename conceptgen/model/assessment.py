"""The current state: criteria and scores by round, causes of the low ones, problems found, verdicts on zones."""

from decimal import Decimal
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from conceptgen.model.base import (
    Dated,
    DateOrUnknown,
    Fact,
    Figure,
    Item,
    Many,
    Model,
    Money,
    Party,
    Statements,
    Term,
    Text,
)
from conceptgen.model.enums import (
    Clarity,
    FactorKind,
    FindingMethod,
    FindingStatus,
    Impact,
    Onset,
    RoundMethod,
    Servqual,
    Verdict,
)
from conceptgen.model.pictures import Pictures
from conceptgen.model.problems import problem
from conceptgen.model.references import (
    ActionRef,
    AssessorRef,
    ComponentRef,
    CriterionRef,
    DepartmentRef,
    FindingRef,
    GoalRef,
    IndicatorRef,
    JudgedZoneRef,
    PartyRef,
    ProblemZoneRef,
    RoundRef,
    SegmentRef,
    StageRef,
    TouchpointRef,
)
from conceptgen.model.scalars import Boolean, Grade, Integer, Number, Share, TextValue
from conceptgen.model.shorthand import short


class Scale(Model):
    """The scale of scores; below ``low_threshold`` a score is low."""

    min: Number = Decimal(1)
    max: Number = Decimal(10)
    step: Number | None = None
    low_threshold: Number = Decimal(6)
    anchors: dict[str, TextValue] = Field(default_factory=dict)
    rescaled_from: Text | None = None

    @model_validator(mode="after")
    def _upwards(self) -> Self:
        if self.min >= self.max:
            raise problem("E-IND-04", min=str(self.min), max=str(self.max))
        return self


class Round(Item):
    """One round of measurement."""

    name: TextValue | None = None
    baseline: Boolean = False
    date: DateOrUnknown | None = None
    method: RoundMethod | None = None
    population: Text | None = None
    invited: Integer | None = None
    respondents: Integer | None = None
    assessors: Many[PartyRef] = ()
    comparable_with_previous: Boolean | None = None
    comparability_note: Text | None = None


class Score(Figure):
    """One assessor's score of a criterion in a round, with its evidence."""

    round: RoundRef | None = None
    assessor: AssessorRef | None = None
    evidence: Statements = ()


class Postponed(Model):
    """Why a low criterion waits, and until when."""

    reason: Text
    until: DateOrUnknown | None = None


class Criterion(Item):
    """What is judged on the scale, under one of the components of service."""

    component: ComponentRef
    name: TextValue
    description: Text | None = None
    weight: Share | None = None
    servqual: Servqual | None = None
    target: Number | None = None
    postponed: Annotated[Postponed, short("reason")] | None = None
    touchpoints: Many[TouchpointRef] = ()
    scores: Many[Score] = ()


class OnsetAnswer(Item):
    """Question 1: has it always been so, or is it recent?"""

    kind: Onset
    since: DateOrUnknown | None = None
    text: Text | None = None


class Factor(Item):
    """Question 2: a factor, inside or outside."""

    text: TextValue
    kind: FactorKind | None = None


class Mechanism(Item):
    """Question 3: do we understand how it works?"""

    clarity: Clarity | None = None
    text: Text | None = None


class FirstStep(Item):
    """Question 5: what one can do today."""

    text: TextValue
    who: Party | None = None
    date: DateOrUnknown | None = None
    done: Boolean | None = None


class PeerPractice(Item):
    """How a neighbour in another business solved it, and what stood in the way."""

    who: Text | None = None
    how: TextValue
    obstacle: Text | None = None


class Cause(Item):
    """The six questions about one low criterion or one problem."""

    criterion: CriterionRef | None = None
    finding: FindingRef | None = None
    date: DateOrUnknown | None = None
    onset: Annotated[OnsetAnswer, short("kind")] | None = None
    factors: Many[Annotated[Factor, short("text")]] = ()
    mechanism: Annotated[Mechanism, short("text")] | None = None
    responsible: Party | None = None
    advisors: Statements = ()
    first_step: Annotated[FirstStep, short("text")] | None = None
    time_to_level: Annotated[Term, short("date")] | None = None
    root_cause: Text | None = None
    peer_practice: Many[Annotated[PeerPractice, short("how")]] = ()
    actions: Many[ActionRef] = ()


class Occurrence(Dated):
    """How often a problem happens."""

    needs_form: ClassVar[bool] = False

    text: TextValue | None = None


class ProblemFound(Item):
    """A problem that was found: what is heard, what it means to the client, what is missing."""

    text: TextValue
    method: FindingMethod | None = None
    problem_zones: Many[ProblemZoneRef] = ()
    touchpoints: Many[TouchpointRef] = ()
    stages: Many[StageRef] = ()
    criteria: Many[CriterionRef] = ()
    segments: Many[SegmentRef] = ()
    goals: Many[GoalRef] = ()
    heard: Statements = ()
    client_meaning: Text | None = None
    missing: Text | None = None
    evidence: Statements = ()
    impact: Many[Impact] = ()
    frequency: Annotated[Occurrence, short("text")] | None = None
    severity: Grade | None = None
    status: FindingStatus | None = None
    actions: Many[ActionRef] = ()


class ZoneVerdict(Item):
    """The verdict on one problem zone."""

    problem_zone: JudgedZoneRef
    verdict: Verdict
    heard: Statements = ()
    evidence: Statements = ()
    findings: Many[FindingRef] = ()
    touchpoints: Many[TouchpointRef] = ()
    departments: Many[DepartmentRef] = ()
    indicators: Many[IndicatorRef] = ()
    actions: Many[ActionRef] = ()
    missed_opportunity: Annotated[Money, short("text")] | None = None
    pictures: Pictures = ()


class NotAssessed(Model):
    """Why there are no scores."""

    reason: Text


class CurrentState(Item):
    """Section 2: how the service stands."""

    description: Text | None = None
    components: dict[ComponentRef, Text] = Field(default_factory=dict)
    scale: Scale = Scale.empty()
    rounds: Many[Round] = ()
    facts: Many[Annotated[Fact, short("text")]] = ()
    not_assessed: Annotated[NotAssessed, short("reason")] | None = None
    criteria: Many[Criterion] = ()
    causes: Many[Cause] = ()
    findings: Many[Annotated[ProblemFound, short("text")]] = ()
    zone_audit: Many[ZoneVerdict] = ()
    conclusions: Text | None = None
