"""Dates in words; inside sentences after the word and in the case they need, or "" where no case is certain.

«к 30 июня 2027 г.», «со II квартала 2027 г.», «в сентябре»; what the author wrote with a preposition of
his own keeps it; a span and words the dictionary cannot decline stand apart from the sentence: «срок: конец весны».
"""

from __future__ import annotations

from datetime import date
from typing import Literal, cast

from conceptgen.languages.declension import Case, inflected
from conceptgen.languages.words import NBSP, Words
from conceptgen.model.dates import When

Relation = Literal["at", "from", "by", "until", "of", "in_force"]
"""How a sentence needs a date: when, since when, by when, until when, of what date; since when a document holds."""


def in_words(words: Words, when: When, *, short: bool = False) -> str:
    """A date in words, or in figures for tables (``short``); the author's own words win."""
    if when.as_written:
        return when.as_written
    day = words.short_day if short else words.day
    if when.form == "day":
        return day(when.first)
    if when.form == "month":
        return words.month(when.first)
    if when.ends:
        return words.span(*(in_words(words, end, short=short) for end in when.ends))
    return words.period(when.form, when.first.year, when.number, fiscal=when.fiscal)


def is_plain(value: object) -> bool:
    """A date that can be the end of a span: neither a span itself nor unknown."""
    return isinstance(value, When) and not value.ends


def worded(words: Words, value: object, relation: Relation, *, short: bool = False) -> str:
    """The date with its word, or "" where it can only stand apart."""
    when = When("day", value, value) if isinstance(value, date) else value
    if not isinstance(when, When):
        return ""
    if when.as_written:
        return _own_words(words, when.as_written, relation)
    if when.ends:
        return ""
    rules = words.inside(relation)
    if when.form != "day":
        return f"{rules['second' if when.number == 2 else 'word']} {_period(words, when, rules['case'])}"
    word = rules.get("day", rules["word"])
    if short:
        return f"{word}{NBSP}{words.short_day(when.first)}" if word else words.short_day(when.first)
    word = rules.get("second_day", word) if when.first.day == 2 else word
    return f"{word} {words.day(when.first)}" if word else words.day(when.first)


def _period(words: Words, when: When, case: str) -> str:
    if when.form == "month":
        return words.month(when.first, case)
    return words.period(when.form, when.first.year, when.number, fiscal=when.fiscal, case=case)


def _own_words(words: Words, text: str, relation: Relation) -> str:
    if text.split()[0].casefold() in words.prepositions:
        return text
    rules = words.inside(relation)
    form = inflected(words.language, text, cast(Case, rules.get("own", rules["case"])))
    return f"{rules.get('day', rules['word']) or rules['word']} {form}" if form else ""
