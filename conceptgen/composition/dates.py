"""Dates of fields as a sentence or brackets need them."""

from __future__ import annotations

from conceptgen.composition.date_words import Relation, worded
from conceptgen.composition.lines import join
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, Text
from conceptgen.model.base import Model, Unknown
from conceptgen.model.dates import When


def date_phrase(
    scope: Scope, part: Model | None, field: str, relation: Relation, *, apart: str = "", short: bool = False
) -> Inlines:
    """A date field as a sentence needs it («к 30 июня»); ``apart`` is the key of the wording behind a colon."""
    value = getattr(part, field, None) if part is not None else None
    if part is None or value is None:
        return ()
    told = worded(scope.words, value, relation, short=short)
    if told:
        return (Text(told, origin=scope.relations.origin(part, field)),)
    shown = scope.date(part, field) if short else scope.t(part, field)
    return scope.tell(apart or f"dated.{relation}", date=shown)


def span_phrase(scope: Scope, part: Model, first: str, last: str, *, short: bool = False) -> Inlines:
    """«1 марта – 30 июня»; «с 1 марта до ледостава» where the author's own words begin with a preposition."""
    if any(_has_preposition(scope, getattr(part, field)) for field in (first, last)):
        start = date_phrase(scope, part, first, "from", short=short)
        return join([start, date_phrase(scope, part, last, "until", short=short)], " ")
    return join([scope.date(part, each) if short else scope.t(part, each) for each in (first, last)], " – ")


def _has_preposition(scope: Scope, value: object) -> bool:
    written = value.as_written if isinstance(value, When) else None
    return bool(written) and str(written).split()[0].casefold() in scope.words.prepositions


def date_for_brackets(scope: Scope, part: Model | None, field: str) -> Inlines:
    """A date field for brackets: as it is, or «дата: нет данных»."""
    shown = scope.t(part, field)
    is_known = part is not None and not isinstance(getattr(part, field, None), Unknown)
    return shown if is_known else scope.tell("dated.at", date=shown)
