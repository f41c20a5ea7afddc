"""The overview as a page: the clients first, then what is late, what lags, what comes next, and the benchmark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from conceptgen.composition.builders import group
from conceptgen.composition.lines import capital
from conceptgen.document.blocks import (
    Block,
    Cell,
    Column,
    Cover,
    CoverLine,
    Document,
    Heading,
    Labels,
    Paragraph,
    Part,
    Row,
    Table,
    Tone,
)  # fmt: skip
from conceptgen.document.inline import Inlines, Text, line
from conceptgen.document.numbering import number
from conceptgen.document.typesetting import typeset_document
from conceptgen.languages import say, vocabulary
from conceptgen.languages.words import Words, words
from conceptgen.model.reference_data import FEWEST_CLIENTS
from conceptgen.overview.benchmark import Quartiles
from conceptgen.overview.client import Client, State, Term

_FEW = 2
"""Documents of a client that are told of one by one; more are counted, and those that are stopped are named."""
_MOST_NEXT = 3
"""What comes next that is told of each client; the data have all of it."""
_MOST_GAPS = 8
"""The same of what a client's file lacks."""


class _Page:
    """The words of the page, and its blocks."""

    def __init__(
        self, day: date, language: str, clients: Sequence[Client], found: Sequence[Quartiles]
    ) -> None:
        self.day, self.language, self.clients, self.found = day, language, clients, found
        self.words: Words = words(language, "", False)

    def say(self, key: str, **values: object) -> str:
        """A sentence of the page."""
        return say(self.language, f"overview.{key}", **values)

    def blocks(self) -> Iterator[Block]:
        """All of it in order."""
        told = self.say("about", date=self.words.day(self.day), count=len(self.clients))
        lines = (CoverLine("title", line(self.say("title"))), CoverLine("status", line(told)))
        yield Cover(lines, compact=True)
        yield self._heading("clients")
        yield self._clients()
        terms = ("action", "owner", "deadline", "days")
        yield from self._listed("overdue", terms, lambda each: self._terms(each.overdue, -1))
        yield from self._listed("soon", terms, lambda each: self._terms(each.soon, 1))
        yield from self._listed("off_path", ("indicator", "measured", "expected", "target"), self._off_path)
        yield from self._listed("next", ("what", "due"), self._next)
        yield from self._listed("gaps", ("missing", "about", "owner", "until"), self._gaps)
        yield from self._benchmark()

    def _heading(self, key: str) -> Heading:
        return Heading(2, line(self.say(f"{key}.title")), "front")

    def _columns(self, *keys: str) -> tuple[Column, ...]:
        return tuple(Column(line(self.say(f"columns.{key}")), _WEIGHTS.get(key, 1.0)) for key in keys)

    def _listed(
        self, key: str, heads: tuple[str, ...], rows: Callable[[Client], Iterator[Row]]
    ) -> Iterator[Block]:
        """A table under its heading, client by client; a sentence where there is nothing to list."""
        yield self._heading(key)
        found: list[Row] = []
        for each in self.clients:
            if own := [*rows(each)]:
                found += [group(line(each.name), len(heads)), *own]
        if found:
            yield Table(self._columns(*heads), tuple(found), alt=self.say(f"{key}.title"))
        else:
            yield Paragraph(line(self.say(f"{key}.none")))

    # ── the clients ────────────────────────────────────────────────────────────────────────────────────────

    def _clients(self) -> Block:
        heads = self._columns("client", "documents", "lags", "gaps", "next")
        return Table(heads, tuple(map(self._client, self.clients)), alt=self.say("clients.title"))

    def _client(self, each: Client) -> Row:
        if each.fault:
            why = Cell((line(self.say("unread")), line(each.fault)), span=4, tone="low")
            return Row((Cell((line(Text(each.file, "strong")),)), why))
        named = Cell((line(Text(each.name, "strong")), line(Text(each.file, "quiet"))))
        ahead = [step for step in each.next if step.due >= self.day][:1]
        after = tuple(line(f"{self.words.short_day(step.due)}: {step.what}") for step in ahead)
        documents = Cell(tuple(self._documents(each.documents)) or _NONE)
        return Row((named, documents, self._lags(each), _counted(len(each.gaps)), Cell(after or _NONE)))

    def _lags(self, each: Client) -> Cell:
        """«просрочено: 8», «не на пути: 1», «не измерено в срок: 2»."""
        missed = sum(step.due < self.day for step in each.next)
        counts = {"overdue": len(each.overdue), "off_path": len(each.off_path), "unmeasured": missed}
        told = tuple(line(self.say(f"counted.{key}", count=count)) for key, count in counts.items() if count)
        return Cell(told or _NONE, tone="low" if told else "good")

    def _documents(self, states: Sequence[State]) -> Iterator[Inlines]:
        """«На утверждении: документов — 6, выпустить можно», then those that cannot go out; a few each by itself."""
        if len(states) <= _FEW:
            yield from map(self._state, states)
            return
        for status in dict.fromkeys(each.status for each in states):
            own = [each for each in states if each.status == status]
            count, before = len(own), sum(each.stops_approval for each in own)
            name = capital(line(vocabulary(self.language)["lists"]["status"][status]))
            later = self.say("approval", count=before) if before else ""
            free = "" if any(each.stops for each in own) else f", {self.say('free')}"
            yield line(name, self.say("counted.documents", count=count), free, later)
        yield from (self._state(each) for each in states if each.stops)

    def _state(self, state: State) -> Inlines:
        """«Концепция, полный: проект — ✓ выпустить можно; до утверждения 3»."""
        lists = vocabulary(self.language)["lists"]
        name = capital(line(lists["document_kind"][state.document]))
        chain = f" «{state.chain}»" if state.chain else ""
        gate = self.say("stopped", count=state.stops) if state.stops else self.say("free")
        later = self.say("approval", count=state.stops_approval) if state.stops_approval else ""
        told = Text(gate, "gap" if state.stops else "plain")
        status = lists["status"][state.status]
        return line(name, f"{chain}, {lists['variant'][state.variant]}: {status} — ", told, later)

    # ── what is late, what lags, what comes next ───────────────────────────────────────────────────────────

    def _terms(self, terms: Sequence[Term], order: int) -> Iterator[Row]:
        """Actions by their days: those longest overdue, or due next, first."""
        for each in sorted(terms, key=lambda term: order * term.days):
            day = self.words.short_day(each.deadline)
            yield _row(each.action, each.owner or "—", day, str(each.days))

    def _off_path(self, each: Client) -> Iterator[Row]:
        for lag in each.off_path:
            day, due = (self.words.short_day(when) for when in (lag.measured_on, lag.due))
            measured = (
                line(self.say("counted.was", was=lag.was)),
                line(lag.measured, " ", Text(day, "quiet")),
            )
            target = (line(lag.target, " ", Text(due, "quiet")),)
            cells = ((line(lag.indicator),), measured, (line(lag.expected),), target)
            yield Row(tuple(map(Cell, cells)))

    def _next(self, each: Client) -> Iterator[Row]:
        """What was to be measured by the day, then what comes: a few of each, the others counted."""
        missed = [step for step in each.next if step.due < self.day]
        ahead = [step for step in each.next if step.due >= self.day]
        for steps, late in ((missed, f" — {self.say('late')}"), (ahead, "")):
            for step in steps[:_MOST_NEXT]:
                due = line(self.words.short_day(step.due), late)
                tone: Tone = "low" if late else "none"
                yield Row((Cell((line(step.what),)), Cell((due,), tone=tone)))
            yield from self._more(len(steps) - _MOST_NEXT, 2)

    def _gaps(self, each: Client) -> Iterator[Row]:
        for gap in each.gaps[:_MOST_GAPS]:
            yield _row(gap.what, gap.about or "—", gap.who or "—", gap.until or "—")
        yield from self._more(len(each.gaps) - _MOST_GAPS, 4)

    def _more(self, count: int, span: int) -> Iterator[Row]:
        if count > 0:
            more = Text(self.say("more", count=count), "quiet")
            yield Row((Cell((line(more),), span=span),))

    def _benchmark(self) -> Iterator[Block]:
        yield self._heading("benchmark")
        if not self.found:
            yield Paragraph(line(self.say("benchmark.none", fewest=FEWEST_CLIENTS)))
            return
        heads = self._columns("criterion", "n", "low", "median", "high")
        rows = tuple(
            _row(
                each.name(self.language),
                str(each.n),
                *(self.words.number(value.normalize() + 0) for value in (each.low, each.median, each.high)),
            )
            for each in self.found
        )
        yield Table(heads, rows, alt=self.say("benchmark.title"))
        yield Paragraph(line(self.say("benchmark.about", fewest=FEWEST_CLIENTS)), "note")


