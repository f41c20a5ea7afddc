"""The way to a value of an input in the terms of the field: what a change found elsewhere needs to be told."""

from __future__ import annotations

from typing import Any

from conceptgen.changes.change import Step
from conceptgen.changes.pairing import name_of
from conceptgen.model.base import Model
from conceptgen.model.project import Project
from conceptgen.origin import Path


def trail_of(project: Project, path: Path) -> tuple[Step, ...]:
    """The fields that lead to a path, each item by its name; as far as the input knows them."""
    steps: list[Step] = []
    value: Any = project
    for key in path:
        if isinstance(value, Model):
            name = field_of(value, key)
            if not name:
                break
            steps.append(Step(type(value).__name__, name))
            value = getattr(value, name)
        else:
            value = entry_of(value, key)
            if steps and (name := name_of(value) if isinstance(value, Model | str) else str(key)):
                steps[-1] = Step(steps[-1].model, steps[-1].field, name)
    return tuple(steps)


def value_at(project: Project, path: Path) -> Any:
    """The validated value at a path, None where there is none."""
    value: Any = project
    for key in path:
        value = (
            getattr(value, field_of(value, key) or "", None)
            if isinstance(value, Model)
            else entry_of(value, key)
        )
    return value


def field_of(part: Model, key: object) -> str:
    """The field of a part that is written under a key; "" for none."""
    fields = type(part).model_fields
    return next((name for name, info in fields.items() if (info.alias or name) == key), "")


def entry_of(value: Any, key: object) -> Any:
    """An entry of a list or mapping, None for none."""
    if isinstance(value, dict):
        return value.get(key)
    is_there = isinstance(value, tuple | list) and isinstance(key, int) and 0 <= key < len(value)
    return value[key] if is_there else None
