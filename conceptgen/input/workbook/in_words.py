"""A sentence that speaks of the file told to one who sees sheets: columns by their heads, values by their labels."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from conceptgen.input.workbook.figures import words_of
from conceptgen.input.workbook.kinds import kind_of
from conceptgen.input.workbook.one_line import from_one_line
from conceptgen.languages import LANGUAGES, say, vocabulary
from conceptgen.model.base import Model, Unknown
from conceptgen.model.project import Project
from conceptgen.model.walk import models_in

# Each repetition is bounded, so that no long word is looked through again and again.
_KEY: Final = r"(?<![a-z_])[a-z_]{1,30}"
_UNKNOWN: Final = re.compile(
    rf"(?:{_KEY}: )?(?:\[?\{{{_KEY}: ){{0,4}}\[?\{{?\bunknown: \{{[^{{}}]{{0,200}}\}}[\]}}]{{0,8}}"
)
_BARE_UNKNOWN: Final = re.compile(r"\bunknown\b")
_PAIR: Final = re.compile(r" \(([a-z_]{1,30}): ([^()]{0,300})\)")
_WORD: Final = re.compile(r"[a-z0-9_]+")
_PATH: Final = r"[a-z_]{1,30}(?:\.[a-z_]{1,30}|\[\d{1,6}\]){0,40}"
_KEYS: Final = re.compile(rf" \(({_PATH}(?:(?:, | или | or ){_PATH}){{0,8}})\)")
_FIGURE: Final = re.compile(rf"{_KEY}: (\{{[a-z_]{{1,30}}: [^{{}}]{{0,200}}\}})")
_QUOTED: Final = re.compile(r"(«[^«»]{0,500}(?:«[^«»]{0,500}»[^«»]{0,500}){0,9}»|“[^“”]{0,900}”)")


def in_sheet_words(text: str, language: str) -> str:
    """The sentence without keys: «Срок» (deadline) → «Срок», (status: done) → — «выполнено», unknown: {…} →
    «неизвестно».
    """
    text = _outside_quotes(text, lambda said: _UNKNOWN.sub(say(language, "workbook.told.unknown"), said))
    text = _outside_quotes(
        text, lambda said: _PAIR.sub(lambda found: _pair(found[1], found[2], language), said)
    )
    text = _outside_quotes(text, lambda said: _FIGURE.sub(lambda found: _figure(found, language), said))
    text = _outside_quotes(text, lambda said: _KEYS.sub(_without_key, said))
    if str(vocabulary(language)["written"]["unknown"]) == "unknown":
        return text
    return _outside_quotes(text, lambda said: _BARE_UNKNOWN.sub(say(language, "workbook.told.unknown"), said))


def _figure(found: re.Match[str], language: str) -> str:
    """A figure as people say it; anything else as it is."""
    told = from_one_line(found[1])
    words = words_of(told, language) if isinstance(told, dict) else ""
    return say(language, "documents.changes.quoted", text=words) if words else found[0]


def _outside_quotes(text: str, change: Callable[[str], str]) -> str:
    """What stands in quotes is a name of the client's own, and stays."""
    pieces = _QUOTED.split(text)
    return "".join(piece if n % 2 else change(piece) for n, piece in enumerate(pieces))


def _pair(key: str, value: str, language: str) -> str:
    if not _WORD.fullmatch(value):
        return ""
    if value in ("true", "false"):
        value = str(vocabulary(language)["written"][f"is_{value}"]).split()[0]
    else:
        value = _label(key, value, language)
    return say(language, "workbook.told.value", value=value)


def _label(key: str, value: str, language: str) -> str:
    lists = vocabulary(language)["lists"]
    return next((str(lists[each][value]) for each in _lists().get(key, ()) if value in lists[each]), value)


def _without_key(found: re.Match[str]) -> str:
    ways = re.split(r", | или | or ", re.sub(r"\[\d+\]", "", found[1]))
    return "" if all(way.rpartition(".")[2] in _lists() for way in ways) else found[0]


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    """Every key of the input, and the lists that its value may come from."""
    found: dict[str, tuple[str, ...]] = {"unknown": ()}
    seen: set[type[Model]] = set()
    left: list[type[Model]] = [Project, Unknown]
    while left:
        kind = left.pop()
        if kind in seen:
            continue
        seen.add(kind)
        for name, info in kind.model_fields.items():
            listed = kind_of(kind, name).listed
            known = found.setdefault(info.alias or name, ())
            if listed and listed in vocabulary(LANGUAGES[0])["lists"]:
                found[info.alias or name] = (*known, listed)
            left += models_in(info.annotation)
    return found
