"""Target indicators: from where, to where, how and by whom it is measured."""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from conceptgen.model.base import (
    Dated,
    DateOrUnknown,
    Figure,
    Item,
    Many,
    Model,
    Party,
    Text,
    UnitOrUnknown,
    Unknown,
)
from conceptgen.model.enums import (
    Direction,
    Frequency,
    IndicatorKind,
    Metric,
    Phase,
    TargetKind,
    TargetLevel,
    VariantOfMetric,
)
from conceptgen.model.problems import problem
from conceptgen.model.references import GoalRef, PlaceRef, RoundRef, TouchpointRef
from conceptgen.model.scalars import Boolean, Integer, Number, TextValue
from conceptgen.model.shorthand import short


class Superseded(Figure):
    """A target that was given up, and why."""

    reason: Text | None = None


class Target(Figure):
    """A target value, how much of it is a must, when it is due; a norm may say since when it holds."""

    level: TargetLevel | None = None
    due: DateOrUnknown | None = None
    since: DateOrUnknown | None = None
    supersedes: Superseded | None = None


class Baseline(Dated):
    """Where an indicator starts from."""

    round: RoundRef | None = None
    n: Integer | None = None


class Answers(Model):
    """How many gave one answer; the value beside it may be worked out of these."""

    text: TextValue
    count: Integer


class Ratio(Model):
    """How many of how many, where a value is a share."""

    part: Integer
    whole: Integer


class Measurement(Dated):
    """A measured value, with the counts behind it.

    ``reached``: whether a target in words is; of one in words nothing else can tell.
    """

    round: RoundRef | None = None
    n: Integer | None = None
    ratio: Ratio | None = None
    answers: Many[Answers] = ()
    comparable: Boolean | None = None
    provisional: Boolean = False
    reached: Boolean | None = None


class Benchmark(Dated):
    """The value that others have, for comparison."""

    who: Text


class ValueScale(Model):
    """The scale that values lie on: five points, ten, a hundred."""

    min: Number
    max: Number

    @model_validator(mode="after")
    def _upwards(self) -> Self:
        if self.min >= self.max:
            raise problem("E-IND-04", min=str(self.min), max=str(self.max))
        return self


class Alert(Figure):
    """The value at which someone must act."""

    text: Text | None = None
    needs_form: ClassVar[bool] = False


_UNITLESS = ("state", "fraction", "duration", "change", "unknown")


class Indicator(Item):
    """An indicator: what is measured, from where, to where, how, how often, by whom."""

    name: TextValue
    goals: Many[GoalRef] = ()
    phase: Phase | None = None
    kind: IndicatorKind | None = None
    metric: Metric | None = None
    of: Many[PlaceRef] = ()
    variant: VariantOfMetric | None = None
    unit: UnitOrUnknown | None = None
    scale: ValueScale | None = None
    direction: Direction | None = None
    target_kind: TargetKind = "target"
    cumulative: Boolean = False
    baseline: Baseline | None = None
    benchmarks: Many[Benchmark] = ()
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

    @property
    def known_unit(self) -> str | None:
        """The unit, where it is known."""
        return None if isinstance(self.unit, Unknown) else self.unit

    @property
    def has_unit(self) -> bool:
        """The unit is said, or nothing here is counted in one: a state, a share, a duration."""
        figures = [*self.targets, *([self.baseline] if self.baseline else [])]
        counted = [figure for figure in figures if figure.form not in _UNITLESS]
        return self.unit is not None or all(figure.unit for figure in counted)

    @property
    def is_measured(self) -> bool:
        """There is a measurement with a value."""
        return any(each.form not in ("", "unknown") for each in self.measurements)

    @property
    def earnest(self) -> tuple[Target, ...]:
        """The targets meant in earnest: those to stretch for count where there are no others."""
        return tuple(each for each in self.targets if each.level != "stretch") or self.targets

    @property
    def aim(self) -> Target | None:
        """The last target meant in earnest."""
        return self.earnest[-1] if self.targets else None
