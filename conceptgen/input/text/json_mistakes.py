"""Where strict JSON was left → what the author did, in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conceptgen.input.findings_report import Place, Report, name_of
from conceptgen.input.text.characters import ODD_SPACES
from conceptgen.input.text.source import Source

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?[^\W\d][\w-]*")
_NUMBER = re.compile(r"[+-]?[\d.][\w.+-]*")
_GOOD_TEXT = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_PYTHON = {"True": "true", "False": "false", "None": "null", "NULL": "null", "Null": "null"}
_NOT_NUMBERS = ("NaN", "Infinity", "-Infinity", "nan", "inf", "-inf")


@dataclass(frozen=True)
class StopPoint:
    """Where reading stopped: after this offset, in this state, inside what was opened there."""

    offset: int
    state: str
    opened: Place
    bracket: str


def explain(source: Source, spot: StopPoint, report: Report) -> None:
    """Report the mistake."""
    text = source.text
    start = spot.offset + len(_SPACE.match(text, spot.offset)[0])  # type: ignore[index]
    at = source.place(start)
    if start >= len(text):
        report.add("E-JSN-01", spot.opened, "unclosed", bracket=spot.bracket)
        return
    character = text[start]
    if character in ODD_SPACES:
        report.add("E-JSN-01", at, "odd_space", character=name_of(character))
    elif character == '"' and spot.state not in ("colon", "after", "end"):
        _explain_text(source, start, report)
    elif character in "'/#`«“„":
        report.add("E-JSN-01", at, "comment" if character in "/#" else "quotes", sign=character)
    elif variant := _misplaced(character, spot):
        report.add("E-JSN-01", at, variant)
    elif spot.state in ("key", "first key"):
        _explain_bare(text, start, at, report)
    else:
        _explain_value(text, start, at, report)


def _misplaced(character: str, spot: StopPoint) -> str:
    if spot.state == "end":
        return "extra"
    if spot.state == "colon":
        return "no_colon"
    if (spot.state, spot.bracket + character) in (("key", "{}"), ("value", "[]")):
        return "trailing_comma"
    if spot.state == "after":
        return "wrong_bracket" if character in "}]" else "no_comma"
    return "no_value" if character in ",:}]" else ""


def _explain_text(source: Source, start: int, report: Report) -> None:
    good = _GOOD_TEXT.match(source.text, start)
    end = good.end() if good else start + 1
    stopped_by = source.text[end : end + 1]
    if stopped_by == "\\":
        escape = source.text[end : end + 2]
        report.add("E-JSN-01", source.place(end), "backslash", escape=escape)
    elif stopped_by == "\t":
        report.add("E-JSN-01", source.place(end), "tab")
    else:
        report.add("E-JSN-01", source.place(start), "open_text")


def _explain_bare(text: str, start: int, at: Place, report: Report) -> None:
    word = _WORD.match(text, start) or _NUMBER.match(text, start)
    if word:
        report.add("E-JSN-01", at, "bare_key", fixed=f'"{word[0]}"', word=word[0])
    else:
        report.add("E-JSN-01", at, "unexpected", sign=text[start])


def _explain_value(text: str, start: int, at: Place, report: Report) -> None:
    word, number = _WORD.match(text, start), _NUMBER.match(text, start) or re.compile("-").match(text, start)
    if word and word[0] in _NOT_NUMBERS:
        report.add("E-JSN-01", at, "not_a_number", word=word[0])
    elif word:
        report.add("E-JSN-01", at, "bare", fixed=_PYTHON.get(word[0], f'"{word[0]}"'), word=word[0])
    elif number:
        report.add("E-JSN-01", at, "number", word=number[0])
    else:
        report.add("E-JSN-01", at, "unexpected", sign=text[start])
