"""Whether plain data has the full form: the input inside a workbook may have been changed by anybody."""

from __future__ import annotations

from typing import Any

from conceptgen.input.workbook.kinds import kind_of
from conceptgen.model.base import Model
from conceptgen.model.project import Project


def is_full(data: Any, model: type[Model] = Project) -> bool:
    """Every part is a mapping, every list a list, as the program itself writes them."""
    if not isinstance(data, dict):
        return False
    return all(
        _is_field(data[key], model, name)
        for name, info in model.model_fields.items()
        if (key := info.alias or name) in data
    )


def _is_field(value: Any, model: type[Model], name: str) -> bool:
    kind = kind_of(model, name)
    if name in ("brand", "settings", "review", "deliverables", "contributions", "resolutions"):
        return True
    if kind.is_many:
        return isinstance(value, list) and all(_is_one(each, kind.model) for each in value)
    if kind.shape == "other":
        return isinstance(value, dict | list)
    return _is_one(value, kind.model)


def _is_one(value: Any, model: type[Model] | None) -> bool:
    if model is not None:
        return is_full(value, model)
    return isinstance(value, str) or (isinstance(value, dict) and all(isinstance(key, str) for key in value))
