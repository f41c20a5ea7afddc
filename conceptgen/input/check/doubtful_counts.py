"""«12.000» of things that are counted is twelve to one and twelve thousand to another: the author is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from conceptgen.findings import Finding
from conceptgen.input.check.partial import node_at
from conceptgen.input.text.nodes import Mapping
from conceptgen.model.base import Change, Figure, Model, Money
from conceptgen.model.figure_bounds import numbers
from conceptgen.model.indicators import Indicator
from conceptgen.model.project import Project
from conceptgen.model.worded_numbers import may_mean_thousands
from conceptgen.origin import Path

COUNTED = ("count", "rub")
"""Units of what comes in whole pieces, or has two decimals at most; an average of three decimals has another one."""


def doubtful_counts(project: Project, tree: Mapping, say: Callable[..., Finding]) -> Iterator[Finding]:
    """A finding for every number of counted things with exactly three decimals; an indicator lends its unit."""
    around: tuple[Path, str | None] = ((), None)
    for place in project.relations.places:
        part, path = place.part, place.origin.path
        if isinstance(part, Indicator):
            around = path, part.known_unit
        lent = around[1] if path[: len(around[0])] == around[0] else None
        if _is_counted(part, lent):
            for field, number in _numbers(part, tree, path):
                if may_mean_thousands(str(number).replace(".", ",")):
                    yield say("E-TYP-05", (*path, *field), **_readings(field, number))


def _is_counted(part: Model, lent: str | None) -> bool:
    if isinstance(part, Money):
        return True
    return isinstance(part, Figure | Change) and (part.unit or lent) in COUNTED


def _numbers(part: Model, tree: Mapping, path: Path) -> Iterator[tuple[Path, Decimal]]:
    """The numbers of a figure or a change, each with its place in it."""
    if isinstance(part, Change):
        for way in ("up_by", "down_by"):
            bound = getattr(part, way)
            for field in ("value", "min", "max") if bound else ():
                if (number := getattr(bound, field)) is not None:
                    is_block = isinstance(node_at(tree, (*path, way)), Mapping)
                    yield ((way, field) if is_block else (way,)), number
    elif isinstance(part, Figure):
        yield from (((form.rstrip("_"),), number) for form, number in numbers(part))
        if isinstance(part, Money) and part.amount is not None:
            yield ("amount",), part.amount


def _readings(field: Path, number: Decimal) -> dict[str, Any]:
    """Both readings, each in a form that means nothing else."""
    written = str(number)
    short = written.rstrip("0").rstrip(".")
    first = short if short != written else f"{written}0"
    ready = {"was": written, "first": first, "second": written.replace(".", "")}
    return {"text": written} | {name: f"{field[-1]}: {value}" for name, value in ready.items()}
