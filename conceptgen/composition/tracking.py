"""How things stand on the day of a document: actions against their terms, facts against the plan, rounds compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from conceptgen.composition.charts.change import in_unit
from conceptgen.composition.comparable import comparable_rounds, runs
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import standing
from conceptgen.languages.written import written
from conceptgen.model.assessment import Criterion, Round
from conceptgen.model.base import Change
from conceptgen.model.figure_bounds import bounds
from conceptgen.model.indicators import Indicator, Measurement, Target
from conceptgen.model.programme import Action

State = Literal["done", "overdue", "behind", "idle", "running", "planned", "cancelled", "merged", ""]
OVERDUE: Final = ("overdue", "behind", "idle")
"""States that call for somebody: the deadline has passed, it is told to be late, or it should have begun."""
Trend = Literal["better", "worse", "same", ""]


@dataclass(frozen=True, slots=True)
class Track:
    """An action on the day of the document; ``days``: by how many it is overdue, or was done late."""

    action: Action
    state: State
    days: int = 0


def tracks(scope: Scope) -> list[Track]:
    """How every action of the programme stands."""
    programme = scope.concept.programme
    return [track(scope, each) for each in programme.actions] if programme else []


def track(scope: Scope, action: Action) -> Track:
    """How one action stands."""
    late = _days_after(scope.last(action.deadline), scope.today)
    match action.status:
        case None:
            return Track(action, "")
        case "cancelled" | "merged":
            return Track(action, action.status)
        case "done":
            return Track(
                action, "done", _days_after(scope.last(action.deadline), scope.last(action.completed_on))
            )
    if late:
        return Track(action, "overdue", late)
    if action.status == "late":
        return Track(action, "behind")
    if action.status == "in_progress":
        return Track(action, "running")
    return Track(action, "idle" if scope.is_past(action.start) else "planned")


def _days_after(term: date | None, day: date | None) -> int:
    return max((day - term).days, 0) if term and day else 0


@dataclass(frozen=True, slots=True)
class PlanFact:
    """An indicator on the day of the document.

    ``plan``: the target that was due last, or the next one where none was due yet; ``fact``: the last measurement;
    ``deviation``: fact less plan, in the indicator's unit; ``is_met``: None where that cannot be told.
    """

    indicator: Indicator
    plan: Target | None
    is_due: bool
    fact: Measurement | None
    is_comparable: bool
    deviation: Decimal | None
    is_met: bool | None
    trend: Trend


def plan_facts(scope: Scope) -> list[PlanFact]:
    """Plan and fact of every indicator."""
    return [plan_fact(scope, each) for each in scope.concept.indicators]


def plan_fact(scope: Scope, indicator: Indicator) -> PlanFact:
    """Plan and fact of one."""
    plan, is_due = _plan(scope, indicator)
    told = [run for run in runs(scope, indicator) if any(is_known(each) for each in run)]
    last = max(
        ((scope.last(each.date), run, each) for run in told for each in run if is_known(each)),
        key=lambda found: found[0] or date.min,
        default=None,
    )
    if last is None:
        return PlanFact(indicator, plan, is_due, None, True, None, None, "")
    _, run, fact = last
    is_comparable = run is told[0] and fact.comparable is not False
    value, aim = in_unit(fact, indicator.known_unit), aim_of(indicator, plan)
    deviation = value - aim if value is not None and aim is not None else None
    return PlanFact(
        indicator,
        plan,
        is_due,
        fact,
        is_comparable,
        deviation,
        _is_met(indicator, plan, fact),
        _trend(indicator, run),
    )


def is_known(measurement: Measurement) -> bool:
    """True of a measurement that says something."""
    return measurement.form not in ("", "unknown")


def _plan(scope: Scope, indicator: Indicator) -> tuple[Target | None, bool]:
    due = [
        each for each in indicator.earnest if scope.is_past(each.due) or scope.last(each.due) == scope.today
    ]
    if due:
        return due[-1], True
    is_norm = indicator.target_kind == "norm"
    return (indicator.earnest[0], is_norm) if indicator.earnest else (None, False)


def aim_of(indicator: Indicator, target: Target | None) -> Decimal | None:
    """The number a target comes to; a change counts from the baseline; None for what is no number."""
    if target is None or target.change is None:
        return in_unit(target, indicator.known_unit)
    change, base = target.change, in_unit(indicator.baseline, indicator.known_unit)
    is_from_baseline = change.base is None or str(change.base).casefold().startswith(written("baseline"))
    if base is None or not is_from_baseline:
        return None
    step = next(
        getattr(change, way)
        for way in ("up_by", "down_by", "times_more", "times_less")
        if getattr(change, way)
    )
    if step.value is None:
        return None
    return _changed(base, step.value, change, indicator)


def _changed(base: Decimal, step: Decimal, change: Change, indicator: Indicator) -> Decimal:
    if change.times_more:
        return base * step
    if change.times_less:
        return base / step
    is_share = change.unit == "pct" and indicator.known_unit != "pct"
    by = base * step / 100 if is_share else step
    return base + by if change.up_by else base - by


def is_upwards(indicator: Indicator) -> bool | None:
    """Which way is better; None where that is not said, or there is a range to keep to."""
    told = {"increase": True, "decrease": False}.get(indicator.direction or "")
    if told is not None or indicator.direction:
        return told
    low, high = bounds(indicator.aim)
    return None if (low is None) == (high is None) else low is not None


def _is_met(indicator: Indicator, plan: Target | None, fact: Measurement) -> bool | None:
    value = in_unit(fact, indicator.known_unit)
    if plan is None:
        return None
    if value is None:
        return True if plan.state and plan.state == fact.state else fact.reached
    low, high = bounds(plan)
    if indicator.direction == "keep_in_range" and (low is not None or high is not None):
        return (low is None or value >= low) and (high is None or value <= high)
    aim, upwards = aim_of(indicator, plan), is_upwards(indicator)
    if aim is None or upwards is None:
        return None
    return value >= aim if upwards else value <= aim


def _trend(indicator: Indicator, run: tuple[Measurement, ...]) -> Trend:
    """Against the measurement before, in the same run."""
    values = [value for each in run if (value := in_unit(each, indicator.known_unit)) is not None]
    upwards = is_upwards(indicator)
    if len(values) < 2 or upwards is None:
        return ""
    before, now = values[-2:]
    if before == now:
        return "same"
    return "better" if (now > before) == upwards else "worse"


@dataclass(frozen=True, slots=True)
class Move:
    """A criterion in the first, the last but one and the last of the rounds that can be compared."""

    criterion: Criterion
    was: Decimal | None
    before: Decimal | None
    now: Decimal | None

    @property
    def step(self) -> Decimal | None:
        """By how much it rose; None where it has no two scores."""
        return self.now - self.was if self.was is not None and self.now is not None else None

    @property
    def has_fallen(self) -> bool:
        """True if it is lower than in the round before."""
        return self.now is not None and self.before is not None and self.now < self.before


def moves(scope: Scope) -> list[Move]:
    """How every criterion moved; nothing to compare with leaves what was open."""
    held = comparable_rounds(scope)
    if not held:
        return [Move(each, None, None, None) for each in scope.state.criteria]
    first, before = (held[0], held[-2]) if len(held) > 1 else (None, None)

    def score(criterion: Criterion, round: Round | None) -> Decimal | None:
        return standing(criterion, round).value if round else None

    return [
        Move(each, score(each, first), score(each, before), score(each, held[-1]))
        for each in scope.state.criteria
    ]
