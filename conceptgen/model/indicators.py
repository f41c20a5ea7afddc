"""Target indicators: from where, to where, how and by whom it is measured."""

from __future__ import annotations

from typing import Annotated, ClassVar

from conceptgen.model.base import Dated, DateOrUnknown, Figure, Item, Many, Party, Text
from conceptgen.model.enums import (
    Direction,
    Frequency,
    IndicatorKind,
    Metric,
    Phase,
    TargetKind,
    Unit,
    VariantOfMetric,
)
from conceptgen.model.references import GoalRef, PlaceRef, RoundRef, TouchpointRef
from conceptgen.model.scalars import Boolean, Integer, TextValue
from conceptgen.model.shorthand import short


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
