"""Brackets of YAML text: which is never closed, how deep they go."""

from __future__ import annotations

import re

from conceptgen.input.text.quick_fixes import Fix

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


def end_of_allowed_depth(text: str, start: int, end: int, depth: int) -> int | None:
    """Offset just after the bracket that goes deeper than ``depth``; None if none does between the offsets."""
    opened = 0
    for sign in _SIGN.finditer(text, start, end):
        if sign[0] in _PAIRS:
            opened += 1
        elif sign[0] in _PAIRS.values():
            opened = max(opened - 1, 0)
        if opened > depth:
            return sign.end()
    return None


def close_bracket(line: str, column: int, following: str) -> list[Fix]:
    """The bracket at a column (from 0) closed at the end of its line, if the next line begins a field or an item."""
    body = re.sub(r"(?<!\s)\s+#\s.*$", "", line).rstrip()
    is_over = len(following) - len(following.lstrip()) <= len(line) - len(line.lstrip())
    if not is_over or body.endswith((*_PAIRS, ",")):
        return []
    mended = body + _PAIRS[line[column]]
    return [Fix(mended, mended.strip())]
