"""A change told in words of the field: what, where, from what to what; no key of the input, no path."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from conceptgen.changes.change import Change, Step
from conceptgen.changes.pairing import name_of
from conceptgen.changes.plain import Data
from conceptgen.composition.date_words import in_words
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import plain as bare
from conceptgen.languages import vocabulary
from conceptgen.languages.words import words
from conceptgen.model.base import Figure, Model, Unknown
from conceptgen.model.dates import Date, When
from conceptgen.model.enums import Listed
from conceptgen.model.project import Project
from conceptgen.model.references import target
from conceptgen.model.walk import models_in

_SHOWN = 160
_DATE: Any = Date
_UNKNOWN = TypeAdapter(Unknown)


class Teller:
    """Tells changes of inputs that know these names; the last input that has an id gives its name."""

    def __init__(self, *projects: Project, language: str = "") -> None:
        self.language = language or projects[0].document.language
        self._words = words(self.language)
        self._scope = Scope(projects[-1], self._words, "approved")
        self._names = {
            name: name_of(item) for project in projects for name, item in project.relations.by_id.items()
        }

    def sentence(self, change: Change) -> str:
        """«Показатель „Доля потерянных звонков“, цель: было „5 %“, стало „3 %“»."""
        place, old, new = self._place(change.trail), *(map(_short, self._values(change)))
        way = (
            change.kind if change.kind != "set" else "set" if old and new else "filled" if new else "emptied"
        )
        told = self._words.say(f"changes.{way}", place=place, old=old, new=new, name=old or new)
        return told + (self._words.say("changes.guess") if change.is_guess else "")

    def parts(self, change: Change) -> tuple[str, str, str]:
        """The place in words, and in full what was there and what is there now; "" for nothing."""
        old, new = self._values(change)
        return self._place(change.trail), self._bare(old), self._bare(new)

    def figure(self, figure: Figure, unit: str | None = None) -> str:
        """A figure and what tells it from its neighbours: «не менее 90 %, к июню 2027»."""
        said = bare(bare_figure(self._scope, figure, figure.unit or unit))
        round = self._names.get(getattr(figure, "round", None) or "", "")
        dates = (getattr(figure, name, None) for name in ("due", "date"))
        worded = (in_words(self._scope.words, each) for each in dates if isinstance(each, When))
        return ", ".join(filter(None, (said, round, *worded)))

    def section(self, step: Step) -> str:
        """The heading of a part of the input: «Цели и задачи», «Цепочки „Первый визит“»."""
        label = self._words.field(step.model, step.field)
        is_own = step.name and step.field == "chains"
        return f"{label} {self._words.say('changes.named', name=_short(step.name))}" if is_own else label

    def nothing(self) -> str:
        """What is said where nothing changed."""
        return self._words.say("changes.nothing")

    def _place(self, trail: tuple[Step, ...]) -> str:
        """The way to the value: the nearest named item and what follows it; a whole path would only be long."""
        named = max((n for n, step in enumerate(trail[:-1]) if step.name), default=0)
        return ", ".join(self._step(step, is_last=step is trail[-1]) for step in trail[named:])

    def _step(self, step: Step, *, is_last: bool) -> str:
        kind = _entry_kind(step)
        if step.name and not is_last and kind:
            name = self._words.say("changes.named", name=_short(step.name))
            return f"{vocabulary(self.language)['models'][kind.__name__].split('|')[0].strip()} {name}"
        return self._words.field(step.model, step.field)

    def _values(self, change: Change) -> tuple[str, str]:
        old, new = (self._value(change, value) for value in (change.old, change.new))
        return old, new

    def _bare(self, said: str) -> str:
        """A text without the quotes that a sentence puts around it."""
        before, after = self._words.say("changes.quoted", text="\0").split("\0")
        is_quoted = said.startswith(before) and said.endswith(after) and before not in said[len(before) :]
        return said[len(before) : len(said) - len(after)] if is_quoted else said

    def _value(self, change: Change, value: Data | None) -> str:
        if value is None or value in ({}, []):
            return ""
        if unknown := _unknown(value):
            return self._not_known(unknown)
        return self._figure(change, value) if change.keys else self._shown(change.trail[-1], value)

    def _not_known(self, unknown: Unknown) -> str:
        """A stated unknown as documents say it, with who finds out."""
        who = self._names.get(unknown.owner, unknown.owner) if unknown.owner else ""
        owner = self._words.say("unknown.finds_out") + who if who else ""
        return self._words.say("changes.quoted", text=self._scope.unknown_words(unknown) + owner)

    def _figure(self, change: Change, value: Data) -> str:
        kind = _entry_kind(change.trail[-1])
        try:
            figure = TypeAdapter(kind or Figure).validate_python(value)
        except ValidationError:
            return "; ".join(map(str, _leaves(value)))
        return bare(bare_figure(self._scope, figure, figure.unit)) if isinstance(figure, Figure) else ""

    def _shown(self, step: Step, value: Data) -> str:
        if isinstance(value, list):
            return "; ".join(self._shown(step, each) for each in value)
        if isinstance(value, dict):
            return self._part(step, value)
        info = _models()[step.model].model_fields[step.field]
        if target(info.annotation, tuple(info.metadata)) is not None:
            return self._names.get(value) or value
        if (listed := _listed(info.annotation, tuple(info.metadata))) is not None:
            return (
                self._words.label(listed.name, value)
                if value in vocabulary(self.language)["lists"][listed.name]
                else value
            )
        if _holds_date(info.annotation):
            return self._date(value)
        return self._words.say("changes.quoted", text=value)

    def _part(self, step: Step, value: dict[str, Any]) -> str:
        if unknown := _unknown(value):
            return self._not_known(unknown)
        kind = _entry_kind(step)
        try:
            part = TypeAdapter(kind).validate_python(value) if kind else None
        except ValidationError:
            part = None
        if isinstance(part, Figure) and (said := bare(bare_figure(self._scope, part, part.unit))):
            return said
        name = name_of(part) if part is not None else ""
        return self._words.say("changes.quoted", text=name) if name else "; ".join(map(str, _leaves(value)))

    def _date(self, value: str) -> str:
        try:
            return in_words(self._scope.words, TypeAdapter(_DATE).validate_python(value))
        except ValidationError:
            return value


def _unknown(value: Data) -> Unknown | None:
    """What a value states to be unknown, where it is nothing but that."""
    if not isinstance(value, dict) or "unknown" not in value:
        return None
    try:
        return _UNKNOWN.validate_python(value["unknown"])
    except ValidationError:
        return None


@cache
def _models() -> dict[str, type[Model]]:
    """Every model of the input by its name."""
    found: dict[str, type[Model]] = {}

    def learn(kind: type[Model]) -> None:
        if kind.__name__ not in found:
            found[kind.__name__] = kind
            for info in kind.model_fields.values():
                for inner in models_in(info.annotation):
                    learn(inner)

    learn(Project)
    return found


def _entry_kind(step: Step) -> type[Model] | None:
    """The kind of part that a field holds."""
    kinds = models_in(_models()[step.model].model_fields[step.field].annotation)
    return next((kind for kind in kinds if kind is not Unknown), None)


def _listed(annotation: Any, metadata: tuple[Any, ...] = ()) -> Listed | None:
    here = next((each for each in metadata if isinstance(each, Listed)), None)
    inside = (_listed(part) for part in get_args(annotation))
    return here or (
        annotation if isinstance(annotation, Listed) else next((each for each in inside if each), None)
    )


def _holds_date(annotation: Any) -> bool:
    return annotation in (When, date) or any(map(_holds_date, get_args(annotation)))


def _leaves(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [leaf for key, each in value.items() if key != "id" for leaf in _leaves(each)]
    return [leaf for each in value for leaf in _leaves(each)] if isinstance(value, list) else [value]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
