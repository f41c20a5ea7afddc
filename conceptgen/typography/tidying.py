"""What changes the length of a text: double spaces, three dots, two hyphens, a range spread by spaces, №5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.typography.binding import NBSP
from conceptgen.typography.dashes import NUMBER, is_range

_KEPT = re.compile(
    r"""((?:https?://|www\.)[^\s"«»„“”<>()]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|`[^`]*`)""",
    re.IGNORECASE,
)
_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_SPACES = re.compile(" {2,}")
_HYPHENS = re.compile("(?<= )--(?= )")
_NUMBER_SIGN = re.compile(r"№(?=[0-9])")
_WIDE_RANGE = re.compile(
    rf"(?<![\w.,/:+)№–—-])(?<![-–—+)]\s)({NUMBER}) [-–] ({NUMBER})"
    r"(?![\w–—/:+(=-]|[.,][0-9]| [-–—=] ?[0-9])"
)


def has_kept(line: str) -> bool:
    """True if a line may hold an address or code."""
    return "@" in line or "://" in line or "`" in line or "www" in line or "WWW" in line


def kept_spans(line: str) -> Iterator[tuple[int, int]]:
    """Where the addresses and the code of a line stand: not a character of them changes."""
    return (found.span() for found in _KEPT.finditer(line))


def tidied_around_kept(text: str) -> str:
    """The same beside addresses and code, which stay as they are."""
    return "".join(piece if place % 2 else tidied(piece) for place, piece in enumerate(_KEPT.split(text)))


def tidied(text: str) -> str:
    """The text without what a keyboard leaves behind."""
    if "..." in text:
        text = _DOTS.sub("…", text)
    if "  " in text:
        text = _SPACES.sub(" ", text)
    if "--" in text:
        text = _HYPHENS.sub("—", text)
    if "№" in text:
        text = _NUMBER_SIGN.sub("№" + NBSP, text)
    if " - " in text or " – " in text:
        text = _WIDE_RANGE.sub(_closed_up, text)
    return text


def _closed_up(found: re.Match[str]) -> str:
    return f"{found[1]}–{found[2]}" if is_range(found, found[1], found[2]) else found[0]
