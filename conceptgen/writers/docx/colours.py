"""The colours of a Word file beside those of its template, and what each colour of the template becomes for a brand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from conceptgen.document import colour
from conceptgen.document.look import Look
from conceptgen.document.typefaces import SHIPPED


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by what they mean, as Word spells them, and the font of charts.

    ``accent`` can be read on white and on ``shade``; ``fill`` is the same colour as the firm has it.
    """

    accent: str = "1F4E5F"
    fill: str = "1F4E5F"
    band: str = "1F4E5F"
    tint: str = "A9C6CF"
    shade: str = "EAF1F3"
    grey: str = "8A949A"
    silver: str = "B9C1C5"
    amber: str = "A8620B"
    sand: str = "F6E7CF"
    red: str = "9B2C2C"
    grid: str = "DDE3E6"
    ink: str = "404A50"
    font: str = SHIPPED["sans"]

    def status(self, status: str) -> str:
        """The fill of a task's bar."""
        return {"planned": self.tint, "active": self.fill, "done": self.grey}[status]

    def mark_on(self, fill: str) -> str:
        """The colour of a diamond on a bar, or on paper."""
        if fill in ("", self.tint):
            return self.accent
        return "FFFFFF" if fill == self.grey else colour.on(f"#{fill}").removeprefix("#")


DEFAULT_COLOURS = Colours()


def colours(look: Look) -> Colours:
    """The house colours, with those of the brand and what follows from them in their place."""
    brand = look.brand
    named = replace(DEFAULT_COLOURS, font=brand.text_font or DEFAULT_COLOURS.font)
    if brand.second:
        named = replace(named, band=brand.second.removeprefix("#"))
    if not brand.accent:
        return named
    shade = colour.soft(brand.accent)
    accent = colour.lettering(brand.accent)
    tint = colour.mix(accent, colour.WHITE, 0.62)
    accent, fill, tint, shade = (each.removeprefix("#") for each in (accent, brand.accent, tint, shade))
    band = named.band if brand.second else fill
    return replace(named, accent=accent, fill=fill, band=band, tint=tint, shade=shade)
