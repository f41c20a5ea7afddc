"""Values of a message in the user's words: names in quotes, dates, numbers and figures as his readers write them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from conceptgen.languages import vocabulary
from conceptgen.languages.words import Words, words
from conceptgen.model.assessment import ZoneVerdict
from conceptgen.model.base import Figure, Item, Model
from conceptgen.model.dates import When
from conceptgen.rulebook.violation import BuiltInName, FieldName, Label, Truncated, WithUnit

_SIGNS = {"at_least": "≥ ", "at_most": "≤ ", "more_than": "> ", "less_than": "< ", "about": "≈ "}
LONGEST = 70
MOST = 5
"""How many of a long list are told."""


class MessageValues:
    """Turns values into words of one language; ``name`` finds the name of an item."""

    def __init__(self, language: str, name: Callable[[Model], str]) -> None:
        self.words: Words = words(language)
        self.name = name
        self.quotes = vocabulary(language)["review"]["quotes"]
        self.more = vocabulary(language)["review"]["more"]

    def in_words(self, value: Any) -> str:  # noqa: PLR0911 - a return for each kind of value
        """Any value a violation may carry; an unwritten form of figure is told as «…»."""
        if isinstance(value, tuple | list):
            return ", ".join(map(self.in_words, value))
        if isinstance(value, Truncated):
            return self._few(value.items)
        if isinstance(value, BuiltInName):
            return self.quoted(self.words.say(f"built_in.{value.id}"))
        if isinstance(value, When):
            return self.when(value)
        if isinstance(value, int | Decimal):
            return self.words.number(Decimal(value))
        if isinstance(value, Label):
            return self.words.label(value.list, value.value)
        if isinstance(value, FieldName):
            label = self.label(value.part, value.field)
            return label[:1].lower() + label[1:]
        if isinstance(value, Figure):
            return self._figure(value, value.unit)
        if isinstance(value, WithUnit):
            return self._figure(value.figure, value.figure.unit or value.unit)
        return self.quoted(self.called(value)) if isinstance(value, Item) else shortened(str(value))

    def called(self, part: Model) -> str:
        """The name of a part; what it is where it has none."""
        return self.name(part) or self.label(part, "")

    def label(self, part: Model, field: str) -> str:
        """What a field is called; what the part is called for ""."""
        kind = type(part).__name__
        return (
            self.words.field(kind, field)
            if field
            else vocabulary(self.words.language)["models"][kind].split(" |")[0]
        )

    def name_of_kind(self, part: Model, field: str) -> str:
        """What a part without a name of its own is called: a verdict by its built-in zone, others by their field."""
        if isinstance(part, ZoneVerdict):
            return self.words.say(f"built_in.{part.problem_zone}")
        return self.label(part, field)

    def quoted(self, text: str) -> str:
        """A name in the quotes of the language; quotes inside become the inner ones."""
        opening, closing, inner_opening, inner_closing = self.quotes
        inside = shortened(text).replace(opening, inner_opening).replace(closing, inner_closing)
        return f"{opening}{inside}{closing}"

    def when(self, when: When) -> str:
        """A date or a period; the author's own words win."""
        if when.as_written:
            return when.as_written
        if when.form == "day":
            return self.words.short_day(when.first)
        if when.form == "month":
            return self.words.month(when.first)
        if when.ends:
            return self.words.span(*map(self.when, when.ends))
        return self.words.period(when.form, when.first.year, when.number, fiscal=when.fiscal)

    def _few(self, items: tuple[Any, ...]) -> str:
        """The last place is not spent on «and one more»."""
        if len(items) <= MOST + 1:
            return self.in_words(items)
        return f"{self.in_words(items[:MOST])} {self.more.format(count=len(items) - MOST)}"

    def _figure(self, figure: Figure, unit: str | None) -> str:
        number = self.words.number
        if figure.min is not None and figure.max is not None:
            shown, last = f"{number(figure.min)}–{number(figure.max)}", figure.max
        else:
            form = figure.form
            value = getattr(figure, form, None)
            if not isinstance(value, Decimal):
                return figure.state or "…"
            shown, last = _SIGNS.get(form, "") + number(value), value
        return self.words.quantity(shown, unit, last)


def shortened(text: str) -> str:
    """A text on one line, cut after a word when it is long."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0].rstrip(',.;:—- ')}…"
