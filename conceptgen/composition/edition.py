"""An approved edition: what was known on its date, so that it says the same for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from conceptgen.model.assessment import Round
from conceptgen.model.base import Model
from conceptgen.model.dates import When, last_day
from conceptgen.model.indicators import Measurement
from conceptgen.model.project import Project
from conceptgen.model.relations import Relations
from conceptgen.model.walk import fields_of
from conceptgen.origin import Path

_editions: WeakKeyDictionary[Relations, Project | None] = WeakKeyDictionary()
"""The edition of each input, made once; None where nothing in it is late."""


def as_of_its_date(project: Project) -> Project:
    """The project without rounds, their scores and measurements later than the document's own date.

    Later ones belong to a report on progress. It is the same edition each time it is asked for.
    """
    relations = project.relations
    if relations not in _editions:
        is_late = _lateness(project)
        has_late = any(is_late(place.part) for place in relations.places)
        _editions[relations] = _kept(project, is_late) if has_late else None
    return _editions[relations] or project


def before(project: Project, paths: Iterable[Path]) -> Iterator[Path]:
    """Paths of the edition as they were in the whole project: what was left out counts again in lists."""
    if as_of_its_date(project) is project:
        yield from paths
        return
    is_late = _lateness(project)
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


def _lateness(project: Project) -> Callable[[Any], bool]:
    """True if a part is later than the date of the document."""
    day = last_day(project.document.date, project.settings.fiscal_year_start)
    state = project.concept.current_state if project.concept else None
    late = {round.id for round in (state.rounds if state else ()) if _is_later(round.date, day)}

    def is_late(part: Any) -> bool:
        if isinstance(part, Round | Measurement) and _is_later(part.date, day):
            return True
        return isinstance(part, Model) and bool(late) and getattr(part, "round", None) in late - {None}

    return is_late


def _is_later(when: Any, day: date | None) -> bool:
    """Beyond doubt: nothing is later than a date that nobody knows."""
    return isinstance(when, When) and day is not None and when.first > day


def _kept(part: Model, is_late: Any) -> Any:
    """A copy of the part without what is late; the part itself where nothing is."""
    changed: dict[str, Any] = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        kept = _value(value, is_late)
        if kept is not value:
            changed[name] = kept
    if not changed:
        return part
    copy = part.model_copy(update=changed)
    copy.__dict__.pop("relations", None)
    return copy


def _value(value: Any, is_late: Any) -> Any:
    if is_late(value):
        return None
    if isinstance(value, Model):
        return _kept(value, is_late)
    if isinstance(value, tuple):
        kept = tuple(_value(each, is_late) for each in value if not is_late(each))
        same = len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True))
        return value if same else kept
    return value
