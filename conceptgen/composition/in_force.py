"""What a touchpoint promises only later: when the actions that change it are done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conceptgen.composition.date_words import Relation, worded
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, Text
from conceptgen.model.chain import Touchpoint
from conceptgen.model.dates import When
from conceptgen.model.goals import Principle
from conceptgen.model.programme import Action


def promised_from(scope: Scope, point: Touchpoint) -> Inlines:
    """«с 10 сентября 2027 г.» where the last of its actions ends after the document comes into force; else nothing."""
    return _told(scope, _last_action(scope, point))


def promised_on(scope: Scope, point: Touchpoint) -> date | None:
    """That day itself; None for what is in force on the first day."""
    return _end(scope, _last_action(scope, point))


def kept_from(scope: Scope, principle: Principle) -> Inlines:
    """The same of a principle; it holds as soon as it can be kept at one of its touchpoints."""
    return _told(scope, _awaited(scope, principle))


def kept_on(scope: Scope, principle: Principle) -> date | None:
    """That day itself; None for what is kept from the first day."""
    return _end(scope, _awaited(scope, principle))


def holds_from(scope: Scope, principle: Principle) -> Inlines:
    """The day on which a principle can be kept, or that of the whole document; nothing where none is known."""
    binding = scope.project.document.binding
    first = binding.effective_from if binding else None
    told = date_phrase(scope, binding, "effective_from", "from") if worded(scope.words, first, "from") else ()
    return kept_from(scope, principle) or told


def _awaited(scope: Scope, principle: Principle) -> Action | None:
    """The action that makes the first of its touchpoints keep it; None where one keeps it already."""
    points = scope.relations.linked(principle, Touchpoint)
    waited_for = [action for each in points if (action := _last_action(scope, each))]
    if not points or len(waited_for) < len(points):
        return None
    return min(waited_for, key=lambda each: scope.last(each.deadline) or date.max)


def _end(scope: Scope, action: Action | None) -> date | None:
    return scope.last(action.deadline) if action else None


def _last_action(scope: Scope, point: Touchpoint) -> Action | None:
    """The action that is awaited longest; None for what stays as it is and for what is in force on the first day."""
    binding = scope.project.document.binding
    first = (scope.last(binding.effective_from) if binding else None) or scope.today
    if point.decision not in ("change", "new", "remove") or first is None:
        return None
    ends = {
        end: each
        for each in scope.relations.linked(point, Action)
        if not each.is_over and (end := scope.last(each.deadline)) and end > first
    }
    return ends[max(ends)] if ends else None


def _told(scope: Scope, action: Action | None) -> Inlines:
    if action is None:
        return ()
    is_day = scope.first(action.deadline) == scope.last(action.deadline)
    relation: Relation = "from" if is_day and worded(scope.words, action.deadline, "from") else "by"
    if isinstance(action.deadline, When) and _is_a_limit(scope, action.deadline):
        told = worded(scope.words, replace(action.deadline, as_written=""), relation)
        return (Text(told, origin=scope.relations.origin(action, "deadline")),) if told else ()
    return date_phrase(scope, action, "deadline", relation, apart="dated.from")


def _is_a_limit(scope: Scope, when: When) -> bool:
    """«До 1 июля»: done by then; beside a rule it would read as the day on which the rule ends."""
    return when.as_written.casefold().startswith(f"{scope.words.inside('until')['day']} ")
