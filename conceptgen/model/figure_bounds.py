"""Figures compared: the bounds a figure may lie between, whatever its form."""

from __future__ import annotations

from decimal import Decimal

from conceptgen.model.base import Figure

Bounds = tuple[Decimal | None, Decimal | None]
"""The least and the greatest a figure may be; None where nothing bounds it."""
SECONDS = {"sec": Decimal(1), "min": Decimal(60), "hour": Decimal(3600)}
"""Units of time that can be turned into one another."""
SHORTEST = {"monthly": 28, "quarterly": 90, "half_year": 181, "yearly": 365}
LONGEST = {"monthly": 31, "quarterly": 92, "half_year": 184, "yearly": 366}
"""How many days lie between two measurements, at least and at most; what is done more often is always in time."""


def bounds(figure: Figure | None) -> Bounds:
    """What a figure says of its value; (None, None) for a state, a change, an unknown."""
    if figure is None:
        return None, None
    if figure.min is not None:
        return figure.min, figure.max
    if figure.value is not None or figure.about is not None:
        exact = figure.value if figure.value is not None else figure.about
        return exact, exact
    lower = (figure.at_least, figure.more_than, figure.from_)
    upper = (figure.at_most, figure.less_than)
    return (
        next((each for each in lower if each is not None), None),
        next((each for each in upper if each is not None), None),
    )


def numbers(figure: Figure) -> tuple[tuple[str, Decimal], ...]:
    """Every number a figure is written with, and its field."""
    forms = ("value", "min", "max", "at_least", "at_most", "more_than", "less_than", "from_", "about")
    found = ((form, getattr(figure, form)) for form in forms)
    return tuple((form, number) for form, number in found if number is not None)


def rounded(number: Decimal) -> Decimal:
    """To one decimal, and to none where that is nought."""
    tenths = number.quantize(Decimal("0.1"))
    return tenths.quantize(Decimal(1)) if tenths == tenths.to_integral_value() else tenths
