"""The fonts of a PDF: PT Serif for text, PT Sans for headings and tables, each file under a name of ours."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import fontpkg

FAMILIES = ("PT Serif", "PT Sans")
_STYLES = (("normal", 400), ("italic", 400), ("normal", 700), ("italic", 700))


@cache
def files() -> dict[str, Path]:
    """Every font file by the address the style sheet calls it by."""
    return {
        f"font:{family.replace(' ', '-')}-{weight}-{style}": Path(fontpkg.path(family, weight, style))
        for family in FAMILIES
        for style, weight in _STYLES
    }


@cache
def style_sheet() -> str:
    """The ``@font-face`` rules that make the files known."""
    return "\n".join(
        f"@font-face {{ font-family: '{family}'; font-weight: {weight}; font-style: {style}; "
        f"src: url('font:{family.replace(' ', '-')}-{weight}-{style}'); }}"
        for family in FAMILIES
        for style, weight in _STYLES
    )
