"""Columns: what a sheet's declaration names, found in the model, with the words of the language over it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from conceptgen.input.workbook.kinds import Kind, kind_of, name_of_key
from conceptgen.input.workbook.sheets import LEVELS, SHEETS, Sheet
from conceptgen.languages import vocabulary
from conceptgen.model.base import FORMS, Figure, Model
from conceptgen.model.project import Project
from conceptgen.model.schema import words_of_field
from conceptgen.model.walk import models_in

Keys = tuple[str | int, ...]
"""The way to a value inside its item: keys as the input writes them, and 0 for the first entry of a list."""

ADDRESS, ID, PART, PARENT, REST = "@", "@id", "@part", "@parent", "@rest"
"""Columns that are no fields: where a row comes from, its id, which list it is in, what it belongs to, all the rest."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column (of a form: one row). ``owner`` and ``field`` say whose words stand over it."""

    spec: str
    keys: Keys
    kind: Kind
    titles: tuple[tuple[str, str], ...]
    is_rare: bool = False
    is_required: bool = False

    @property
    def is_figure(self) -> bool:
        """The cell holds all forms of a figure."""
        return self.kind.shape == "figure" and not self.kind.is_many

    def title(self, language: str) -> str:
        """The words over the column."""
        words = [_word(owner, field, language) for owner, field in self.titles[-2:]]
        return ": ".join(dict.fromkeys(words))


def _word(owner: str, field: str, language: str) -> str:
    if not owner:
        return str(vocabulary(language)["documents"]["built_in"][field])
    return words_of_field(owner, field, language)[0]


@cache
def columns(sheet: Sheet) -> tuple[Column, ...]:
    """The declared columns of a sheet in their order."""
    model = model_of(sheet.lists[0])
    return tuple(
        _column(spec, model, is_rare=is_rare)
        for is_rare, specs in ((False, sheet.columns), (True, sheet.rare))
        for spec in specs.split()
    )


def _column(spec: str, model: type[Model], *, is_rare: bool) -> Column:
    if spec == "=":
        return Column(spec, (), Kind("figure", model=model), ((model.__name__, "value"),), is_rare)
    keys: Keys = ()
    titles: tuple[tuple[str, str], ...] = ()
    holder: Any = model
    kind = Kind("other")
    is_required = False
    for step in spec.split("."):
        if step == "0":
            keys += (0,)
            continue
        if holder is None:
            keys, titles, kind = (*keys, step), (*titles[:-1], ("", step)), Kind("text")
            continue
        info = holder.model_fields[step]
        keys += (info.alias or step,)
        titles += ((holder.__name__, step),)
        is_required = info.is_required() and holder is model
        kind = kind_of(holder, step)
        holder = kind.model
    return Column(spec, keys, kind, titles, is_rare, is_required)


@cache
def model_of(way: str) -> type[Model]:
    """The model of the items of a list, or of a part, by its way through the input."""
    model: type[Model] = Project
    for step in way.split("."):
        name = name_of_key(model, step.removesuffix("[]"))
        model = models_in(model.model_fields[name].annotation)[0]
    return model


@cache
def holder_of(way: str) -> str:
    """The list whose items hold a list: ``concept.goals`` of ``concept.goals[].tasks``; "" for none."""
    return way.rpartition("[]")[0]


@cache
def sheet_of(way: str) -> Sheet | None:
    """The sheet that holds a list or a part."""
    return next((each for each in SHEETS if way in each.lists), None)


@cache
def levels_of(sheet: Sheet) -> tuple[str, ...]:
    """The lists of a chain that the rows of a sheet name, one in each column."""
    if not sheet.lists[0].startswith("chains[]") or sheet.key not in (*LEVELS, "touchpoints"):
        return ()
    longest = max(sheet.lists, key=len)
    return tuple(step.removesuffix("[]") for step in longest.split(".")[:-1])


@cache
def has_parent(sheet: Sheet) -> bool:
    """Whether the rows name in one column what they belong to."""
    return bool(holder_of(sheet.lists[0])) and not levels_of(sheet)


@cache
def figure_keys(model: type[Model]) -> tuple[str, ...]:
    """The keys of a figure that its one cell holds."""
    assert issubclass(model, Figure)
    names = [*FORMS, "max", "done_when", "unit", "per"]
    names += [each for each in model.other_forms if each in ("date",)]
    text = model.model_fields.get("text")
    if text is not None and not text.is_required() and "amount" not in model.model_fields:
        names.append("text")
    return tuple(model.model_fields[name].alias or name for name in names)
