"""A table as data: its columns, what repeats at the head, its rows and how each stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from conceptgen.document.blocks import Cell, Column, Document, Row, StripChart, Table
from conceptgen.writers.columns import FINE_TYPE, SMALL_TYPE, Layout, crowded
from conceptgen.writers.html.views import aligned, more_heads
from conceptgen.writers.profiles import Profile
from conceptgen.writers.typst.inline import Said, line

Strips = Callable[[StripChart, float], tuple[str, str]]
"""Draws a strip that takes so much of the text width: the drawing, and what it says."""
SIZE, POSTER, BODY = 10.0, 12.0, 10.5
TO_SIGN = 6.5
"""The least height of a row to sign in, in millimetres."""


def table(
    block: Table, stands: Layout, strips: Strips, *, caption: Said, anchor: str, size: float
) -> dict[str, Any]:
    """The table; ``size`` of its type in points."""
    heads = [[_head(column) for column in block.columns]] if block.has_heads else []
    heads += [[_cell(each, "left") for each in row.cells] for row in more_heads(block)]
    rows = [
        _row(row, block, whole, stands, strips)
        for row, whole in zip(block.rows, stands.whole, strict=True)
        if row.role != "head"
    ]
    return {
        "kind": "table",
        "card": block.role == "card",
        "signature": block.role == "signature",
        "shares": [round(10_000 * share) for share in stands.shares],
        "heads": heads,
        "rows": rows,
        "together": stands.together,
        "stays": block.stays,
        "caption": caption,
        "anchor": anchor,
        "size": size,
        "fine": block.fine,
        "ruled": block.ruled,
    }


def size(block: Table, landscape: bool, document: Document, profile: Profile | None) -> float:
    """The size of the type of a table, in points."""
    if block.fine:
        return FINE_TYPE
    if block.role == "signature":
        return profile.size if profile else BODY
    if profile:
        return profile.map if landscape and crowded(block) else profile.table
    if document.poster:
        return POSTER
    return SMALL_TYPE if crowded(block) or block.role == "card" or document.close else SIZE


def _head(column: Column) -> dict[str, Any]:
    return _cell(Cell((column.head,), tone=column.tone), column.align)


def _row(row: Row, block: Table, whole: bool, stands: Layout, strips: Strips) -> dict[str, Any]:
    cells = [
        _strip(cell.strip, cell.span, stands, strips) if cell.strip else _cell(cell, side)
        for cell, side in _sided(row, block)
    ]
    return {
        "role": row.role,
        "whole": whole,
        "cells": cells,
        "height": row.height or TO_SIGN * (row.role == "sign"),
    }


def _sided(row: Row, block: Table) -> Iterator[tuple[Cell, str]]:
    """Each cell with its alignment: that of its column, but a sub-heading begins at the left."""
    for at, (cell, side, _) in enumerate(aligned(row, block)):
        yield cell, "left" if row.role == "group" and at == 0 else side


def _strip(chart: StripChart, span: int, stands: Layout, strips: Strips) -> dict[str, Any]:
    drawn, alt = strips(chart, sum(stands.shares[-span:]))
    return {"svg": drawn, "alt": alt, "span": span}


def _cell(cell: Cell, side: str) -> dict[str, Any]:
    """What differs from the usual is said, the rest is not: a large table has many cells."""
    said: dict[str, Any] = {"lines": [line(each) for each in cell.paragraphs]}
    if cell.span > 1:
        said["span"] = cell.span
    if cell.tone != "none":
        said["tone"] = cell.tone
    if side != "left":
        said["side"] = side
    return said
