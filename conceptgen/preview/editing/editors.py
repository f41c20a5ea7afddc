"""What edits a field: its words, the kind of its editor, and what may be chosen there; all of it as plain data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from conceptgen.changes.compare import forms_of
from conceptgen.changes.pairing import name_of
from conceptgen.input.workbook.columns import columns, model_of
from conceptgen.input.workbook.kinds import COMMON, Kind, kind_of, name_of_key
from conceptgen.input.workbook.sheets import SHEETS
from conceptgen.languages import say, vocabulary
from conceptgen.model.assessment import Cause, Score
from conceptgen.model.base import Figure, Item, Model, Unknown
from conceptgen.model.enums import by_label
from conceptgen.model.project import Project
from conceptgen.model.references import UNKNOWN, is_certain, target
from conceptgen.model.relations import BUILT_IN
from conceptgen.model.schema import words_of_field, words_of_model
from conceptgen.model.walk import models_in

Spec = dict[str, Any]
ITSELF = ""
"""The key of the figure that a part itself is."""
NAMELESS = "@"
"""Begins what stands for an item without an id: its path. It gets an id when it is referred to."""
NEW_ROLE = "+"
"""Begins the name of a position that is not there yet: it joins the others when it is chosen."""
_ONE_LINE = ("name", "title", "short_title", "term", "position", "person", "version", "code", "number", "at")
_FIGURE_FORMS = (
    "value", "at_least", "at_most", "more_than", "less_than", "min", "about", "from_", "state", "change", "duration",
)  # fmt: skip
_CHANGES = ("up_by", "down_by", "times_more", "times_less")
_LENGTHS = {"TM": "min", "TH": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}
"""How a duration is written: by the unit that it counts in."""
_DEEPEST = 2
_USUAL = 5
"""Fields of a part shown at once where no sheet of the workbook tells which are usual."""


@dataclass(frozen=True)
class Editors:
    """The editors of one input's fields, in one language."""

    project: Project
    language: str

    def of_part(self, model: type[Model], *, is_new: bool = False, depth: int = 0) -> list[Spec]:
        """The editors of all fields of a part: the required and usual first, the rest marked as rare."""
        own = [self._itself(model)] if issubclass(model, Figure) else []
        skipped = {*(forms_of(model)), "id", *(COMMON if depth else ("disputed", "internal", "note"))}
        names = [name for name in model.model_fields if name not in skipped]
        usual = _usual(model) or tuple(each for each in names if each not in COMMON)[:_USUAL]
        found = [self._field(model, name, usual, is_new=is_new, depth=depth) for name in names]
        found = [each for each in found if each]
        return own + sorted(found, key=lambda spec: (spec["rare"], spec["rare"] and spec["key"] in COMMON))

    def _field(
        self, model: type[Model], name: str, usual: tuple[str, ...], *, is_new: bool, depth: int
    ) -> Spec:
        info = model.model_fields[name]
        label, told = words_of_field(model.__name__, name, self.language)
        spec: Spec = {
            "key": info.alias or name,
            "label": label,
            "help": _for_a_form(told, kind_of(model, name)),
            "required": info.is_required(),
            "rare": not info.is_required() and name not in usual,
            "unknown": _may_be_unknown(model, name),
        }
        editor = self._editor(model, name, kind_of(model, name), is_new=is_new, depth=depth)
        if model is Score and name == "round":
            editor |= self._round(editor["options"], is_new=is_new)
        return spec | editor if editor else {}

    def _round(self, options: list[list[str]], *, is_new: bool) -> Spec:
        """A score belongs to one round: the latest, until another is chosen; among several it has to be said."""
        rounds = [name for name, *_ in options if name != UNKNOWN]
        if not rounds:
            return {}
        nothing = [] if is_new else [["", say(self.language, "preview.panel.no_choice")]]
        said = {"rare": False, "default": rounds[-1]} if is_new else {"rare": False}
        return said | ({"required": True, "options": [*nothing, *options]} if len(rounds) > 1 else {})

    def _editor(self, model: type[Model], name: str, kind: Kind, *, is_new: bool, depth: int) -> Spec:
        """The kind of a field's editor; {} for a field that has none here."""
        if kind.shape == "other":
            return {} if is_new else self._mapping(model, name)
        if kind.model is not None:
            return self._parts(kind, kind.model, is_new=is_new, depth=depth)
        if kind.shape in ("reference", "listed", "boolean"):
            options = self._options(model, name, kind)
            fresh = {"fresh": NEW_ROLE} if kind.shape == "reference" and "Role" in kind.kinds else {}
            return {"kind": "choice", "many": kind.is_many, "options": options} | fresh
        if kind.shape != "text":
            return {"kind": kind.shape}
        if kind.is_many:
            return {"kind": "texts"}
        return {"kind": "line" if name in _ONE_LINE or _is_word(model, name) else "text"}

    def _parts(self, kind: Kind, model: type[Model], *, is_new: bool, depth: int) -> Spec:
        if kind.is_many and not is_new:
            return {"kind": "list"}
        if kind.is_many and kind.short in ("text", "name"):
            return {"kind": "lines"}
        if depth >= (1 if kind.is_many else _DEEPEST):
            return {}
        fields = self.of_part(model, is_new=is_new, depth=depth + 1)
        return {"kind": "group", "many": kind.is_many, "fields": fields}

    def _options(self, model: type[Model], name: str, kind: Kind) -> list[list[str]]:
        if kind.shape == "reference":
            return self._named(model, name, kind)
        if kind.shape == "listed":
            return self.listed(kind.listed)
        yes, no = (say(self.language, f"preview.panel.{each}") for each in ("yes", "no"))
        return [["true", yes], ["false", no]]

    def listed(self, name: str) -> list[list[str]]:
        """The values of a list with their labels."""
        labels = vocabulary(self.language)["lists"][name]
        values = dict.fromkeys(by_label(name).values())
        return [[value, str(labels.get(value, value))] for value in values]

    def _named(self, model: type[Model], name: str, kind: Kind) -> list[list[str]]:
        info = model.model_fields[name]
        options = list(self.named(kind.kinds))
        if kind.is_many or is_certain(info.annotation, tuple(info.metadata)):
            return options
        return [*options, [UNKNOWN, say(self.language, "preview.panel.silent")]]

    def named(self, kinds: tuple[str, ...]) -> Iterator[list[str]]:
        """Everything of some kinds that may be referred to: what stands for it, its name, its kind."""
        words = vocabulary(self.language)["documents"]["built_in"]
        for kind in kinds:
            for each in BUILT_IN.get(kind, ()):
                yield [each, str(words[each])]
        for place in self.project.relations.places:
            part = place.part
            if (
                isinstance(part, Item)
                and type(part).__name__ in kinds
                and (name := called(self.project, part))
            ):
                group = label_of(type(part), self.language) if len(kinds) > 1 else ""
                yield [part.id or NAMELESS + json.dumps(place.origin.path), name, group]

    def _itself(self, model: type[Figure]) -> Spec:
        """The editor of a figure: its forms, numbers and unit."""
        names = [name for name in (*model.other_forms, *_FIGURE_FORMS) if name in model.model_fields]
        forms = [
            [_key(model, each), words_of_field(model.__name__, each, self.language)[0]] for each in names
        ]
        between = say(self.language, "preview.panel.between")
        return {
            "key": ITSELF,
            "kind": "figure",
            "label": words_of_field(model.__name__, "value", self.language)[0],
            "help": "",
            "required": model.needs_form,
            "rare": False,
            "unknown": True,
            "forms": [[key, between if key == "min" else label] for key, label in forms],
            "keys": [_key(model, each) for each in forms_of(model)],
            "units": self._of("unit", model),
            "per": self._of("per", model),
            "currency": self._of("currency", model),
            "changes": [[each, words_of_field("Change", each, self.language)[0]] for each in _CHANGES],
            "lengths": [[key, self._unit(unit)] for key, unit in _LENGTHS.items()],
            "words": {"base": words_of_field("Change", "base", self.language)[0]}
            | {
                key: words_of_field(model.__name__, key, self.language)[0]
                for key in ("unit", "per", "currency", "done_when")
                if key in model.model_fields
            },
        }

    def _unit(self, name: str) -> str:
        return str(vocabulary(self.language)["lists"]["unit"][name])

    def _of(self, name: str, model: type[Model]) -> list[list[str]]:
        return self.listed(name) if name in model.model_fields else []

    def unknowns(self) -> Spec:
        """What may be said of an unknown: why, by when, who finds out."""
        words = {
            name: words_of_field("Unknown", name, self.language)[0]
            for name in ("reason", "resolve_by", "owner")
        }
        return {
            "reasons": self.listed("unknown_reason"),
            "owners": list(self.named(_PARTIES)),
            "words": words,
        }

    def _mapping(self, model: type[Model], name: str) -> Spec:
        info = model.model_fields[name]
        if "dict" not in str(info.annotation):
            return {"kind": "fixed"}
        kinds = _kinds_of_keys(model, name)
        return {"kind": "mapping", "options": list(self.named(kinds)) if kinds else []}


