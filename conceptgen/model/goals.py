"""Principles, goals and tasks: where the service is going, and on what ground."""

from typing import Annotated

from conceptgen.model.base import DateOrUnknown, Item, Many, Model, Party, Text
from conceptgen.model.enums import Priority
from conceptgen.model.references import (
    ActionRef,
    CauseRef,
    CriterionRef,
    FindingRef,
    GoalRef,
    IndicatorRef,
    PartyRef,
    ProblemZoneRef,
    StageRef,
    TouchpointRef,
)
from conceptgen.model.scalars import TextValue
from conceptgen.model.shorthand import short


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
    basis: Basis = Basis.empty()
    horizon: DateOrUnknown | None = None
    owner: Party | None = None
    deputies: Many[PartyRef] = ()
    priority: Priority | None = None
    exceeds_expectation: Text | None = None
    indicators: Many[IndicatorRef] = ()
    tasks: Many[Annotated[Task, short("text")]] = ()
