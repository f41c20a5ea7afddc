"""Fills every field of the model with something of its own: an input in which nothing is left out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import count
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from conceptgen.model.assessment import Scale
from conceptgen.model.base import FORMS, Bound, Change, Figure, Item, Model, Reading, Unknown
from conceptgen.model.chain import Zone
from conceptgen.model.dates import When
from conceptgen.model.enums import Listed
from conceptgen.model.indicators import ValueScale
from conceptgen.model.programme import Executor
from conceptgen.model.project import Project
from conceptgen.model.references import To, target
from conceptgen.model.session import AgendaBlock, Session

SKIPPED = {"format", "brand", "settings", "review", "deliverables"} | {
    "contributor",
    "contributions",
    "resolutions",
}
ONE_OF: dict[type[Model], set[str]] = {
    Change: {"down_by", "times_more", "times_less"},
    Bound: {"min", "max"},
    Executor: {"department", "partner"},
    Zone: {"zone"},
}
SHAPES = (
    {"value": "7"},
    {"min": "2", "max": "3"},
    {"at_least": "4"},
    {"at_most": "5"},
    {"more_than": "6"},
    {"less_than": "7"},
    {"from": "8"},
    {"about": "9"},
    {"state": None, "done_when": None},
    {"fraction": ["1", "2000"]},
    {"duration": "PT4M22S"},
    {"unknown": {"reason": "tbd", "resolve_by": "2027-02-01"}},
)
IDS = {"components": "staff"}
FIXED = {"min": "1", "max": "10", "step": "1", "low_threshold": "6"}
"""The scale; every score the filler gives lies on it."""
CLOCKS: dict[tuple[type[Model], str], str] = {
    (Session, "start"): "10:00",
    (Session, "end"): "17:30",
    (AgendaBlock, "start"): "10:15",
}
CIRCULAR = {"depends_on", "parent"}


@dataclass
class Filler:
    """Makes the data; ``texts`` are all texts it wrote, by path."""

    texts: dict[str, str] = field(default_factory=dict)
    ids: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    pending: list[tuple[Any, Any, To]] = field(default_factory=list)
    numbers: Any = field(default_factory=lambda: count(1))
    figures: Any = field(default_factory=lambda: count(0))

    def project(self) -> dict[str, Any]:
        """A whole input as plain data."""
        data = {"schema": "conceptgen/1", **self.model(Project, "")}
        for holder, key, to in self.pending:
            built_in = {"Component": "staff", "ProblemZone": "pz01"}
            holder[key] = next((self.ids[k][0] for k in to.kinds if self.ids[k]), built_in.get(to.kinds[0]))
        return data

    def model(self, kind: type[Model], path: str) -> dict[str, Any]:
        """Every field of one model."""
        data: dict[str, Any] = {}
        if issubclass(kind, Figure):
            self.figure(kind, data, path)
        for name, info in kind.model_fields.items():
            key = info.alias or name
            skip = (
                name in SKIPPED
                or name in ONE_OF.get(kind, set())
                or (issubclass(kind, Figure) and name in data)
            )
            forms = {*FORMS, "max", "done_when", "amount", "target", "date"}
            if skip or (
                issubclass(kind, Figure) and name in forms and not (name == "date" and kind is not Reading)
            ):
                continue
            if name == "disputed" and ("disputed" in path or kind is Reading):
                continue
            if name == "date" and getattr(kind, "other_forms", ()) == ("date",):
                continue
            if name == "id" and issubclass(kind, Item):
                data["id"] = f"x{next(self.numbers)}"
                self.ids[kind.__name__].append(data["id"])
                continue
            if kind in (Scale, ValueScale) and name in FIXED:
                data[key] = FIXED[name]
                continue
            if (kind, name) in CLOCKS:
                data[key] = CLOCKS[kind, name]
                continue
            if name in CIRCULAR:
                continue
            self.value(info.annotation, tuple(info.metadata), data, key, f"{path}.{key}".lstrip("."))
        return data

    def figure(self, kind: type[Figure], data: dict[str, Any], path: str) -> None:
        """One of the forms, another each time; scores keep to their scale."""
        shape = SHAPES[next(self.figures) % len(SHAPES)]
        plain = kind.__name__ in ("Score", "Scored", "Money")
        for key, value in ({"value": "4"} if plain else shape).items():
            data[key] = self.text(f"{path}.{key}") if value is None else value

    def value(self, annotation: Any, metadata: tuple[Any, ...], holder: Any, key: Any, path: str) -> None:
        """Put a value of this annotation under a key."""
        to = target(annotation, metadata)
        if get_origin(annotation) is dict:
            holder[key] = {IDS.get(key, "5"): self.text(path)}
        elif get_origin(annotation) is tuple:
            holder[key] = [None]
            self.value(get_args(annotation)[0], (), holder[key], 0, path + "[0]")
        elif to is not None and not _models(annotation):
            holder[key] = None
            self.pending.append((holder, key, to))
        elif listed := _listed((*metadata, *_parts(annotation))):
            holder[key] = listed[0]
        else:
            holder[key] = self.leaf(annotation, path)

    def leaf(self, annotation: Any, path: str) -> Any:
        """A value of a simple type, or a nested model."""
        kinds = _kinds(annotation)
        models = [k for k in kinds if isinstance(k, type) and issubclass(k, Model) and k is not Unknown]
        literal = next((k for k in kinds if get_origin(k) is Literal), None)
        if models:
            return self.model(models[0], path)
        if literal:
            return get_args(literal)[0]
        if bool in kinds:
            return "true"
        if When in kinds or date in kinds:
            return "2026-03-15"
        if Decimal in kinds or int in kinds:
            return "3"
        return self.text(path)

    def text(self, path: str) -> str:
        """A text like no other."""
        self.texts[path] = f"слово{next(self.numbers):05d}"
        return self.texts[path]


def _parts(annotation: Any) -> list[Any]:
    """All that stands inside an annotation, its metadata too."""
    return [part for each in get_args(annotation) for part in (each, *_parts(each))]


def _listed(parts: tuple[Any, ...]) -> tuple[str, ...]:
    """The values of a list that another room declares."""
    return next((part.values for part in parts if isinstance(part, Listed) and part.values), ())


def _kinds(annotation: Any) -> list[Any]:
    if get_origin(annotation) in (Union, UnionType):
        return [kind for part in get_args(annotation) for kind in _kinds(part)]
    if hasattr(annotation, "__metadata__"):
        return _kinds(get_args(annotation)[0])
    return [annotation]


def _models(annotation: Any) -> list[Any]:
    kinds = _kinds(annotation)
    return [k for k in kinds if isinstance(k, type) and issubclass(k, Model) and k is not Unknown]
