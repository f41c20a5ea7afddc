"""What a section sees while it is composed: the project, its relations, the words; and how values become text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from string import Formatter
from typing import Any, TypeVar

from conceptgen.composition.dating import Relation, worded
from conceptgen.composition.figures import Figures
from conceptgen.deliverables.kinds import MAP_SIZES
from conceptgen.document.blocks import Cell
from conceptgen.document.inline import Footnote, Inline, Inlines, Style, Text, line, plain, through
from conceptgen.languages.words import NBSP, Words
from conceptgen.model.assessment import CurrentState, Round
from conceptgen.model.base import Citation, Dated, Figure, Item, Model, Reading, Statement, Unknown
from conceptgen.model.chain import Chain, Zone
from conceptgen.model.concept import Concept
from conceptgen.model.dates import When, first_day, last_day
from conceptgen.model.naming import naming_field
from conceptgen.model.project import Project
from conceptgen.model.reference_data import LegalRef
from conceptgen.model.references import UNKNOWN, is_silent
from conceptgen.model.relations import Relations
from conceptgen.model.scoring import is_low
from conceptgen.model.walk import below
from conceptgen.origin import SEVERAL, Origin

I = TypeVar("I", bound=Item)  # noqa: E741 - an item
_BOLD = re.compile(r"(?<![\w*])\*\*(?=\S)([^*]*[^*\s])\*\*(?![\w*])")
"""Asterisks that hug a word or phrase make it bold; all others stay as they are (2**3, a ** b)."""
EMPTY = Cell((line("—"),))
"""A cell with nothing to say."""


class Scope:
    """Read-only helpers over one project in one language."""

    def __init__(
        self,
        project: Project,
        words: Words,
        status: str,
        *,
        is_poster: bool = False,
        chain: Chain | None = None,
        map_size: str = MAP_SIZES[0],
    ) -> None:
        self.project, self.words, self.is_poster = project, words, is_poster
        self.status, self.about, self.map_size = status, chain, map_size
        self.say, self.label = words.say, words.label
        self.relations: Relations = project.relations
        self.figures = Figures(self)

    @cached_property
    def concept(self) -> Concept:
        """The concept, empty where the input has none."""
        return self.project.concept or Concept()

    @property
    def chain(self) -> Chain:
        """The chain this document is about; only documents of chains ask."""
        assert self.about is not None
        return self.about

    @cached_property
    def state(self) -> CurrentState:
        """The current state, empty where the input has none."""
        return self.concept.current_state or CurrentState()

    @cached_property
    def cited_laws(self) -> tuple[LegalRef, ...]:
        """The legal references that the text cites as sources; the others stand in their own list only."""
        cited = {ref.names for ref in self.relations.references if isinstance(ref.holder, Citation)}
        return tuple(each for each in self.project.legal_refs if each.id in cited)

    @cached_property
    def source_numbers(self) -> dict[str, int]:
        """Number of each source and legal reference in the annex of sources, by id."""
        listed = [*self.project.sources, *self.cited_laws]
        return {item.id: number for number, item in enumerate(listed, 1) if item.id}

    def of(self, chain: Chain) -> Scope:
        """The same project seen from one chain."""
        return Scope(self.project, self.words, self.status, chain=chain, map_size=self.map_size)

    # ── texts ──────────────────────────────────────────────────────────────────────────────────────────────

    def t(self, part: Model | None, field: str, style: Style = "plain") -> Inlines:
        """The text of a field with its address; nothing where it is absent; a stated unknown in words."""
        value = getattr(part, field, None) if part is not None else None
        if part is None or value is None or value == "":
            return ()
        if isinstance(value, Unknown):
            return self.unknown(value, part, field)
        if isinstance(value, When | date):
            shown = self.when(value) if isinstance(value, When) else self.words.day(value)
            return (Text(shown, style, self.relations.origin(part, field)),)
        return self.bold(str(value), Text("", style, self.relations.origin(part, field)))

    def n(self, part: Model | None, field: str, unit: str | None = None) -> Inlines:
        """A bare number of a field with its unit; nothing where it is absent."""
        value = getattr(part, field, None) if part is not None else None
        if part is None or value is None:
            return ()
        shown = self.words.quantity(self.words.number(Decimal(value)), unit, Decimal(value))
        return (Text(shown, origin=self.relations.origin(part, field)),)

    def tell(self, key: str, **parts: Inlines | str) -> Inlines:
        """A fixed sentence whose ``{places}`` are filled with lines that keep their addresses."""
        return self.filled(self.words.template(key), **parts)

    def filled(self, template: str, **parts: Inlines | str) -> Inlines:
        """The same with the sentence itself."""
        told: list[str | Inlines] = []
        for text, place, _, _ in Formatter().parse(template):
            told += [text, parts[place] if place else ""]
        return line(*told)

    def end(self, content: Inlines) -> Inlines:
        """The line with a full stop, unless it ends with one (or another sign of its own)."""
        return content if plain(content)[-1:] in ".!?…" else line(content, ".")

    def bare_end(self, content: Inlines) -> Inlines:
        """The line without the full stop at its end, to go on after it."""
        last = content[-1] if content else None
        if not isinstance(last, Text) or not last.text.endswith("."):
            return content
        return (*content[:-1], replace(last, text=last.text[:-1]))

    def bold(self, text: str, model: Text) -> Inlines:
        """Markdown-lite inside a line: ``**bold**``; lone asterisks stay as they are."""
        found: list[Text] = []
        for index, piece in enumerate(_BOLD.split(text)):
            if piece:
                found.append(replace(model, text=piece, style="strong" if index % 2 else model.style))
        return tuple(found)

    def full(self, item: Item, field: str = "") -> Inlines:
        """The main text of an item with its code before and its sources and remarks after it."""
        field = field or naming_field(item)
        code = (Text(f"{item.code} ", "quiet", self.relations.origin(item, "code")),) if item.code else ()
        return line(code, self.t(item, field), self.marks(item))

    def marks(self, item: Item) -> Inlines:
        """Sources in brackets, footnotes (the remark, the author's hand), then, in the line, readings that disagree."""
        notes = self._citations(item)
        if item.remark:
            notes.append(Footnote(self.t(item, "remark")))
        if item.by_author:
            notes.append(Footnote(line(self.say("by_author"))))
        return line(notes, self._disputed(item) if item.disputed else ())

    def _citations(self, item: Item) -> list[Inline]:
        if not item.source:
            return []
        found: list[Inline] = []
        opening = f"{NBSP}["
        for citation in item.source:
            found.append(Text(f"{opening}{self._source_number(citation.id)}", "quiet"))
            if citation.at:
                found += [Text(", ", "quiet"), *self.t(citation, "at", "quiet")]
            opening = ", "
        # One text where nothing stands between, so that no line ends inside the brackets.
        if len(found) == len(item.source):
            return [Text("".join(each.text for each in found if isinstance(each, Text)) + "]", "quiet")]
        return [*found, Text("]", "quiet")]

    def _source_number(self, name: str) -> str:
        return self.say("unknown.source") if name == UNKNOWN else str(self.source_numbers.get(name, "?"))

    def _disputed(self, item: Item) -> Inlines:
        readings = self.join(map(self.reading, item.disputed), "; ")
        return self.tell("disputed", readings=readings)

    def reading(self, reading: Reading) -> Inlines:
        """What another source says, and which."""
        said = (self.t(reading, "text"), self.t(reading, "name"), self.figures.bare(reading))
        apart = self.join([self.in_words(reading, "date"), self.t(reading, "remark")], "; ")
        shown = self.join(said, " — ") or apart
        apart = line(" (", apart, ")") if apart and shown is not apart else ()
        code = line(self.t(reading, "code"), " ") if reading.code else ()
        return line(code, shown, apart, *self._citations(reading))

    def prose(self, part: Model | None, field: str) -> str:
        """The bare text of a field, or ""; for markdown-lite blocks."""
        value = getattr(part, field, None) if part is not None else None
        return value if isinstance(value, str) else ""

    def statements(self, items: Iterable[Statement]) -> Inlines:
        """Several short texts in one line: «…; …»."""
        return self.join([self.full(item) for item in items], "; ")

    def join(self, pieces: Iterable[Inlines], by: str = ", ") -> Inlines:
        """Join lines by a text, leaving out empty ones."""
        result: list[Inline] = []
        for piece in pieces:
            if piece:
                result += [Text(by), *piece] if result else piece
        return tuple(result)

    def gap(self, key: str, part: Model, field: str = "") -> Inlines:
        """«[заполнить: ответственный]»: the mark knows which field of which part it waits for.

        Without a ``field`` that is the one called like the ``key``, or the part as a whole. A reference that says it
        is unknown waits for nothing.
        """
        if is_silent(getattr(part, field or key, None)):
            return self.silent(part, field or key)
        return self.blank(self.say("gap", what=self.say(f"gaps.{key}")), part, field or key, "gap")

    def blank(self, text: str, part: Model, field: str, style: Style = "plain") -> Inlines:
        """A text that stands where a field of a part has to be filled in."""
        known = self.relations.origins.get(id(part)) or self._origin_of_default(part)
        info = type(part).model_fields.get(field)
        return (Text(text, style, lacks=below(known, info.alias or field) if info else known),)

    def _origin_of_default(self, part: Model) -> Origin:
        """Where a part would stand that the input does not write."""
        steps = ("concept", "current_state") if isinstance(part, CurrentState) else ("document",)
        return below(Origin((), ""), *steps)

    def or_gap(self, content: Inlines, key: str, part: Model, field: str = "") -> Inlines:
        """The content, or a mark of what is missing."""
        return content or self.gap(key, part, field)

    # ── who, when, how much ────────────────────────────────────────────────────────────────────────────────

    def item(self, name: str | None, kind: type[I]) -> I | None:
        """The item of an id, if it is of this kind."""
        return self.relations.get(name, kind) if name else None

    def who(self, part: Model | None, field: str) -> Inlines:
        """The name of whom or what a field refers to, or its stated unknown; nothing where it is absent."""
        value = getattr(part, field, None) if part is not None else None
        if part is None or not value:
            return ()
        if isinstance(value, Unknown):
            return self.unknown(value, part, field)
        return self.named(value, self.relations.origin(part, field))

    def silent(self, part: Model, field: str) -> Inlines:
        """«нет данных» for a reference that says it is unknown."""
        return self.named(UNKNOWN, self.relations.origin(part, field))

    def named(self, name: str, via: Origin | None = SEVERAL) -> Inlines:
        """The name of what an id names: an item of the input or a built-in; ``via`` is the reference to it."""
        if name == UNKNOWN:
            return (Text(self.say("unknown.plain"), "unknown", via),)
        item = self.relations.by_id.get(name)
        if item is None:
            return line(self.words.say(f"built_in.{name}"))
        if isinstance(item, Zone) and item.zone:
            return self.named(item.zone, via)
        if isinstance(item, Round) and not item.name:
            return self.round_name(item)
        return through(via, self.t(item, naming_field(item)))

    def names_in(self, part: Model, field: str) -> list[Inlines]:
        """The names of what a field lists."""
        origin = self.relations.origin(part, field)
        names: Iterable[str] = getattr(part, field)
        return [self.named(name, origin and below(origin, n)) for n, name in enumerate(names)]

    def all_in(self, part: Model, field: str, by: str = ", ") -> Inlines:
        """The same in one line."""
        return self.join(self.names_in(part, field), by)

    def linked_name(self, holder: Item, item: Item, field: str = "name") -> Inlines:
        """The name of an item where one tells of another it is linked with."""
        return through(self.relations.link_origin(holder, item), self.t(item, field))

    def linked_names(self, holder: Item, kind: type[Item], field: str = "name") -> list[Inlines]:
        """The names of all items of a kind that an item is linked with."""
        return [self.linked_name(holder, each, field) for each in self.relations.linked(holder, kind)]

    def round_name(self, round: Round) -> Inlines:
        """The name of a round, or its number."""
        number = next(n for n, each in enumerate(self.state.rounds, 1) if each is round)
        return self.t(round, "name") or line(self.say("round", number=number))

    def all_named(self, names: Iterable[str], by: str = ", ") -> Inlines:
        """The names of several ids."""
        return self.join(map(self.named, names), by)

    def when(self, when: When, *, short: bool = False) -> str:
        """A date in words, or in figures for tables (``short``); the author's own words win."""
        if when.as_written:
            return when.as_written
        day = self.words.short_day if short else self.words.day
        if when.form == "day":
            return day(when.first)
        if when.form == "month":
            return self.words.month(when.first)
        if when.ends:
            return self.words.span(*(self.when(end, short=short) for end in when.ends))
        return self.words.period(when.form, when.first.year, when.number, fiscal=when.fiscal)

    def first(self, value: object) -> date | None:
        """The first day of a date on the calendar; None for an absent or unknown one."""
        return first_day(value, self.project.settings.fiscal_year_start)

    def last(self, value: object) -> date | None:
        """The last day of a date on the calendar; None for an absent or unknown one."""
        return last_day(value, self.project.settings.fiscal_year_start)

    @property
    def today(self) -> date | None:
        """The day the document is dated, the first of a period; None where its date is unknown."""
        return self.first(self.project.document.date)

    def is_past(self, when: object) -> bool:
        """Whether a date had passed, beyond doubt, when the document was dated."""
        last = self.last(when)
        return last is not None and self.today is not None and last < self.today

    def date(self, part: Model | None, field: str = "date") -> Inlines:
        """A date field in its short form for tables."""
        value = getattr(part, field, None) if part is not None else None
        if part is None or value is None:
            return ()
        if isinstance(value, Unknown):
            return self.unknown(value, part, field)
        return (Text(self.when(value, short=True), origin=self.relations.origin(part, field)),)

    def dated(
        self, part: Model | None, field: str, relation: Relation, *, apart: str = "", short: bool = False
    ) -> Inlines:
        """A date field as a sentence needs it («к 30 июня»); ``apart`` is the key of the wording behind a colon."""
        value = getattr(part, field, None) if part is not None else None
        if part is None or value is None:
            return ()
        told = worded(self.words, value, relation, short=short)
        if told:
            return (Text(told, origin=self.relations.origin(part, field)),)
        shown = self.date(part, field) if short else self.t(part, field)
        return self.tell(apart or f"dated.{relation}", date=shown)

    def in_words(self, part: Model | None, field: str) -> Inlines:
        """A date field for brackets: as it is, or «дата: нет данных»."""
        shown = self.t(part, field)
        is_known = part is not None and not isinstance(getattr(part, field, None), Unknown)
        return shown if is_known else self.tell("dated.at", date=shown)

    def unknown(self, unknown: Unknown, part: Model, field: str) -> Inlines:
        """A stated unknown in words: «нет данных (не измерялось); будет определено до …»."""
        origin = self.relations.origin(part, field)
        reason = self.label("unknown_reason", unknown.reason) if unknown.reason else ""
        if unknown.resolve_by:
            until = worded(self.words, unknown.resolve_by, "until")
            key = "resolve_by" if until else "resolve_apart"
            words = self.say(f"unknown.{key}", until=until, date=self.when(unknown.resolve_by))
            words += f" ({reason})" if reason else ""
        else:
            words = self.say("unknown.plain") + (f" ({reason})" if reason else "")
        shown = line(Text(words, "unknown", origin))
        owner = line(Text(", ", "unknown"), self.who(unknown, "owner")) if unknown.owner else ()
        return line(shown, owner)

    def is_low(self, score: Decimal | None) -> bool:
        """Below the threshold of the scale."""
        return is_low(self.state, score)

    def figure(self, figure: Figure, *, unit: str | None = None) -> Inlines:
        """A figure in words with its unit and marks."""
        return line(self.figures.bare(figure, unit), self.marks(figure))

    def with_date(self, figure: Dated | None, *, unit: str | None = None) -> tuple[Inlines, ...]:
        """A figure and, under it, its date: the paragraphs of a cell."""
        if figure is None:
            return ()
        when = self.date(figure)
        return (self.figure(figure, unit=unit), *((when,) if when else ()))

    # ── cells ──────────────────────────────────────────────────────────────────────────────────────────────

    def cell(self, *paragraphs: Inlines, tone: Any = "none", span: int = 1) -> Cell:
        """A cell of the non-empty paragraphs; an empty one is «—», which means: nothing to say here."""
        kept = tuple(paragraph for paragraph in paragraphs if paragraph)
        return Cell(kept, span=span, tone=tone) if kept else replace(EMPTY, span=span)

    def strong(self, content: Inlines) -> Inlines:
        """The same line in bold."""
        return tuple(replace(each, style="strong") if isinstance(each, Text) else each for each in content)

    def capital(self, content: Inlines) -> Inlines:
        """The same line with a capital letter first."""
        if not (content and isinstance(content[0], Text)):
            return content
        return (replace(content[0], text=content[0].text[:1].upper() + content[0].text[1:]), *content[1:])

    def no_data(self) -> Inlines:
        """«нет данных»."""
        return (Text(self.say("labels.no_data"), "unknown"),)

    def quiet(self, text: str) -> Inlines:
        """Secondary text."""
        return (Text(text, "quiet"),)

    def keyed(self, part: Model, field: str, key: str) -> Inlines:
        """The text under a key of a mapping field (one sentence a component, the anchors of a scale)."""
        value = getattr(part, field)[key]
        origin = self.relations.origin(part, field, key)
        if isinstance(value, Unknown):
            return (Text(self.say("unknown.plain"), "unknown", origin),)
        return self.bold(str(value), Text("", origin=origin))

    def quiet_line(self, content: Inlines) -> Inlines:
        """The same line as secondary text."""
        return tuple(replace(each, style="quiet") if isinstance(each, Text) else each for each in content)
