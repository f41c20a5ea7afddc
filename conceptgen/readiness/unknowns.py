"""5. What is not known yet: every stated unknown, where it stands in words, until when and by whom it is found out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from conceptgen.composition.builders import Piece, grid, group, h1, row
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Row
from conceptgen.document.inline import Inlines, line
from conceptgen.languages import vocabulary
from conceptgen.model.base import Model, Unknown
from conceptgen.model.naming import naming_field, own_name
from conceptgen.model.walk import Place, fields_of
from conceptgen.origin import Path
from conceptgen.readiness.builders import broken, heads


def blocks(scope: Scope) -> Iterator[Piece]:
    """Section 5."""
    found = [(place, place.part) for place in scope.relations.places if isinstance(place.part, Unknown)]
    if not found:
        return
    yield h1(scope, "readiness.unknowns.title")
    columns = heads(scope, ("unknown", 3.4), ("why", 1.6), ("until", 1.4), ("finds_out", 1.8))
    at = {place.origin.path: place.part for place in scope.relations.places}
    rows: list[Row] = []
    for chapter, those in groupby(found, lambda pair: _chapter(pair[0].origin.path)):
        rows.append(group(line(scope.words.field(*chapter)), 4))
        rows += [_row(scope, place, unknown, at) for place, unknown in those]
    yield from grid(scope, "readiness.unknowns", columns, rows)


def _chapter(path: Path) -> tuple[str, str]:
    """The model and field that name the part of the input it stands in."""
    return ("Concept", str(path[1])) if path[0] == "concept" else ("Project", str(path[0]))


def _row(scope: Scope, place: Place, unknown: Unknown, at: dict[Path, Model]) -> Row:
    reason = line(scope.label("unknown_reason", unknown.reason)) if unknown.reason else ()
    until, who = scope.date(unknown, "resolve_by"), scope.who(unknown, "owner")
    return row(
        scope.cell(*_address(scope, place, at)),
        scope.cell(reason),
        scope.cell(until) if until else broken(scope, "until"),
        scope.cell(who) if who else broken(scope, "finds_out"),
    )


def _address(scope: Scope, place: Place, at: dict[Path, Model]) -> tuple[Inlines, ...]:
    """The field, and under it what it is of: «Исходное значение», «Время ожидания»."""
    path = place.origin.path
    fields = [label for end in range(1, len(path)) if (label := _field(scope, path[: end + 1], at))]
    named = [name for end in range(len(path)) if (name := _name(scope, at.get(path[:end])))]
    return scope.capital(line(fields[-1] if fields else "")), scope.quiet_line(named[-1] if named else ())


def _field(scope: Scope, path: Path, at: dict[Path, Model]) -> str:
    """What the last step of a path is called; "" for a place in a list, for «unknown» itself."""
    holder, key = at.get(path[:-1]), path[-1]
    if holder is None or isinstance(key, int) or key == "unknown":
        return _key(scope, path, at)
    names = {each: name for name, each, _ in fields_of(type(holder))}
    return scope.words.field(type(holder).__name__, names[key])


def _key(scope: Scope, path: Path, at: dict[Path, Model]) -> str:
    """An entry of a mapping: what its id names."""
    is_entry = isinstance(path[-1], str) and path[-1] != "unknown" and at.get(path[:-1]) is None
    known = vocabulary(scope.words.language)["documents"]["built_in"]
    return str(known.get(path[-1], "")) if is_entry else ""


def _name(scope: Scope, part: Model | None) -> Inlines:
    """What a part is called, if it is called anything."""
    return scope.t(part, naming_field(part)) if own_name(part) else ()
