"""From values to places: round tick values, a straight scale, and numbers as they are printed on an axis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values to pixels; values outside are held at its ends."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        """Where a value lies."""
        spread = self.high - self.low
        share = float((value - self.low) / spread) if spread else 0.0
        return place(self.start + (self.end - self.start) * min(1.0, max(0.0, share)))


def place(value: float) -> float:
    """A coordinate with one decimal: enough for the eye, the same on every machine."""
    return round(value, 1) + 0.0


def step(low: Decimal, high: Decimal, most: int) -> Decimal:
    """The smallest round step that cuts the span into at most ``most`` pieces."""
    span = (high - low) or Decimal(1)
    size = Decimal(1).scaleb((span / most).adjusted())
    return next(size * factor for factor in _STEPS if size * factor * most >= span)


def ticks(low: Decimal, high: Decimal, most: int = 6) -> tuple[Decimal, ...]:
    """Round values that enclose the span from ``low`` to ``high``."""
    by = step(low, high, most)
    first, last = int((low / by).__floor__()), int((high / by).__ceil__())
    return tuple(by * n for n in range(first, max(last, first + 1) + 1))


def known(values: Iterable[Decimal | None]) -> list[Decimal]:
    """The values that are there."""
    return [value for value in values if value is not None]


def printed(value: Decimal, language: str) -> str:
    """A number as the axis prints it: decimal comma in Russian, a true minus."""
    text = f"{value.normalize():f}".replace("-", "−")
    return text.replace(".", ",") if language == "ru" else text
