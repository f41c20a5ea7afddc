"""Which bracket of YAML text is opened and never closed."""

from __future__ import annotations

import re

from conceptgen.load.mending import Mend

_PAIRS = {"{": "}", "[": "]"}
# Quoted texts and comments have brackets of their own; a glued ``#`` is part of a text.
_SIGN = re.compile(r"""(?<=[\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'[^']*')|\s#(?=\s)[^\n]*|[\[\]{}]""", re.DOTALL)


def unclosed(text: str, start: int) -> int | None:
    """Offset of the first bracket from ``start``, itself a bracket, that has no partner; None if all have."""
    opened: list[int] = []
    for sign in _SIGN.finditer(text, start):
        if sign[0] in _PAIRS:
            opened.append(sign.start())
        elif sign[0] in _PAIRS.values():
            if _PAIRS[text[opened[-1]]] != sign[0]:
                return opened[-1]
            opened.pop()
            if not opened:
                return None
    return opened[0] if opened else None


def close_bracket(line: str, column: int, following: str) -> list[Mend]:
    """The bracket at a column (from 0) closed at the end of its line, if the next line begins a field or an item."""
    body = re.sub(r"(?<!\s)\s+#\s.*$", "", line).rstrip()
    is_over = len(following) - len(following.lstrip()) <= len(line) - len(line.lstrip())
    if not is_over or body.endswith((*_PAIRS, ",")):
        return []
    mended = body + _PAIRS[line[column]]
    return [Mend(mended, mended.strip())]
