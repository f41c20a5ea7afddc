"""5. What is not known yet: every stated unknown, where it stands in words, until when and by whom it is found out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from conceptgen.composition.builders import Piece, cell, columns, grid, group, h1, row
from conceptgen.composition.lines import quiet_line
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Row
from conceptgen.document.inline import line
from conceptgen.model.base import Unknown
from conceptgen.origin import Path
from conceptgen.readiness.addresses import Addresses
from conceptgen.readiness.builders import broken


def blocks(scope: Scope) -> Iterator[Piece]:
    """What is not known yet, who finds it out and by when."""
    places = scope.relations.places
    found = [(each.origin.path, each.part) for each in places if isinstance(each.part, Unknown)]
    if not found:
        return
    yield h1(scope, "readiness.unknowns.title")
    heads = columns(
        scope, ("unknown", 3.4), ("why", 1.6), ("until", 1.4), ("finds_out", 1.8), of="readiness.columns"
    )
    addresses = Addresses(scope)
    rows: list[Row] = []
    for chapter, those in groupby(found, lambda pair: addresses.chapter(pair[0])):
        rows.append(group(chapter, 4))
        rows += [_row(scope, addresses, path, unknown) for path, unknown in those]
    yield from grid(scope, "readiness.unknowns", heads, rows)


def _row(scope: Scope, addresses: Addresses, path: Path, unknown: Unknown) -> Row:
    reason = line(scope.label("unknown_reason", unknown.reason)) if unknown.reason else ()
    until, who = scope.date(unknown, "resolve_by"), scope.who(unknown, "owner")
    return row(
        cell(addresses.field(path), quiet_line(addresses.name(path))),
        cell(reason),
        cell(until) if until else broken(scope, "until"),
        cell(who) if who else broken(scope, "finds_out"),
    )
