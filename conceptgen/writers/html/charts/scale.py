"""From values to places: a straight scale, and numbers as they are printed on an axis."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from conceptgen.languages import decimal_sign


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


def printed(value: Decimal, language: str, places: int | None = None) -> str:
    """A number as the axis prints it, or with so many decimals: the decimal sign of the language, a true minus."""
    text = (f"{value.normalize():f}" if places is None else f"{value:.{places}f}").replace("-", "−")
    return text.replace(".", decimal_sign(language))
