"""Column widths in twips."""

from __future__ import annotations

from collections.abc import Sequence

from conceptgen.document.blocks import Table
from conceptgen.writers.columns import crowded, scale
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.styles.roles import TypeSize
from conceptgen.writers.profiles import profile_of

LETTER = 95
"""The mean width of a letter of table text; in crowded tables that of a smaller one."""
SMALL_LETTER = 86
WIDE = 11000
"""Twips of text that only a page on its side has."""


def is_small(table: Table, build: Build) -> bool:
    """True if a table is set in the smaller type: cards and many columns; in an official layout wide ones only."""
    if profile_of(build.document):
        return crowded(table) and build.width > WIDE
    return crowded(table) or table.role == "card"


def type_size(table: Table, build: Build) -> TypeSize:
    """Which of the styles of each kind of text a table takes."""
    return "Fine" if table.fine else "Small" if is_small(table, build) else ""


def letter(table: Table, build: Build) -> float:
    """The mean width of a letter in a table."""
    if is_small(table, build):
        return SMALL_LETTER / scale(table)
    profile = profile_of(build.document)
    return LETTER * profile.letter if profile else LETTER


def shares(weights: Sequence[float], width: int) -> list[int]:
    """Column widths by weight; the last takes what rounding leaves."""
    whole = sum(weights) or 1.0
    widths = [int(width * weight / whole) for weight in weights]
    widths[-1] += width - sum(widths)
    return widths
