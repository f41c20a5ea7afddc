"""The repairs that findings spell out, made in the text of the file; every other byte stays as it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from conceptgen.findings import Edit, Finding
from conceptgen.input.text.source import LINE_ENDS

_ROUNDS = 30
"""A repair may bring the next mistake to light; who has more layers of them starts the command again."""
_MARK = "\ufeff"
_END = re.compile("(" + "|".join(LINE_ENDS) + ")")


@dataclass(frozen=True, slots=True)
class Fixed:
    """The repaired bytes, and the findings whose repairs were made."""

    data: bytes
    made: tuple[Finding, ...]


def fix(data: bytes, find: Callable[[bytes], Iterable[Finding]]) -> Fixed:
    """Make every repair, look again, until nothing more is to be made; ``find`` says what is wrong with a text.

    A text in another encoding than UTF-8 is left alone.
    """
    made: list[Finding] = []
    for _ in range(_ROUNDS):
        repaired, done = _round(data, find(data))
        if not done:
            break
        data = repaired
        made += done
    return Fixed(data, tuple(made))


def _round(data: bytes, findings: Iterable[Finding]) -> tuple[bytes, list[Finding]]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data, []
    mark = _MARK if text.startswith(_MARK) else ""
    pieces = _END.split(text.removeprefix(_MARK))
    done: list[Finding] = []
    for finding in sorted(findings, key=lambda each: (each.line, each.column)):
        edit = finding.edit
        line = _line_after(pieces, edit, {each.edit.line for each in done if each.edit}) if edit else None
        if edit and line is not None:
            pieces[(edit.line - 1) * 2] = line
            done.append(finding)
    return (mark + "".join(pieces)).encode(), done


def _line_after(pieces: list[str], edit: Edit, touched: set[int]) -> str | None:
    """The line with the edit made; None where the text is not what the edit takes it for, or was touched already."""
    at, start = (edit.line - 1) * 2, edit.column - 1
    if edit.line in touched or at >= len(pieces):
        return None
    line = pieces[at]
    quote = line[start : start + 1]
    if quote in ("'", '"') and not edit.old.startswith(quote):
        old, new = f"{quote}{edit.old}{quote}", f"{quote}{edit.new}{quote}"
    else:
        old, new = edit.old, edit.new
    if old == new or not line.startswith(old, start):
        return None
    return line[:start] + new + line[start + len(old) :]
