"""The colours of a document, in one place: the page and its charts take them from here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from conceptgen.document.look import Look


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour by what it means. Text colours keep a contrast of 4.5 : 1 on white."""

    accent: str = "#1F4E5F"
    accent_soft: str = "#E4EDF0"
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
    groups: tuple[str, ...] = ("#1F4E5F", "#7A5230", "#5D6B2F", "#6A4C7D", "#3B6EA5", "#8A3B4A")


def palette(look: Look) -> Palette:
    """The house colours with those of the brand in their place."""
    accent = look.brand.accent
    return replace(HOUSE, accent=accent) if accent else HOUSE


HOUSE = Palette()
