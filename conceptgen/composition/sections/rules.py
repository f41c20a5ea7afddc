"""A principle as the staff are told it: the same words in the announcement and on the cards."""

from __future__ import annotations

from conceptgen.composition.in_force import holds_from
from conceptgen.composition.lines import full_stop, join, strong, without_full_stop
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, line
from conceptgen.model.goals import Principle


def named(scope: Scope, principle: Principle) -> Inlines:
    """«**Мы спрашиваем один раз** (с 25 июня 2027 г.)»."""
    text, since = strong(without_full_stop(scope.t(principle, "text"))), holds_from(scope, principle)
    return line(text, " (", since, ")") if since else text


def told(scope: Scope, principle: Principle) -> Inlines:
    """The same with what is done: «… Читаем карточку до разговора»."""
    return join([full_stop(named(scope, principle)), scope.t(principle, "staff_behaviour")], " ")
