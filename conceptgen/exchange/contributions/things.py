"""Plain data walked by what the model says of it: which fields hold parts, how an entry of a list is known again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args, get_origin

from conceptgen.changes.pairing import normal
from conceptgen.model.base import FORMS, Figure, Model, Unknown
from conceptgen.model.naming import NAMING
from conceptgen.model.project import Project
from conceptgen.model.references import target
from conceptgen.model.walk import fields_of, models_in
from conceptgen.origin import Path

Data = dict[str, Any]
"""A part of an input in its full form, as ``plain`` gives it."""
CHAPTERS = (
    "organization", "concept", "chains", "custom_zones", "custom_components", "sources", "glossary", "legal_refs",
)  # fmt: skip
"""What participants speak of; the document, its settings and its review are the author's."""
_OF_THEIR_OWN = ("Principle", "Risk")
_ABOUT = (
    "criterion", "finding", "problem_zone", "round", "assessor", "due", "date", "segments", "when", "period", "action",
    "role", "zone",
)  # fmt: skip


@cache
def part_of(kind: type[Model], name: str) -> type[Model] | None:
    """The model of what a field holds; None for a text, a reference, a date, a mapping of texts."""
    annotation = kind.model_fields[name].annotation
    if _is_mapping(annotation):
        return None
    return next((each for each in models_in(annotation) if each is not Unknown), None)


def _is_mapping(annotation: Any) -> bool:
    return get_origin(annotation) is dict or any(map(_is_mapping, get_args(annotation)))


@cache
def figure_keys(kind: type[Model]) -> tuple[str, ...]:
    """The keys that make up a figure and change together; none for other parts."""
    if not issubclass(kind, Figure):
        return ()
    names = {*FORMS, *kind.other_forms, "max", "done_when", "unit", "per", "currency"}
    return tuple(key for name, key, _ in fields_of(kind) if name in names)


@cache
def is_thing(kind: type[Model]) -> bool:
    """True for what others may refer to, or is one of its own: one participant may see it and another miss it."""
    return kind.__name__ in _named_kinds()


@cache
def _named_kinds() -> frozenset[str]:
    found, seen, left = set(_OF_THEIR_OWN), set[type[Model]](), [cast("type[Model]", Project)]
    while left:
        kind = left.pop()
        if kind in seen:
            continue
        seen.add(kind)
        for info in kind.model_fields.values():
            left += models_in(info.annotation)
            if (to := target(info.annotation, tuple(info.metadata))) is not None:
                found |= set(to.kinds)
    return frozenset(found - {"Cause"})


def name_in(part: Data) -> str:
    """What a part is called; "" for a nameless one."""
    return next((part[key] for key in NAMING if isinstance(part.get(key), str)), "")


def mark(part: Data) -> tuple[Any, ...]:
    """By what an entry of a list is known again where it has no known id: its name, what it is about, all it says."""
    if name := normal(name_in(part)):
        return "name", name
    about = tuple((key, _frozen(part[key])) for key in _ABOUT if key in part)
    return ("about", *about) if about else ("content", _frozen({k: v for k, v in part.items() if k != "id"}))


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return tuple((key, _frozen(each)) for key, each in value.items())
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of an input, its address and that of what holds it.

    An address is short: it begins at the nearest part with an id (``t_call.owner``), for an id is one in the file.
    """

    kind: type[Model]
    part: Data
    address: str
    above: str
    path: Path


def things(
    data: Data, kind: type[Model] = Project, address: str = "", above: str = "", path: Path = ()
) -> Iterator[Spot]:
    """Every part of an input in its order; the input itself first."""
    yield Spot(kind, data, address, above, path)
    for name, key, _ in fields_of(kind):
        inner, value = part_of(kind, name), data.get(key)
        if inner is None or value is None:
            continue
        at = f"{address}.{key}" if address else key
        if isinstance(value, dict) and "unknown" not in value:
            yield from things(value, inner, at, address, (*path, key))
        elif isinstance(value, list):
            for index, each in enumerate(value):
                if isinstance(each, dict):
                    yield from things(
                        each, inner, each.get("id") or f"{at}[{index}]", address, (*path, key, index)
                    )


def is_same(one: Any, other: Any) -> bool:
    """True if two values say the same, but for case, spaces and quotes of a text."""
    if isinstance(one, str) and isinstance(other, str):
        return normal(one) == normal(other)
    return bool(one == other)
