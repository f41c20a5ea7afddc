"""Writes the table of all parts of the input into docs/input.md: python tools/input_parts.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from conceptgen.model.base import FORMS, Figure, Item, Model, Unknown
from conceptgen.model.project import Project
from conceptgen.model.schema import words_of_model
from conceptgen.model.walk import models_in

PAGE = Path(__file__).parents[1] / "docs" / "input.md"
_TABLE = re.compile(r"(?<=<!-- parts -->\n).*?(?=<!-- /parts -->)", re.DOTALL)
_OF_FIGURES = {*FORMS, "max", "done_when", "unit", "per"}


def page() -> str:
    """The page with the table as the models have it."""
    rows = "".join(f"| {where} | {name} | {keys} |\n" for where, name, keys in _rows())
    table = f"| Где | Часть | Поля |\n|---|---|---|\n{rows}"
    return _TABLE.sub(lambda _: table, PAGE.read_text(encoding="utf-8"))


def _rows() -> Iterator[tuple[str, str, str]]:
    for model, path in _parts(Project, "", set()):
        name = words_of_model(model.__module__.rpartition(".")[2], model.__name__)[0]
        keys = ", ".join(f"`{key}`" for key in _keys(model))
        if keys:
            yield f"`{path}`" if path else "весь файл", name, keys


def _parts(model: type[Model], path: str, seen: set[type[Model]]) -> Iterator[tuple[type[Model], str]]:
    """Every part once, where it is met first."""
    if model in seen:
        return
    seen.add(model)
    yield model, path
    for name, info in model.model_fields.items():
        many = "[]" if "tuple" in str(info.annotation) else ""
        inside = f"{path}.{info.alias or name}{many}".lstrip(".")
        for held in models_in(info.annotation):
            yield from _parts(held, inside, seen)


def _keys(model: type[Model]) -> list[str]:
    """Its own keys: without what any item may carry, and what says any figure."""
    common = set(Item.model_fields) if issubclass(model, Item) and model is not Item else set()
    if issubclass(model, Figure) and model is not Figure:
        common |= _OF_FIGURES
    fields = model.model_fields.items()
    return [info.alias or name for name, info in fields if name not in common or model is Unknown]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
