"""Cells of the report: what a link leads to or the mark that it leads nowhere, a number of things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conceptgen.composition.builders import cell, grid
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Cell, Column, Paragraph, Row
from conceptgen.document.inline import Inlines, Text, line


def explained(scope: Scope, key: str, heads: tuple[Column, ...], rows: Sequence[Row]) -> tuple[Block, ...]:
    """A table after what one must know to read it; nothing where there are no rows."""
    table = grid(scope, key, heads, rows)
    return (Paragraph(line(scope.say(f"{key}.how")), "intro"), *table) if table else ()


def broken(scope: Scope, key: str) -> Cell:
    """«нет причины», marked and shaded."""
    return cell((Text(scope.say(f"readiness.broken.{key}"), "gap"),), tone="low")


def linked(scope: Scope, key: str, found: Iterable[Inlines]) -> Cell:
    """What a link leads to, or the mark that it leads nowhere."""
    said = tuple(each for each in found if each)
    return cell(*said) if said else broken(scope, key)


def count(number: int) -> Cell:
    """A number of things."""
    return cell(line(str(number)))
