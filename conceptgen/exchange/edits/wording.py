"""A printed text that somebody edited → the text of the file: what was not edited stays as its author typed it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

_QUOTES: Final = "\"«»„“”‟'’‘‚"
_DASHES: Final = "-–—−‑"
_PIECES: Final = re.compile(r"\w+|\s+|[^\w\s]")
_SPACES: Final = re.compile(r"[ \t\u00a0\u202f\u2007\u2009]+")
_LONG: Final = 20_000
"""Beyond so many signs a text is taken as it is: comparing it word by word would take too long."""


def typed(text: str) -> str:
    """A printed text as one would type it: plain spaces, no soft hyphens."""
    text = text.replace("\u00ad", "").replace("\u2011", "-")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()


def is_print_of(raw: str, printed: str) -> bool:
    """True if a text of the file prints so, but for typography."""
    return _folded(raw)[0] == _folded(printed)[0]


def patched(raw: str, old: str, new: str) -> str | None:
    """The text of the file with the words changed that its print has changed; None where that is no part of it."""
    if max(map(len, (raw, old, new))) > _LONG:
        return None
    folded, places = _folded(raw)
    said, signs = _folded(old)
    at = folded.find(said) if said else -1
    if at < 0:
        return None

    def place(sign: int) -> int:
        """Where a sign of the print stands in the text."""
        here = next((n for n, each in enumerate(signs) if each >= sign), None)
        return places[at + here] if here is not None else places[at + len(said) - 1] + 1

    before, after = _PIECES.findall(old), _PIECES.findall(new)
    starts = [0]
    for piece in before:
        starts.append(starts[-1] + len(piece))
    edits = []
    matcher = SequenceMatcher(None, [*map(_key, before)], [*map(_key, after)], autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag != "equal":
            text = _SPACES.sub(" ", "".join(after[j:j_end]).replace("\u00ad", ""))
            begin = place(starts[i])
            end = place(starts[i_end]) if i_end > i else begin
            edits.append((begin, end, _as_begun(text, raw[begin : begin + 1]) if i == 0 else text))
    for begin, end, text in reversed(edits):
        raw = raw[:begin] + text + raw[end:]
    return raw if edits else None


def _as_begun(text: str, first: str) -> str:
    """A capital that the document gave a text at its beginning is none of the file's."""
    is_given = first.islower() and text[:1].isupper() and not text[1:2].isupper()
    return text[:1].lower() + text[1:] if is_given else text


def _key(piece: str) -> str:
    return _folded(piece)[0] or " "


def _folded(text: str) -> tuple[str, list[int]]:
    """A text without what typography changes (spaces, quotes, dashes, case, bold marks), and where each sign stood."""
    signs: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        sign = text[at]
        if text.startswith("**", at):
            at += 2
            continue
        if sign.isspace():
            if signs and signs[-1] != " ":
                signs.append(" ")
                places.append(at)
        elif sign != "\u00ad":
            plain = (
                '"'
                if sign in _QUOTES
                else "-"
                if sign in _DASHES
                else "..."
                if sign == "…"
                else sign.lower()[:1]
            )
            signs += plain
            places += [at] * len(plain)
        at += 1
    while signs and signs[-1] == " ":
        signs.pop()
        places.pop()
    return "".join(signs), places
