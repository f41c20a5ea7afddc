"""A place of the input by its path: which part holds it, under which field, what stands there; be it written or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from conceptgen.changes.plain import model_data
from conceptgen.changes.trail import entry_of, field_of, value_at
from conceptgen.input.workbook.kinds import Kind, kind_of, name_of_key
from conceptgen.model.base import Model, Unknown
from conceptgen.model.project import Project
from conceptgen.origin import Path


class NoPlace(Exception):
    """The path leads nowhere in this input."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: ``field`` of a part of ``model`` that stands at ``at``; ``entry`` of it where that is a list.

    The root has no field.
    """

    path: Path
    model: type[Model]
    at: Path = ()
    field: str = ""
    entry: str | int | None = None

    @property
    def kind(self) -> Kind:
        """What the field holds."""
        return kind_of(self.model, self.field)

    @property
    def part(self) -> type[Model] | None:
        """The kind of part that stands here, None where a plain value or a list does."""
        if not self.field:
            return self.model
        if self.entry is None and self.kind.is_many:
            return None
        return self.kind.model

    @property
    def is_list(self) -> bool:
        """True for a list of parts as a whole."""
        return bool(self.field) and self.entry is None and self.kind.is_many and self.kind.model is not None


def spot_at(project: Project, path: Path) -> Spot:
    """The place at a path. Raises NoPlace where the model has none, or a list no such entry."""
    spot = Spot((), Project)
    value: Any = project
    for step in path:
        spot = _into(spot, step)
        value = _inside(value, step)
        if isinstance(step, int) and value is None:
            raise NoPlace(path)
    return spot


def _into(spot: Spot, step: str | int) -> Spot:
    path = (*spot.path, step)
    if spot.field and spot.entry is None:
        is_entry = spot.kind.is_many if isinstance(step, int) else spot.kind.shape == "other"
        if is_entry:
            return Spot(path, spot.model, spot.at, spot.field, step)
    part = Unknown if step == "unknown" and _may_be_unknown(spot) else spot.part
    if part is Unknown and spot.part is not Unknown:
        return Spot(path, Unknown, path)
    if part is None or not isinstance(step, str) or not (name := name_of_key(part, step)):
        raise NoPlace(path)
    return Spot(path, part, spot.path, name)


def _may_be_unknown(spot: Spot) -> bool:
    return bool(spot.field) and not (spot.part and name_of_key(spot.part, "unknown"))


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, Unknown) and step == "unknown":
        return value
    if isinstance(value, Model):
        name = field_of(value, step)
        return getattr(value, name) if name else None
    return entry_of(value, step)


def data_at(project: Project, path: Path) -> dict[str, Any]:
    """The part at a path as plain data, {} where it is not written."""
    value = value_at(project, path)
    return model_data(value) if isinstance(value, Model) else {}
