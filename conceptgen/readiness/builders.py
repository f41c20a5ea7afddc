"""Small builders of the report: columns by its own heads, and the mark of a link that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from conceptgen.composition.builders import Align, cell
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Cell, Column
from conceptgen.document.inline import Inlines, Text, line


def heads(scope: Scope, *specs: tuple[str, float] | tuple[str, float, Align]) -> tuple[Column, ...]:
    """Columns by (key of the head, share of the width, alignment)."""
    return tuple(
        Column(
            line(scope.say(f"readiness.columns.{spec[0]}")), spec[1], spec[2] if len(spec) == 3 else "left"
        )
        for spec in specs
    )


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
