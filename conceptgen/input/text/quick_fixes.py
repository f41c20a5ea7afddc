"""A line with a quoting mistake → the same line put right, as a suggestion to the user."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conceptgen.languages.written import any_of, written

_KEY = r"""(?:[A-Za-z_][\w-]*|"[^"]*"|'[^']*')[ ]*:[ ]+"""
_HEADS = (
    rf"[ ]*(?:-[ ]+)*{_KEY}",  # a key of ours before the text
    r"[ ]*(?:-[ ]+)+",  # a text of a list
    r"[ ]*[^\s:#]+:[ ]+",  # a key in another alphabet
)
_LINES = tuple(
    re.compile(rf"^(?P<head>{head})(?P<value>\S(?:.*?\S)??)(?P<tail>\s+#(?:\s.*)?|\s*)$") for head in _HEADS
)
_ENTRY = re.compile(
    r"(?:^|(?<=[\[{,]))(?P<head>\s*(?:[^\W\d][\w-]*:[ ]+)?)"
    r"(?P<value>[^\s\[\]{},\"'][^\[\]{},\"']*?)(?=\s*(?:[,}\]]|$))"
)
_NEEDS_QUOTES = re.compile(r":(?:\s|$)|\s#|^[@`%&*!|>]|^[?-]\s")
_TEMPLATE = re.compile(r"(?<=[:,\[{-] )\{\{[^{}]*\}\}(?=\s*(?:[,}\]]|$))")
_GLUED = re.compile(r"^([ ]*(?:-[ ]+)*[A-Za-z_][\w-]*:)(?=[^\s/])")
_LONGEST = 4_000
_INNER_OPENS = re.compile(r"(?:^|[\s(«])[\"']\w")


@dataclass(frozen=True)
class Fix:
    """A corrected line, and the part of it worth showing."""

    line: str
    shown: str


def quoted(text: str) -> str:
    """The text in quotes, as it must be written."""
    if '"' in text and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def quote_value(line: str) -> Iterator[Fix]:
    """The text after the key (or the hyphen) in quotes."""
    for pattern in _LINES if len(line) <= _LONGEST else ():
        if match := pattern.match(line):
            mended = match["head"] + quoted(_without_outer_quotes(match["value"]))
            yield Fix(mended + match["tail"], mended.strip())


def _without_outer_quotes(value: str) -> str:
    """``'it's'`` → ``it's``, but ``"Полынь" и "Ромашка"`` stays: there the quotes are part of the text."""
    mark = value[0]
    if mark not in "\"'" or len(value) < 3 or not value.endswith(mark):
        return value
    inner = value[1:-1]
    at = inner.find(mark)
    is_apostrophe = inner[max(at - 1, 0) : at].isalnum() and inner[at + 1 : at + 2].isalnum()
    opens_inside = at == 0 or (at > 0 and bool(_INNER_OPENS.match(inner, at - 1)))
    return inner if is_apostrophe or opens_inside else value


def quote_entries(line: str) -> Iterator[Fix]:
    """Texts between braces or brackets that need quotes, in quotes."""
    shown: list[str] = []
    mended = _ENTRY.sub(lambda m: _entry(m, shown), line) if len(line) <= _LONGEST else line
    if mended != line:
        yield Fix(mended, ", ".join(shown))


def _entry(match: re.Match[str], shown: list[str]) -> str:
    if not _NEEDS_QUOTES.search(match["value"]):
        return match[0]
    shown.append((match["head"] + quoted(match["value"])).strip())
    return match["head"] + quoted(match["value"])


def name_percent(line: str) -> Iterator[Fix]:
    """The unit ``%`` by its name."""
    field = any_of(written("unit"))
    mended = re.sub(rf"(?<![\w-])(?:{field}):[ ]+%(?=\s*(?:[,}}]|$|\s#))", "unit: pct", line)
    if mended != line:
        yield Fix(mended, "unit: pct")


def quote_templates(line: str) -> Iterator[Fix]:
    """``{{ name }}`` in quotes, and where it is part of a longer text, the whole text."""
    mended = _TEMPLATE.sub(lambda match: quoted(match[0]), line)
    if mended != line:
        yield Fix(mended, mended.strip())
    yield from quote_value(line)


def drop_comma(line: str) -> Iterator[Fix]:
    """The line without a comma after its closing quote, as other formats have it."""
    if (mended := line.rstrip()).endswith(('",', "',")):
        yield Fix(mended[:-1], mended[:-1].strip())


def close_quote(line: str, column: int) -> Iterator[Fix]:
    """The quote opened at a column (from 0) closed at the end of its text."""
    mark, rest = line[column], line[column + 1 :].rstrip()
    if mark not in rest:
        yield Fix(line.rstrip() + mark, (line.rstrip() + mark).strip())


def part_key(line: str) -> Iterator[Fix]:
    """A space after the key's colon."""
    if _GLUED.match(line):
        mended = _GLUED.sub(r"\1 ", line)
        yield Fix(mended, mended.strip())


def double_backslashes(line: str) -> Iterator[Fix]:
    """Backslashes that start nothing, doubled."""
    mended = re.sub(r'\\(?:\\|(?![0abtnvfre"/N_LPxuU \t]))', r"\\\\", line)
    if mended != line:
        yield Fix(mended, mended.strip())