def called(project: Project, part: object) -> str:
    """What a part is called, "" for a nameless one; a cause goes by what it is the cause of."""
    if isinstance(part, Cause):
        about = project.relations.by_id.get(part.criterion or part.finding or "")
        return name_of(about) if about else ""
    return name_of(part)


def label_of(model: type[Model], language: str) -> str:
    """What a part of a kind is called: «Цель»."""
    return words_of_model(model.__module__.rpartition(".")[2], model.__name__, language)[0]


def _for_a_form(told: str, kind: Kind) -> str:
    """An explanation, but for what it says of ids, keys and values as the file writes them: a form needs none."""
    what, _, rest = told.partition(": ")
    if kind.shape == "reference" and re.search(r"\bid\b", what):
        return "" if kind.is_many else rest[:1].upper() + rest[1:]
    written = (
        {*by_label(kind.listed).values()}
        if kind.listed
        else {*kind.model.model_fields}
        if kind.model
        else set()
    )
    return "" if written & {*re.findall(r"\w+", told)} else told


_PARTIES = ("Role", "Department", "Partner", "Person")


def _key(model: type[Model], name: str) -> str:
    return model.model_fields[name].alias or name


def _may_be_unknown(model: type[Model], name: str) -> bool:
    info = model.model_fields[name]
    found = [each for part in (info.annotation, *info.metadata) for each in models_in(part)]
    return Unknown in found and not kind_of(model, name).is_many


