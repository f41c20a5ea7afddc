"""A project without some of its parts: what means nothing without them goes too, and the rest keeps its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from conceptgen.model.assessment import Cause
from conceptgen.model.base import Item, Model, Statement
from conceptgen.model.chain import Contributor, Handover, Standard, Touchpoint, Zone
from conceptgen.model.governance import Incentive
from conceptgen.model.indicators import Indicator
from conceptgen.model.organization import Offering
from conceptgen.model.programme import Executor
from conceptgen.model.progress import Deviation
from conceptgen.model.project import Project
from conceptgen.model.reference_data import Deliverable
from conceptgen.model.walk import fields_of, parts

DEPENDENT: Final = "dependent"
"""The rule by which a part goes that means nothing, or something else, without what is gone."""

_NEEDS_ONE: Final[dict[type[Model], tuple[str, ...]]] = {
    Cause: ("criterion", "finding"),
    Contributor: ("role", "name"),
    Executor: ("role", "department", "partner"),
    Zone: ("name", "zone"),
}
"""Fields of which a part needs one to be about something."""

_NARROWED: Final[dict[type[Model], tuple[str, ...]]] = {
    Deliverable: ("chain",),
    Deviation: ("about",),
    Handover: ("from_", "to"),
    Incentive: ("indicator",),
    Indicator: ("of",),
    Offering: ("segments",),
    Standard: ("segments", "offerings"),
    Touchpoint: ("element",),
}
"""Fields that say what a part is about: emptied, it would be said of everything."""
_ROUND: Final = "round"
"""A score of a round that is gone is of no other round."""


class Rule(Protocol):
    """What a projection leaves out."""

    def leaves(self, holder: Model, field: str, value: Any) -> str:
        """The name of the rule by which a value of a field, or one entry of it, goes; "" where it stays."""

    def strays(self, whole: Project, left: Project) -> Mapping[str, str]:
        """The ids of items that stand in what is left only for something that is gone, each with its rule."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part or a value that went as a whole, by which rule, and what holds it."""

    rule: str
    value: Any
    holder: Model


@dataclass(frozen=True)
class Projection:
    """What is left of a project, and what went."""

    project: Project
    left_out: tuple[LeftOut, ...]


def project_without(project: Project, rule: Rule) -> Projection | None:
    """The rest of a project; None where no project is left.

    Each item that goes may leave others behind that mean nothing without it: it looks again until all stay.
    """
    gone: dict[str, str] = {}
    while True:
        walk = _Walk(rule, gone)
        kept = walk.kept(project)
        if not isinstance(kept, Project):
            return None
        missing = dict.fromkeys(_ids(project) - _ids(kept), "")
        now = missing | gone | dict(rule.strays(project, kept))
        if now.keys() == gone.keys():
            break
        gone = now
    written = {id(copy): whole for copy, whole in walk.copies}
    if kept is not project:
        kept.__dict__["relations"] = project.relations.of_projection(kept, written)
    return Projection(kept, tuple(walk.left_out))


def _ids(root: Model) -> set[str]:
    return {part.id for place in parts(root) if isinstance(part := place.part, Item) and part.id}


class _Walk:
    """One walk through a project; ``gone`` are the ids that are known to go."""

    def __init__(self, rule: Rule, gone: Mapping[str, str]) -> None:
        self.rule, self.gone = rule, gone
        self.left_out: list[LeftOut] = []
        self.copies: list[tuple[Model, Model]] = []

    def kept(self, part: Model) -> Model | None:
        """What is left of a part: itself where all of it stays, None where it cannot stand."""
        kind, changed, before = type(part), {}, len(self.left_out)
        for name, _, to in fields_of(kind):
            value = getattr(part, name)
            if name not in part.model_fields_set or value is None:
                continue
            names_ids = to is not None or kind is Statement
            rest = self._value(part, name, value, names_ids)
            if rest is value:
                continue
            if not rest and (kind.model_fields[name].is_required() or _is_narrowed(part, name)):
                del self.left_out[before:]
                return None
            changed[name] = rest
        if not changed:
            return part
        empty = [name for name, rest in changed.items() if not rest]
        changed |= {name: kind.model_fields[name].get_default(call_default_factory=True) for name in empty}
        copy = part.model_copy(update=changed)
        copy.model_fields_set.difference_update(empty)
        if _is_about_nothing(copy, part):
            del self.left_out[before:]
            return None
        self.copies.append((copy, part))
        return copy

    def _value(self, holder: Model, field: str, value: Any, names_ids: bool) -> Any:
        """A value without what goes; nothing where it is empty then."""
        if isinstance(value, tuple):
            each = [(old, self._entry(holder, field, old, names_ids)) for old in value]
            if all(old is new for old, new in each):
                return value
            return tuple(new for _, new in each if new is not None)
        if isinstance(value, dict):
            pairs = {
                key: self._entry(holder, field, old, names_ids)
                for key, old in value.items()
                if key not in self.gone
            }
            is_same = len(pairs) == len(value) and all(new is value[key] for key, new in pairs.items())
            return value if is_same else {key: new for key, new in pairs.items() if new is not None}
        return self._entry(holder, field, value, names_ids)

    def _entry(self, holder: Model, field: str, value: Any, names_ids: bool) -> Any:
        """A value, or an entry of a list; None for one that goes. For a statement that is an id stands a name."""
        if by := self.rule.leaves(holder, field, value):
            self.left_out.append(LeftOut(by, value, holder))
            return None
        if not isinstance(value, Model):
            return None if names_ids and isinstance(value, str) and value in self.gone else value
        kept = self.kept(value)
        stray = self.gone.get(value.id, "") if isinstance(value, Item) and value.id else ""
        if kept is None or stray:
            self.left_out.append(LeftOut(stray or DEPENDENT, value, holder))
            return None
        return kept


def _is_narrowed(part: Model, field: str) -> bool:
    return field == _ROUND or field in _NARROWED.get(type(part), ())


def _is_about_nothing(copy: Model, part: Model) -> bool:
    needs = _NEEDS_ONE.get(type(part), ())
    return any(getattr(part, each) for each in needs) and not any(getattr(copy, each) for each in needs)
