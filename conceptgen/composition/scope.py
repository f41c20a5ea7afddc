"""What a section sees while it is composed: the project, its relations, the words; and how fields become text."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal, TypeVar

from conceptgen.composition.date_words import in_words, worded
from conceptgen.composition.lines import bold, fill
from conceptgen.deliverables.kinds import MAP_SIZES
from conceptgen.document.blocks import Edition
from conceptgen.document.inline import Inlines, Style, Text, line, plain, through
from conceptgen.languages.words import Words
from conceptgen.model.assessment import CurrentState, Round
from conceptgen.model.base import Citation, Item, Model, Unknown
from conceptgen.model.chain import Chain, Zone
from conceptgen.model.concept import Concept
from conceptgen.model.dates import When, first_day, last_day
from conceptgen.model.naming import naming_field
from conceptgen.model.progress import ProgressReport
from conceptgen.model.project import Project
from conceptgen.model.reference_data import LegalRef
from conceptgen.model.references import UNKNOWN
from conceptgen.model.relations import Relations
from conceptgen.origin import SEVERAL, Origin

I = TypeVar("I", bound=Item)  # noqa: E741 - an item
_WHOLE = Edition(map_size=MAP_SIZES[0])


class Scope:
    """One project in one language, read-only; what is made of it is made by functions that take the scope."""

    def __init__(
        self,
        project: Project,
        words: Words,
        status: str,
        *,
        is_poster: bool = False,
        about: Chain | ProgressReport | None = None,
        title: str = "",
        edition: Edition = _WHOLE,
    ) -> None:
        self.project, self.words, self.is_poster = project, words, is_poster
        self.status, self.edition = status, edition
        self.about = about if isinstance(about, Chain) else None
        self.about_report = about if isinstance(about, ProgressReport) else None
        self.title = title
        """The key of the title that the kind of document has of its own."""
        self.say, self.label = words.say, words.label
        self.relations: Relations = project.relations

    def of(self, chain: Chain) -> Scope:
        """The same project seen from one chain."""
        return Scope(self.project, self.words, self.status, about=chain, edition=self.edition)

    @property
    def map_size(self) -> str:
        """The paper of the maps of chains."""
        return self.edition.map_size

    @property
    def audience(self) -> str:
        """The readers whose edition this is; "" for whoever may read all."""
        return self.edition.audience

    @property
    def view(self) -> tuple[object, ...]:
        """All that tells this scope from others of its project: two of one view say the same."""
        about = id(self.about or self.about_report)
        return self.words, self.status, about, self.is_poster, self.map_size, self.title, self.audience

    @property
    def paper(self) -> Literal["a4", "letter"]:
        """The paper of the document: the input's own, else that of its language."""
        return "letter" if (self.project.settings.paper or self.say("paper")) == "letter" else "a4"

    # ── what is in the input ───────────────────────────────────────────────────────────────────────────────

    @cached_property
    def concept(self) -> Concept:
        """The concept, empty where the input has none."""
        return self.project.concept or Concept.empty()

    @property
    def chain(self) -> Chain:
        """The chain this document is about; only documents of chains ask."""
        assert self.about is not None
        return self.about

    @property
    def report(self) -> ProgressReport:
        """The report on progress that this document is; only those ask."""
        assert self.about_report is not None
        return self.about_report

    @cached_property
    def state(self) -> CurrentState:
        """The current state, empty where the input has none."""
        return self.concept.current_state or CurrentState.empty()

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

    def item(self, name: str | None, kind: type[I]) -> I | None:
        """The item of an id, if it is of this kind."""
        return self.relations.get(name, kind) if name else None

    def first(self, value: object) -> date | None:
        """The first day of a date on the calendar; None for an absent or unknown one."""
        return first_day(value, self.project.settings.fiscal_year_start)

    def last(self, value: object) -> date | None:
        """The last day of a date on the calendar; None for an absent or unknown one."""
        return last_day(value, self.project.settings.fiscal_year_start)

    @property
    def today(self) -> date | None:
        """The day the document is dated, the first of a period; None where its date is unknown.

        That of a report on progress is the last day it tells of.
        """
        report = self.about_report
        return self.last(report.as_of) if report else self.first(self.project.document.date)

    def is_past(self, when: object) -> bool:
        """True if a date had passed, beyond doubt, when the document was dated."""
        last = self.last(when)
        return last is not None and self.today is not None and last < self.today

    # ── texts with their addresses ─────────────────────────────────────────────────────────────────────────

    def tell(self, key: str, **parts: Inlines | str) -> Inlines:
        """A fixed sentence whose ``{places}`` are filled with lines that keep their addresses."""
        return fill(self.words.template(key), **parts)

    def t(self, part: Model | None, field: str, style: Style = "plain") -> Inlines:
        """The text of a field with its address; nothing where it is absent; a stated unknown in words."""
        value = getattr(part, field, None) if part is not None else None
        if part is None or value is None or value == "":
            return ()
        if isinstance(value, Unknown):
            return self.unknown(value, part, field)
        if isinstance(value, When | date):
            shown = in_words(self.words, value) if isinstance(value, When) else self.words.day(value)
            return (Text(shown, style, self.relations.origin(part, field)),)
        return bold(str(value), self.relations.origin(part, field), style)

    def keyed(self, part: Model, field: str, key: str) -> Inlines:
        """The text under a key of a mapping field (one sentence a component, the anchors of a scale)."""
        value = getattr(part, field)[key]
        origin = self.relations.origin(part, field, key)
        if isinstance(value, Unknown):
            return self.unknown(value, part, field, key)
        return bold(str(value), origin)

    def date(self, part: Model | None, field: str = "date") -> Inlines:
        """A date field in its short form for tables."""
        value = getattr(part, field, None) if part is not None else None
        if part is None or value is None:
            return ()
        if isinstance(value, Unknown):
            return self.unknown(value, part, field)
        shown = in_words(self.words, value, short=True)
        return (Text(shown, origin=self.relations.origin(part, field)),)

    def unknown(self, unknown: Unknown, part: Model, field: str, key: str = "") -> Inlines:
        """A stated unknown in words: «нет данных (не измерялось)», «будет определено до …»."""
        origin = self.relations.origin(part, field, key)
        shown = line(Text(self.unknown_words(unknown), "unknown", origin))
        if not unknown.owner:
            return shown
        return line(shown, Text(self.say("unknown.finds_out"), "unknown"), self.who(unknown, "owner"))

    def unknown_words(self, unknown: Unknown) -> str:
        """The same as bare text, without who finds out."""
        reason = self.label("unknown_reason", unknown.reason) if unknown.reason else ""
        if unknown.resolve_by:
            until = worded(self.words, unknown.resolve_by, "until")
            key = "resolve_by" if until else "resolve_apart"
            words = self.say(f"unknown.{key}", until=until, date=in_words(self.words, unknown.resolve_by))
            return words + (f" ({reason})" if reason and unknown.reason != "tbd" else "")
        if unknown.reason == "nobody":
            return reason
        return self.say("unknown.plain") + (f" ({reason})" if reason else "")

    # ── names ──────────────────────────────────────────────────────────────────────────────────────────────

    def who(self, part: Model | None, field: str) -> Inlines:
        """The name of whom or what a field refers to, or its stated unknown; nothing where it is absent."""
        value = getattr(part, field, None) if part is not None else None
        if part is None or not value:
            return ()
        if isinstance(value, Unknown):
            return self.unknown(value, part, field)
        return self.named(value, self.relations.origin(part, field))

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

    def round_name(self, round: Round) -> Inlines:
        """The name of a round, or its number; in a report over the years with its year, unless the name tells one."""
        number = next(n for n, each in enumerate(self.state.rounds, 1) if each is round)
        name = self.t(round, "name") or line(self.say("round", number=number))
        years = {day.year for each in self.state.rounds if (day := self.last(each.date))}
        day = self.last(round.date)
        if self.about_report is None or day is None or len(years) < 2 or str(day.year) in plain(name):
            return name
        return line(name, f", {day.year}")
