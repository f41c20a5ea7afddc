"""Names of what the input refers to, each with the reference that it is printed because of."""

from __future__ import annotations

from collections.abc import Iterable

from conceptgen.composition.lines import join, quiet
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, line, through
from conceptgen.languages.words import NBSP
from conceptgen.model.base import Item, Model
from conceptgen.model.goals import Goal
from conceptgen.model.programme import Action


def all_named(scope: Scope, names: Iterable[str], by: str = ", ") -> Inlines:
    """The names of several ids."""
    return join(map(scope.named, names), by)


def names_in(scope: Scope, part: Model, field: str) -> list[Inlines]:
    """The names of what a field lists."""
    names: Iterable[str] = getattr(part, field)
    origins = scope.relations.entries(part, field)
    return [scope.named(name, origin) for name, origin in zip(names, origins, strict=True)]


def all_in(scope: Scope, part: Model, field: str, by: str = ", ") -> Inlines:
    """The same in one line."""
    return join(names_in(scope, part, field), by)


def linked_name(scope: Scope, holder: Item, item: Item, field: str = "name") -> Inlines:
    """The name of an item where one tells of another it is linked with; that of an action with its number."""
    name = through(scope.relations.link_origin(holder, item), scope.t(item, field))
    return numbered(scope, item, name) if isinstance(item, Action) else name


def numbered(scope: Scope, action: Action, name: Inlines) -> Inlines:
    """«М9 Перезвонить»: a name of an action after its number."""
    return line(quiet(f"{action_number(scope, action)}{NBSP}"), name)


def linked_names(scope: Scope, holder: Item, kind: type[Item], field: str = "name") -> list[Inlines]:
    """The names of all items of a kind that an item is linked with."""
    return [linked_name(scope, holder, each, field) for each in scope.relations.linked(holder, kind)]


def action_number(scope: Scope, action: Action) -> str:
    """«М9»: the number of an action, the same in every table, list and chart."""
    own = scope.concept.programme
    number = next(n for n, each in enumerate(own.actions if own else (), 1) if each is action)
    return scope.say("programme.action_number", number=number)


def goal_number(scope: Scope, goal: Goal) -> str:
    """«4»: the number of a goal, the same in every table."""
    return str(next(n for n, each in enumerate(scope.concept.goals, 1) if each is goal))


def task_number(scope: Scope, goal: int, task: int) -> str:
    """«З2.1»: the number of a task, first that of its goal."""
    return scope.say("goals.task_number", goal=goal, task=task)
