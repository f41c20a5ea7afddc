"""The colours of a document, in one place: the page and its charts take them from here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from conceptgen.document import colour
from conceptgen.document.look import Brand, Look


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour by what it means. Text colours keep a contrast of 4.5 : 1 on white.

    ``accent`` can be read wherever it stands; ``fill`` is the same colour as the firm has it, for areas, and
    ``on_fill`` what is written on them. ``band`` is the edge of the title page and of leads.
    """

    accent: str = "#1F4E5F"
    accent_soft: str = "#E4EDF0"
    fill: str = "#1F4E5F"
    on_fill: str = "#FFFFFF"
    band: str = "#1F4E5F"
    ink: str = "#1D2529"
    muted: str = "#5A666D"
    rule: str = "#C5D0D5"
    grid: str = "#DDE4E7"
    paper: str = "#FFFFFF"
    target: str = "#A8620B"
    target_soft: str = "#F6E7CF"
    earlier: str = "#7C8A92"
    threshold: str = "#9B2C2C"
    planned: str = "#A9C6CF"
    done: str = "#8A949A"
    gap: str = "#FFF1A8"
    low: str = "#FBE1DE"
    good: str = "#E0F0E2"
    quiet: str = "#F0F2F3"
    before: str = "#D3E5F3"
    during: str = "#F5E6BE"
    after: str = "#EAE2F3"
    cross: str = "#DFE4E6"
    few: str = "#FBE9DD"
    some: str = "#F6CDB2"
    many: str = "#EBA985"
    groups: tuple[str, ...] = ("#1F4E5F", "#7A5230", "#5D6B2F", "#6A4C7D", "#3B6EA5", "#8A3B4A")


@dataclass(frozen=True, slots=True)
class Night:
    """The colours of the brand on a dark screen."""

    accent: str
    accent_soft: str
    fill: str
    on_fill: str
    band: str


DEFAULT_PALETTE = Palette()
_APART = 0.12
"""Groups nearer to each other than this are not told apart."""
_DARK, _DARK_QUIET = "#14191C", "#232B2F"
_DARK_SOFT = "#20292E"


def palette(look: Look) -> Palette:
    """The house colours, with those of the brand and what follows from them in their place."""
    brand = look.brand
    if not (brand.accent or brand.second):
        return DEFAULT_PALETTE
    fill = brand.accent or DEFAULT_PALETTE.fill
    soft = colour.soft(fill) if brand.accent else DEFAULT_PALETTE.accent_soft
    accent = colour.lettering(fill) if brand.accent else DEFAULT_PALETTE.accent
    return replace(
        DEFAULT_PALETTE,
        accent=accent,
        accent_soft=soft,
        fill=fill,
        on_fill=colour.on(fill),
        band=brand.second or fill,
        planned=colour.mix(accent, DEFAULT_PALETTE.paper, 0.62) if brand.accent else DEFAULT_PALETTE.planned,
        groups=_groups(accent, brand),
    )


def _groups(accent: str, brand: Brand) -> tuple[str, ...]:
    """The firm's colours first, then those of the house that are not too much like them; white reads on each."""
    own = [accent, *([colour.readable(brand.second, DEFAULT_PALETTE.paper)] if brand.second else [])]
    rest = DEFAULT_PALETTE.groups[1:] if len(own) == 1 else DEFAULT_PALETTE.groups[2:]
    return (*own, *(each for each in rest if all(colour.distance(each, mine) > _APART for mine in own)))


def night(look: Look) -> Night | None:
    """What the brand's colours become on a dark screen; None without a brand's colour."""
    if not look.brand.accent:
        return None
    fill = look.brand.accent
    soft = colour.mix(_DARK_SOFT, fill, 0.12)
    # A light sheet of colour dazzles at night: the band of the title page keeps the hue and little of the light.
    band = colour.mix(fill, _DARK, 0.55)
    return Night(
        accent=colour.readable(fill, soft, _DARK_QUIET, _DARK, least=colour.EASY),
        accent_soft=soft,
        fill=band,
        on_fill=colour.on(band),
        band=colour.readable(look.brand.second or fill, _DARK, least=colour.VISIBLE),
    )
