"""Texts and figures with what goes with them: code before, sources, remarks and disagreeing readings after."""

from __future__ import annotations

from collections.abc import Iterable

from conceptgen.composition.dates import date_for_brackets
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.lines import join
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Footnote, Inline, Inlines, Text, line
from conceptgen.languages.words import NBSP
from conceptgen.model.base import Dated, Figure, Item, Reading, Statement
from conceptgen.model.naming import naming_field
from conceptgen.model.references import UNKNOWN


def full_text(scope: Scope, item: Item, field: str = "") -> Inlines:
    """The main text of an item with its code before and its sources and remarks after it."""
    field = field or naming_field(item)
    code = (Text(f"{item.code} ", "quiet", scope.relations.origin(item, "code")),) if item.code else ()
    return line(code, scope.t(item, field), marks_of(scope, item))


def full_texts(scope: Scope, items: Iterable[Item]) -> tuple[Inlines, ...]:
    """The main text of each item."""
    return tuple(full_text(scope, item) for item in items)


def named_or_said(scope: Scope, each: Statement) -> Inlines:
    """A short text; the name of what it is the id of."""
    return scope.named(each.text) if each.text in scope.relations.by_id else full_text(scope, each)


def statements(scope: Scope, items: Iterable[Statement]) -> Inlines:
    """Several short texts in one line: «…; …»."""
    return join(full_texts(scope, items), "; ")


def marked_figure(scope: Scope, figure: Figure, *, unit: str | None = None) -> Inlines:
    """A figure in words with its unit and marks."""
    return line(bare_figure(scope, figure, unit), marks_of(scope, figure, unit))


def with_date(scope: Scope, figure: Dated | None, *, unit: str | None = None) -> tuple[Inlines, ...]:
    """A figure and, under it, its date: the paragraphs of a cell."""
    if figure is None:
        return ()
    when = scope.date(figure)
    return (marked_figure(scope, figure, unit=unit), *((when,) if when else ()))


def marks_of(scope: Scope, item: Item, unit: str | None = None) -> Inlines:
    """Sources in brackets, footnotes (the remark, the author's hand), then, in the line, readings that disagree."""
    notes = _citations(scope, item)
    if item.remark:
        notes.append(Footnote(scope.t(item, "remark")))
    if item.by_author:
        notes.append(Footnote(line(scope.say("by_author"))))
    return line(notes, _disputed(scope, item, unit) if item.disputed else ())


def _citations(scope: Scope, item: Item) -> list[Inline]:
    if not item.source:
        return []
    found: list[Inline] = []
    opening = f"{NBSP}["
    for citation in item.source:
        found.append(Text(f"{opening}{_source_number(scope, citation.id)}", "quiet"))
        if citation.at:
            found += [Text(", ", "quiet"), *scope.t(citation, "at", "quiet")]
        opening = ", "
    # One text where nothing stands between, so that no line ends inside the brackets.
    if len(found) == len(item.source):
        return [Text("".join(each.text for each in found if isinstance(each, Text)) + "]", "quiet")]
    return [*found, Text("]", "quiet")]


def _source_number(scope: Scope, name: str) -> str:
    return scope.say("unknown.source") if name == UNKNOWN else str(scope.source_numbers.get(name, "?"))


def _disputed(scope: Scope, item: Item, unit: str | None) -> Inlines:
    """Other readings, in the unit of the figure; one source that says two things does not disagree with others."""
    unit = (item.unit if isinstance(item, Figure) else None) or unit
    readings = join((disputed_reading(scope, each, unit) for each in item.disputed), "; ")
    sources = {citation.id for each in (item, *item.disputed) for citation in each.source}
    return scope.tell("disputed" if len(sources) > 1 else "disputed_within", readings=readings)


def disputed_reading(scope: Scope, reading: Reading, unit: str | None = None) -> Inlines:
    """What another source says, and which."""
    said = (scope.t(reading, "text"), scope.t(reading, "name"), bare_figure(scope, reading, unit))
    apart = join([date_for_brackets(scope, reading, "date"), scope.t(reading, "remark")], "; ")
    shown = join(said, " — ") or apart
    apart = line(" (", apart, ")") if apart and shown is not apart else ()
    code = line(scope.t(reading, "code"), " ") if reading.code else ()
    return line(code, shown, apart, *_citations(scope, reading))