_WEIGHTS = {
    "client": 1.6, "documents": 3.4, "action": 3.0, "indicator": 2.6, "what": 3.0, "criterion": 3.0, "owner": 1.6,
    "next": 2.0, "lags": 2.0, "gaps": 0.8, "days": 0.7, "measured": 1.4, "missing": 2.6, "about": 2.4,
}  # fmt: skip
_NONE: tuple[Inlines, ...] = (line("—"),)


def _counted(count: int) -> Cell:
    return Cell((line(str(count)),), tone="low" if count else "good")


def _row(*texts: str) -> Row:
    return Row(tuple(Cell((line(text),)) for text in texts))


def page_of(day: date, language: str, clients: Sequence[Client], found: Sequence[Quartiles]) -> Document:
    """The page, ready to write."""
    page = _Page(day, language, clients, found)
    document = Document(
        title=page.say("title"),
        running=page.say("title"),
        organization="",
        author="",
        language=language,
        date=day.isoformat(),
        labels=_labels(language),
        parts=(Part(tuple(page.blocks()), landscape=True),),
    )
    return typeset_document(number(document))


def _labels(language: str) -> Labels:
    names = (
        "table",
        "figure",
        "page",
        "footnotes",
        "skip_to_text",
        "no_data",
        "contents",
        "annex",
        "after_number",
    )
    return Labels(**{name: say(language, f"documents.labels.{name}") for name in names})
