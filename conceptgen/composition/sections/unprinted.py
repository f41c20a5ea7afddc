"""The last annex: whatever of the input found no place above, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from conceptgen.composition.builders import Piece, card, h1
from conceptgen.composition.figures import bare_figure, bare_value
from conceptgen.composition.marks import disputed_reading
from conceptgen.composition.printable_values import PrintableValue, printable_values
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, Text, line
from conceptgen.model.base import Reading
from conceptgen.model.chain import Chain
from conceptgen.model.project import Project
from conceptgen.origin import Path

CHAPTERS = (
    "document",
    "organization",
    "concept",
    "custom_zones",
    "custom_components",
    "sources",
    "glossary",
    "legal_refs",
)
"""The chapters of the input that the full concept prints; chains have documents of their own."""
GROUPED = (("Goal", "direction"),)
"""Fields whose words are the head of a group: the next of the same group need not repeat them."""
OWN_NAMES = ("PhaseLabels", "LevelLabels")
"""Parts that rename words of the method: told as names, lest they read as facts."""


def blocks(scope: Scope, printed: set[Path]) -> Iterator[Piece]:
    """What the full concept found no place for."""
    return left_over(scope, printed, printable_values(scope.project, CHAPTERS))


def of_chain(scope: Scope, printed: set[Path]) -> Iterator[Piece]:
    """What the full chain found no place for: of this chain, and of all else where there is no concept to say it."""
    own = chain_values(scope.project, scope.chain)
    return left_over(
        scope,
        printed,
        own if scope.project.concept else chain(printable_values(scope.project, CHAPTERS), own),
    )


def of_all(scope: Scope, printed: set[Path]) -> Iterator[Piece]:
    """What the combined document found no place for, of the concept and of every chain."""
    return left_over(scope, printed, printable_values(scope.project, (*CHAPTERS, "chains")))


def of_session(scope: Scope, printed: set[Path]) -> Iterator[Piece]:
    """What the kit found no place for, of the session."""
    return left_over(scope, printed, printable_values(scope.project, ("session",)))


def chain_values(project: Project, one: Chain) -> Iterator[PrintableValue]:
    """Every printable value of one chain."""
    home = project.relations.origins[id(one)].path
    return (value for value in printable_values(project, ("chains",)) if value.path[: len(home)] == home)


def left_over(scope: Scope, printed: set[Path], wanted: Iterable[PrintableValue]) -> Iterator[Piece]:
    """A card of what is left, each value under the name of what it belongs to."""
    values = list(wanted)
    rest = [value for value in values if not (_is_printed(value, printed) or _is_anybodys(scope, value))]
    if rest:
        said = {_group(value) for value in values if _is_printed(value, printed)}
        rest = [value for value in rest if _group(value) not in said]
    if not rest:
        return
    yield h1(scope, "remainder.title")
    # Both ends of a range, or all that a reading says, are one line.
    told = {(value.home if value.whole else value.path): value for value in reversed(rest)}
    rows = ((_name(scope, value), (_value(scope, value),)) for value in reversed(told.values()))
    yield from card(rows, scope.say("remainder.title"))


def _is_anybodys(scope: Scope, value: PrintableValue) -> bool:
    """True for the mark of one of several assessors where nobody is to be named: the median is told."""
    return bool(scope.audience) and value.model == "Score" and not value.text


def _group(value: PrintableValue) -> tuple[str, ...]:
    """What tells a value from the others: its place, or its words where they are the head of a group."""
    is_head = (value.model, value.field) in GROUPED
    return (value.model, value.field, value.text) if is_head else (value.origin.address,)


def _is_printed(value: PrintableValue, printed: set[Path]) -> bool:
    path = value.path
    return (
        path in printed
        or any(path[:end] in printed for end in range(1, len(path)))
        or value.sibling in printed
    )


def _name(scope: Scope, value: PrintableValue) -> Inlines:
    label = scope.words.field(value.model, value.field)
    if isinstance(value.whole, Reading):
        label = scope.say("remainder.disputed")
    elif value.whole or value.model in OWN_NAMES:
        label = scope.words.field("", next(key for key in reversed(value.home) if isinstance(key, str)))
    return line(f"{value.owner}: " if value.owner else "", label)


def _value(scope: Scope, value: PrintableValue) -> Inlines:
    if isinstance(value.whole, Reading):
        return disputed_reading(scope, value.whole)
    if value.whole:
        return bare_figure(scope, value.whole)
    if value.model in OWN_NAMES:
        standard, own = scope.words.field(value.model, value.field), Text(value.text, origin=value.origin)
        return line(standard, " — ", scope.tell("quoted", text=(own,)))
    if value.is_unknown:
        return (Text(scope.say("unknown.plain"), "unknown", value.origin),)
    return (Text(value.text or bare_value(scope, value.value), origin=value.origin),)
