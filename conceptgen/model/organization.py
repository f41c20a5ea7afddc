"""The client organisation: places, departments, partners, customers, channels, people and their roles."""

from typing import Annotated

from pydantic import Field

from conceptgen.model.base import (
    DateOrUnknown,
    Fact,
    Item,
    Many,
    Model,
    NameForms,
    Party,
    Statements,
    Text,
)
from conceptgen.model.enums import (
    ChannelKind,
    CheckMethod,
    CustomerType,
    ExpectationSource,
    Level,
    LifeCycle,
    PartnerKind,
)
from conceptgen.model.pictures import OnePicture, Pictures
from conceptgen.model.references import (
    DepartmentRef,
    IndicatorRef,
    PartyRef,
    ProfileItemRef,
    SegmentRef,
    TouchpointRef,
)
from conceptgen.model.scalars import Boolean, Number, Share, TextValue
from conceptgen.model.shorthand import short


class Named(Item):
    """A thing with a name."""

    name: TextValue


class Site(Named):
    """A place where the client is met."""

    address: Text | None = None
    kind: Text | None = None
    pictures: Pictures = ()


class Department(Named):
    """A department."""

    parent: DepartmentRef | None = None
    head: PartyRef | None = None
    client_facing: Boolean | None = None


class Partner(Named):
    """Another organisation that takes part in the service; its curator answers for it inside."""

    kind: PartnerKind | None = None
    curator: Party | None = None


class Expectation(Item):
    """What a customer expects, and where the expectation comes from."""

    text: TextValue
    from_: ExpectationSource | None = Field(default=None, alias="from")


class Segment(Named):
    """A group of customers."""

    life_cycle: LifeCycle | None = None
    share_pct: Share | None = None
    needs: Statements = ()
    expectations: Many[Annotated[Expectation, short("text")]] = ()
    portrait: OnePicture | None = None


class Offering(Named):
    """A product or service, and whom it is for."""

    segments: Many[SegmentRef] = ()


class Channel(Named):
    """A way the client and the organisation meet."""

    kind: ChannelKind | None = None


class System(Named):
    """A system or a store of data."""

    owner: Party | None = None
    integrated_with: Statements = ()


class Person(Named):
    """A named person; optional, since documents outlive people."""

    role: PartyRef | None = None
    contact: TextValue | None = None
    name_forms: NameForms | None = None


class Headcount(Model):
    """How many people there are and how many are needed."""

    current: Number | None = None
    required: Number | None = None


class ProfileItem(Item):
    """One demand on the person, how strict, and how it is checked."""

    text: TextValue
    level: Level | None = None
    check: CheckMethod | None = None
    questions: Statements = ()


ProfileItems = Many[Annotated[ProfileItem, short("text")]]


class RoleProfile(Model):
    """What the person in the role knows, has done, can do and holds dear."""

    knowledge: ProfileItems = ()
    experience: ProfileItems = ()
    skills: ProfileItems = ()
    attitudes: ProfileItems = ()
    appearance: Text | None = None
    speech: Text | None = None
    psychotype_note: TextValue | None = None


class Duty(Item):
    """What the role does, and which items of the profile it takes."""

    text: TextValue
    requires: Many[ProfileItemRef] = ()


class JobDescription(Model):
    """What the role is for, does, may decide and answers for."""

    functions: Statements = ()
    duties: Many[Annotated[Duty, short("text")]] = ()
    authority: Statements = ()
    responsibility: Statements = ()
    document_ref: Text | None = None
    approved_on: DateOrUnknown | None = None


class SelectionStep(Item):
    """A step of choosing a person for the role."""

    name: TextValue
    checks: Many[ProfileItemRef] = ()
    who: Party | None = None


class Training(Item):
    """Training; it strengthens a profile, it does not replace one."""

    text: TextValue
    after_hire: Boolean | None = None


class Role(Named):
    """A position: owners and executors are positions; a collective one (a team, a board) has members."""

    department: DepartmentRef | None = None
    members: Many[PartyRef] = ()
    client_facing: Boolean | None = None
    why: Text | None = None
    headcount: Headcount | None = None
    profile: RoleProfile | None = None
    job_description: JobDescription | None = None
    selection_steps: Many[SelectionStep] = ()
    training: Many[Annotated[Training, short("text")]] = ()
    indicators: Many[IndicatorRef] = ()
    touchpoints: Many[TouchpointRef] = ()
    name_forms: NameForms | None = None


class Organization(Item):
    """The client."""

    name: TextValue
    legal_name: Text | None = None
    industry: Text | None = None
    customer_types: Many[CustomerType] = ()
    pictures: Pictures = ()
    facts: Many[Annotated[Fact, short("text")]] = ()
    sites: Many[Annotated[Site, short("name")]] = ()
    departments: Many[Annotated[Department, short("name")]] = ()
    partners: Many[Annotated[Partner, short("name")]] = ()
    segments: Many[Annotated[Segment, short("name")]] = ()
    offerings: Many[Annotated[Offering, short("name")]] = ()
    channels: Many[Annotated[Channel, short("name")]] = ()
    systems: Many[Annotated[System, short("name")]] = ()
    people: Many[Annotated[Person, short("name")]] = ()
    roles: Many[Annotated[Role, short("name")]] = ()
