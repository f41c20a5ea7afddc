"""Typefaces by name: which every Word has, and whether one has serifs."""

from __future__ import annotations

from typing import Literal

Kind = Literal["serif", "sans"]

SHIPPED: dict[Kind, str] = {"serif": "PT Serif", "sans": "PT Sans"}
"""What a PDF is set in."""
_SANS = (
    "Arial", "Arial Narrow", "Calibri", "Candara", "Century Gothic", "Corbel", "Franklin Gothic Medium",
    "Segoe UI", "Tahoma", "Trebuchet MS", "Verdana",
)  # fmt: skip
_SERIF = (
    "Book Antiqua", "Bookman Old Style", "Cambria", "Constantia", "Garamond", "Georgia", "Palatino Linotype",
    "Times New Roman",
)  # fmt: skip
COMMON = tuple(sorted(_SANS + _SERIF))
"""Those that come with Word or its system, Cyrillic letters included."""
_KINDS: dict[str, Kind] = {
    **{name.casefold(): "sans" for name in _SANS},
    **{name.casefold(): "serif" for name in _SERIF},
}


def is_common(name: str) -> bool:
    """True if every Word has the typeface."""
    return name.casefold() in _KINDS


def kind(name: str, unless_known: Kind) -> Kind:
    """True if a typeface has serifs, as far as its name tells."""
    folded = name.casefold()
    guess: Kind = "sans" if "sans" in folded else "serif" if "serif" in folded else unless_known
    return _KINDS.get(folded, guess)
