"""The Chain of customer service: stages → zones → elements → touchpoints."""

from decimal import Decimal
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from conceptgen.model.base import DateOrUnknown, Figure, Item, Many, Model, Party, Scored, Statements, Text
from conceptgen.model.checks import Check
from conceptgen.model.enums import (
    Decision,
    DevelopmentMode,
    ElementKind,
    EvidenceLevel,
    MapLane,
    Phase,
    SkippedLevel,
    Status,
    ZoneKind,
)
from conceptgen.model.pictures import Pictures
from conceptgen.model.problems import problem
from conceptgen.model.references import (
    ActionRef,
    ChannelRef,
    CriterionRef,
    DepartmentRef,
    ElementRef,
    FindingRef,
    IndicatorRef,
    OfferingRef,
    PartRef,
    PartyRef,
    ProblemZoneRef,
    SegmentRef,
    SiteRef,
    StageRef,
    SystemRef,
    ZoneRef,
)
from conceptgen.model.scalars import Boolean, TextValue
from conceptgen.model.shorthand import short

FEELINGS = (Decimal(1), Decimal(5))
"""The scale of feelings at a stage: from very bad to excellent."""


class Wording(Model):
    """A step as it is and as it shall be; a bare text is as it is."""

    now: Text | None = None
    to_be: Text | None = None


WordingOrText = Annotated[Wording, short("now")]


class Limit(Figure):
    """The limit of a standard, with its unit."""


class Standard(Item):
    """A standard of service: what must happen, within what limit, for whom and when."""

    text: TextValue
    limit: Limit | None = None
    document_ref: Text | None = None
    segments: Many[SegmentRef] = Field(default=(), alias="for")
    offerings: Many[OfferingRef] = ()
    when: Text | None = None
    quality: Statements = ()


class Duration(Figure):
    """How long a stage lasts, and from what moment."""

    needs_form: ClassVar[bool] = False

    text: TextValue | None = None
    anchor: Text | None = None


class Handover(Item):
    """To whom the client is handed over, by what rule, and what is passed on."""

    from_: PartyRef | None = Field(default=None, alias="from")
    to: Party | None = None
    rule: Text | None = None
    data_passed: Statements = ()


class ChannelOwner(Model):
    """Who answers for a touchpoint in one channel."""

    channel: ChannelRef
    owner: Party


class ProcessStep(Item):
    """A step of what happens at a touchpoint, and how it goes in each form: by the id of a channel or by a name."""

    name: TextValue
    forms: dict[str, Text] = Field(default_factory=dict)


class Carried(Item):
    """What is inherited downwards: zone → element → touchpoint."""

    owner: Party | None = None
    served_by: Many[PartyRef] = ()
    channels: Many[ChannelRef] = ()
    standard: Many[Annotated[Standard, short("text")]] = ()


class Touchpoint(Carried):
    """A touchpoint: ``owner`` answers for it, ``served_by`` does it."""

    name: TextValue
    element: ElementRef | None = None
    also_stages: Many[StageRef] = ()
    channel_owners: Many[ChannelOwner] = ()
    backup: PartyRef | None = None
    client_action: Text | None = None
    client_expectation: Text | None = None
    frontstage: WordingOrText | None = None
    backstage: WordingOrText | None = None
    support_process: WordingOrText | None = None
    process: Many[Annotated[ProcessStep, short("name")]] = ()
    physical_evidence: Text | None = None
    systems: Many[SystemRef] = ()
    terms: Statements = ()
    exceeds: Text | None = None
    recovery: Text | None = None
    pain: Statements = ()
    proactive: Boolean | None = None
    indicators: Many[IndicatorRef] = ()
    problem_zones: Many[ProblemZoneRef] = ()
    findings: Many[FindingRef] = ()
    criteria: Many[CriterionRef] = ()
    moment_of_truth: Boolean = False
    evidence_level: EvidenceLevel | None = None
    scores: Many[Annotated[Scored, short("value")]] = ()
    data_asked: Statements = ()
    handover: Handover | None = None
    decision: Decision | None = None
    decision_reason: Text | None = None
    actions: Many[ActionRef] = ()
    pictures: Pictures = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms its steps go in, each once, as they are met."""
        return tuple(dict.fromkeys(form for step in self.process for form in step.forms))


Touchpoints = Many[Annotated[Touchpoint, short("name")]]


class Element(Carried):
    """What the client deals with in a zone."""

    name: TextValue
    kind: ElementKind | None = None
    touchpoints: Touchpoints = ()


Elements = Many[Annotated[Element, short("name")]]


class Zone(Carried):
    """Where or through what the meeting happens; ``zone`` names a zone of another stage."""

    name: TextValue | None = None
    zone: ZoneRef | None = None
    kind: ZoneKind | None = None
    site: SiteRef | None = None
    department: DepartmentRef | None = None
    pain: Statements = ()
    elements: Elements = ()
    touchpoints: Touchpoints = ()

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not (self.name or self.zone):
            raise problem("E-TYP-01", key="name")
        return self


class Stage(Item):
    """A stage of the client's way."""

    name: TextValue
    group: Text | None = None
    phase: Phase | None = None
    until_phase: Phase | None = None
    client_goal: Text | None = None
    client_actions: Statements = ()
    entry_event: Text | None = None
    exit_event: Text | None = None
    pain: Statements = ()
    duration: Annotated[Duration, short("text")] | None = None
    emotion: Many[Annotated[Scored, short("value")]] = ()
    zones: Many[Annotated[Zone, short("name")]] = ()
    elements: Elements = ()
    touchpoints: Touchpoints = ()

    @property
    def phases(self) -> tuple[Phase | None, ...]:
        """The phase it lies in, or both that it lasts through."""
        return (self.phase, self.until_phase) if self.until_phase else (self.phase,)


class Contributor(Item):
    """Who took part in developing the chain, when, in what."""

    role: PartyRef | None = None
    name: Text | None = None
    mode: DevelopmentMode | None = None
    date: DateOrUnknown | None = None
    parts: Many[PartRef] = ()


class Development(Item):
    """How the chain was developed."""

    mode: DevelopmentMode | None = None
    date: DateOrUnknown | None = None
    contributors: Many[Annotated[Contributor, short("role")]] = ()


class LevelLabels(Model):
    """The client's own names of the four levels."""

    stage: TextValue | None = None
    zone: TextValue | None = None
    element: TextValue | None = None
    touchpoint: TextValue | None = None


USUAL_LANES: tuple[MapLane, ...] = (
    "goal", "deeds", "touchpoints", "feeling", "line", "pain", "onstage", "backstage", "served_by", "decision",
)  # fmt: skip
"""What stands on the map of a chain that does not say it."""


class ChainMap(Model):
    """How the map of the chain is made: its lanes from top to bottom, under the stages and their phases."""

    lanes: Many[MapLane] = ()


class Chain(Item):
    """One chain: one scenario of one kind of client."""

    name: TextValue
    scenario: Text | None = None
    segment: SegmentRef | None = None
    offering: OfferingRef | None = None
    status: Status | None = None
    development: Annotated[Development, short("mode")] | None = None
    level_labels: LevelLabels = LevelLabels.empty()
    skipped_levels: Many[SkippedLevel] = ()
    handovers: Many[Handover] = ()
    map: ChainMap = ChainMap.empty()
    checks: Many[Check] = ()
    stages: Many[Annotated[Stage, short("name")]] = ()
