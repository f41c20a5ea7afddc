"""The typefaces that travel inside the Word template: PT Serif and PT Sans, as small as Russian and English need.

Word wants an embedded font obfuscated: its first bytes are mixed with a key, which is the name of the file. Run this
file to cut the fonts anew into ``templates/docx/fonts``; ``house_template.py`` only puts them into the template.
"""

from __future__ import annotations

import io
import uuid
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "docx" / "fonts"
FAMILIES = {"PT Serif": "roman", "PT Sans": "swiss"}
CUTS = (("Regular", 400, "normal"), ("Bold", 700, "normal"), ("Italic", 400, "italic"))
LETTERS = ((0x20, 0x17F), (0x400, 0x52F), (0x2000, 0x206F), (0x20A0, 0x22FF), (0x25A0, 0x25FF))
_SPACE = uuid.UUID("6d0c6ae8-6b0e-5b0e-9a3f-0c5b9c1d7a11")
_MIXED = 32


@dataclass(frozen=True, slots=True)
class Embedded:
    """One font of a family as it lies in a Word file; ``key`` as Word writes it, in braces."""

    family: str
    cut: str
    key: str
    data: bytes

    @property
    def part(self) -> str:
        """Its place in the package, below ``word``."""
        return f"fonts/{_name(self.family, self.cut)}.odttf"


def embedded() -> list[Embedded]:
    """Every font of the house, obfuscated; the same bytes every time."""
    return [_embedded(family, cut) for family in FAMILIES for cut, *_ in CUTS]


def _embedded(family: str, cut: str) -> Embedded:
    key = uuid.uuid5(_SPACE, f"{family} {cut}")
    data = (FOLDER / f"{_name(family, cut)}.ttf").read_bytes()
    return Embedded(family, cut, f"{{{str(key).upper()}}}", _obfuscated(data, key))


def _obfuscated(data: bytes, key: uuid.UUID) -> bytes:
    """The first bytes mixed with the digits of the key, last pair first, twice over."""
    mask = bytes.fromhex(key.hex)[::-1] * 2
    return bytes(a ^ b for a, b in zip(data[:_MIXED], mask, strict=True)) + data[_MIXED:]


def _name(family: str, cut: str) -> str:
    return f"{family.replace(' ', '')}-{cut}"


def cut_fonts() -> None:
    """Cut the shipped fonts to the letters of our languages, without instructions for coarse screens."""
    import fontpkg
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    FOLDER.mkdir(exist_ok=True)
    for family in FAMILIES:
        for cut, weight, style in CUTS:
            font = TTFont(fontpkg.path(family, weight, style), recalcTimestamp=False)
            wanted = Subsetter(Options(hinting=False, name_IDs=["*"], notdef_outline=True))
            wanted.populate(unicodes=[code for first, last in LETTERS for code in range(first, last + 1)])
            wanted.subset(font)
            file = io.BytesIO()
            font.save(file, reorderTables=True)
            (FOLDER / f"{_name(family, cut)}.ttf").write_bytes(file.getvalue())


if __name__ == "__main__":
    cut_fonts()
