"""A principle as the staff are told it: the same words in the announcement and on the cards."""

from __future__ import annotations

from conceptgen.composition.in_force import holds_from, kept_from
from conceptgen.composition.lines import (
    capital,
    full_stop,
    in_brackets,
    join,
    quiet_line,
    strong,
    without_full_stop,
)
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, line
from conceptgen.model.goals import Principle


def named(scope: Scope, principle: Principle) -> Inlines:
    """«**Мы спрашиваем один раз** (с 25 июня 2027 г.)»."""
    text = strong(without_full_stop(scope.t(principle, "text")))
    return line(text, in_brackets(holds_from(scope, principle)))


def since(scope: Scope, principle: Principle) -> tuple[Inlines, ...]:
    """«С 25 июня 2027 г.», a paragraph of its own, of what is kept later than the document comes into force."""
    return (quiet_line(capital(day)),) if (day := kept_from(scope, principle)) else ()


def told(scope: Scope, principle: Principle, *, dated: bool = True) -> Inlines:
    """The same with what is done: «… Читаем карточку до разговора»."""
    rule = named(scope, principle) if dated else strong(without_full_stop(scope.t(principle, "text")))
    return join([full_stop(rule), scope.t(principle, "staff_behaviour")], " ")
