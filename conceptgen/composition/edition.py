"""What was known on a day: an approved edition and a report on progress say the same for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any, Final
from weakref import WeakKeyDictionary

from conceptgen.model.assessment import Round
from conceptgen.model.base import Model
from conceptgen.model.checks import Check, CheckVisit
from conceptgen.model.dates import When, first_day, last_day
from conceptgen.model.indicators import Measurement
from conceptgen.model.programme import Action, PlanChange
from conceptgen.model.project import Project
from conceptgen.model.relations import Relations
from conceptgen.model.walk import fields_of, models_in
from conceptgen.origin import Path

_OF_A_DAY: Final = (Round, Measurement, PlanChange, CheckVisit)
"""Parts that are as a whole of the day they name."""

_editions: WeakKeyDictionary[Relations, dict[date, Project | None]] = WeakKeyDictionary()
"""The editions of each input, made once a day; None where nothing in it is later."""


def own_day(project: Project) -> date | None:
    """The last day of the document's own date; None where it is unknown."""
    return last_day(project.document.date, project.settings.fiscal_year_start)


def known_on(project: Project, day: date | None) -> Project:
    """The project without what is later than a day: rounds, their scores, measurements, how actions went.

    Later ones belong to a report on progress. It is the same edition each time it is asked for.
    """
    if day is None:
        return project
    known = _editions.setdefault(project.relations, {})
    if day not in known:
        kept = _kept(project, _Later(project, day))
        known[day] = kept if kept is not project else None
    return known[day] or project


def before(project: Project, day: date | None, paths: Iterable[Path]) -> Iterator[Path]:
    """Paths of the edition of a day as they were in the whole project: what was left out counts again in lists."""
    if day is None or known_on(project, day) is project:
        yield from paths
        return
    is_late = _Later(project, day).is_late
    kept: dict[int, list[int]] = {}
    for path in paths:
        yield _before(project, path, is_late, kept)


def _before(project: Project, path: Path, is_late: Callable[[Any], bool], kept: dict[int, list[int]]) -> Path:
    value: Any = project
    found: Path = ()
    for step in path:
        if isinstance(value, tuple) and isinstance(step, int):
            if id(value) not in kept:
                kept[id(value)] = [index for index, each in enumerate(value) if not is_late(each)]
            step = kept[id(value)][step]
            value = value[step]
        elif isinstance(value, Model):
            name = next((name for name, key, _ in fields_of(type(value)) if key == step), "")
            value = getattr(value, name, None)
        else:
            value = value.get(step) if isinstance(value, dict) else None
        found += (step,)
    return found


class _Later:
    """What is later than a day, beyond doubt: nothing is later than a date that nobody knows."""

    def __init__(self, project: Project, day: date) -> None:
        self.day, self.year_start = day, project.settings.fiscal_year_start
        state = project.concept.current_state if project.concept else None
        rounds = state.rounds if state else ()
        self.rounds = {round.id for round in rounds if self._is_later(round.date)} - {None}

    def is_late(self, part: Any) -> bool:
        """True if the part as a whole is later; a check is when all its visits are."""
        if isinstance(part, _OF_A_DAY) and self._is_later(part.date):
            return True
        if isinstance(part, Check) and part.visits and all(map(self.is_late, part.visits)):
            return True
        return isinstance(part, Model) and bool(self.rounds) and getattr(part, "round", None) in self.rounds

    def undone(self, part: Model) -> dict[str, Any]:
        """What of a part that stays was not so yet: an action done later was going on, or only planned."""
        if not isinstance(part, Action) or part.prior:
            return {}
        began = first_day(part.start, self.year_start) or first_day(part.deadline, self.year_start)
        is_begun = began is None or began <= self.day
        if is_begun and not self._is_later(part.completed_on):
            return {}
        was = "planned" if part.status is not None else None
        fresh: dict[str, Any] = {"status": "in_progress" if was and is_begun else was}
        fresh |= {"completed_on": None, "completion_pct": None, "deviation_reason": None}
        return {name: value for name, value in fresh.items() if getattr(part, name) != value}

    def _is_later(self, when: Any) -> bool:
        return isinstance(when, When) and when.first > self.day


def _kept(part: Any, later: _Later) -> Any:
    """A copy of the part without what is late; the part itself where nothing is."""
    changed: dict[str, Any] = later.undone(part)
    kind: type[Model] = type(part)
    for name in _dated_fields(kind):
        value = getattr(part, name)
        kept = value if name in changed else _value(value, later)
        if kept is not value:
            changed[name] = kept
    if not changed:
        return part
    return part.model_copy(update=changed)


def _value(value: Any, later: _Later) -> Any:
    if later.is_late(value):
        return None
    if isinstance(value, Model):
        return _kept(value, later)
    if isinstance(value, tuple):
        kept = tuple(_value(each, later) for each in value if not later.is_late(each))
        same = len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True))
        return value if same else kept
    return value


@cache
def _dated_fields(kind: type[Model]) -> tuple[str, ...]:
    """The fields below which something may be later: few, and the rest of the input is spared the look."""
    return tuple(
        name
        for name, field in kind.model_fields.items()
        if any(_is_dated(each) for model in models_in(field.annotation) for each in _reached(model))
    )


def _is_dated(kind: type[Model]) -> bool:
    """True for parts that ``_Later`` may leave out or change."""
    return issubclass(kind, (*_OF_A_DAY, Action)) or "round" in kind.model_fields


@cache
def _reached(kind: type[Model]) -> frozenset[type[Model]]:
    """A kind of part with all that may stand inside it."""
    found, waiting = {kind}, [kind]
    while waiting:
        fields = waiting.pop().model_fields.values()
        new = {model for field in fields for model in models_in(field.annotation)} - found
        found |= new
        waiting += new
    return frozenset(found)
