"""Letters our fonts lack: to Typst each is a fault, so another sign stands in its place, which the user is told of."""

from __future__ import annotations

import unicodedata

from conceptgen.writers.pdf.glyphs import UNDRAWN, drawn

_USUAL = {
    "→": "=>", "←": "<-", "↔": "<=>", "⇒": "=>", "⇐": "<=", "⇔": "<=>", "➔": "=>", "➜": "=>", "⟶": "=>",
    "►": ">", "▶": ">", "✓": "√", "✔": "√", "☑": "√", "✗": "×", "✘": "×", "☒": "×", "★": "*", "☆": "*",
    "●": "•", "▪": "•", "■": "•", "○": "°", "\u2010": "-", "\u2012": "–", "\u2015": "—", "′": "'", "″": "''",
    "≡": "=", "\ufeff": "",
}  # fmt: skip
"""What people put for these signs themselves where a keyboard has none; not «->», which a line may divide."""
_REFUSED = frozenset("\ufeff")
"""What a font need not draw, and PDF/UA does not let in."""


def drawable(text: str) -> str:
    """The text with a stand-in for each sign that cannot be drawn; a sign nobody knows becomes its code."""
    used = set(text)
    lacking = used - drawn() - UNDRAWN | used & _REFUSED
    return text.translate({ord(char): stand_in(char) for char in lacking}) if lacking else text


def stand_in(char: str) -> str:
    """What is printed in place of a sign our fonts lack."""
    if char in _USUAL:
        return _USUAL[char]
    if char.isspace():
        return " "
    if unicodedata.category(char) == "Cf" or "VARIATION SELECTOR" in unicodedata.name(char, ""):
        return ""  # nothing to be seen: it says how another sign is to look
    plain = unicodedata.normalize("NFKD", char)
    if plain != char and set(plain) <= drawn() and plain.isprintable():
        return plain
    return f"[U+{ord(char):04X}]"
