"""Column widths in twips."""

from __future__ import annotations

from collections.abc import Sequence

LETTER = 89
"""The mean width of a letter of table text; in crowded tables that of a smaller one."""
SMALL_LETTER = 80


def shares(weights: Sequence[float], width: int) -> list[int]:
    """Column widths by weight; the last takes what rounding leaves."""
    whole = sum(weights) or 1.0
    widths = [int(width * weight / whole) for weight in weights]
    widths[-1] += width - sum(widths)
    return widths