def _is_word(model: type[Model], name: str) -> bool:
    """True for a text that is an answer in a word or two, never a paragraph: it may not be stated as unknown."""
    info = model.model_fields[name]
    return Unknown not in models_in(info.annotation) and name not in ("text", "remark", "note", "disclaimer")


@cache
def _kinds_of_keys(model: type[Model], name: str) -> tuple[str, ...]:
    """What the keys of a mapping name; () for names of its own."""
    info = model.model_fields[name]
    to = target(info.annotation, tuple(info.metadata))
    return to.kinds if to else ()


@cache
def _usual(model: type[Model]) -> tuple[str, ...]:
    """The fields that the workbook gives a column or a sheet to are the usual ones; () where it has none for a part."""
    found: dict[str, None] = {}
    for sheet in SHEETS:
        if model_of(sheet.lists[0]) is model:
            keys = [str(each.keys[0]) for each in columns(sheet) if each.keys and not each.is_rare]
            found |= dict.fromkeys(name_of_key(model, key) for key in keys)
    held = [way.rpartition(".") for sheet in SHEETS if not sheet.is_rare for way in sheet.lists]
    own = [key for holder, _, key in held if found and holder and model_of(holder) is model]
    return tuple(found | dict.fromkeys(name_of_key(model, key) for key in own))
