"""Lines of text, put together and changed; each run keeps its address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from string import Formatter

from conceptgen.document.inline import Inline, Inlines, Style, Text, line, plain
from conceptgen.origin import Origin

_BOLD = re.compile(r"(?<![\w*])\*\*(?=\S)([^*]*[^*\s])\*\*(?![\w*])")
"""Asterisks that hug a word or phrase make it bold; all others stay as they are (2**3, a ** b)."""


def fill(template: str, **parts: Inlines | str) -> Inlines:
    """A sentence whose ``{places}`` are filled with lines that keep their addresses."""
    told: list[str | Inlines] = []
    for text, place, _, _ in Formatter().parse(template):
        told += [text, parts[place] if place else ""]
    return line(*told)


def join(pieces: Iterable[Inlines], by: str = ", ") -> Inlines:
    """Join lines by a text, leaving out empty ones."""
    result: list[Inline] = []
    for piece in pieces:
        if piece:
            result += [Text(by), *piece] if result else piece
    return tuple(result)


def in_brackets(said: Inlines) -> Inlines:
    """« (с 1 июня 2027 г.)», to stand behind something; nothing where there is nothing to say."""
    return line(" (", said, ")") if said else ()


def enumerated(names: Iterable[str], last: str = ", ") -> str:
    """«сотрудники, партнёры»; where one of them has a comma of its own, semicolons stand between them.

    ``last`` stands before the last one, which may then have commas: « и ».
    """
    listed = list(names)
    if any("," in each for each in (listed[:-1] if last.strip() != "," else listed)):
        return "; ".join(listed)
    return last.join(filter(None, (", ".join(listed[:-1]), *listed[-1:])))


def go_on(first: Inlines, then: Inlines, by: str = "; ") -> Inlines:
    """A text after another: by the mark where it begins with a small letter, as a new sentence with a capital one."""
    if not (first and then):
        return first or then
    is_sentence = plain(then).lstrip('«“"(')[:1].isupper()
    return line(full_stop(first), " ", then) if is_sentence else line(first, by, then)


_ABBREVIATED = re.compile(r"\d\s[^\W\d_]\.$")
"""A letter behind a number is no word."""


def full_stop(content: Inlines) -> Inlines:
    """The line with a full stop, unless it ends with one (or another sign of its own)."""
    return content if plain(content)[-1:] in ".!?…" else line(content, ".")


def without_full_stop(content: Inlines) -> Inlines:
    """The line without the full stop at its end, to go on after it; «2028 г.» keeps what is not one."""
    last = content[-1] if content else None
    if not isinstance(last, Text) or not last.text.endswith(".") or _ABBREVIATED.search(plain(content)):
        return content
    return (*content[:-1], replace(last, text=last.text[:-1]))


def capital(content: Inlines) -> Inlines:
    """The same line with a capital letter first."""
    if not (content and isinstance(content[0], Text)):
        return content
    return (replace(content[0], text=content[0].text[:1].upper() + content[0].text[1:]), *content[1:])


def lowered(content: Inlines) -> Inlines:
    """The line without a capital letter first, unless it begins with an abbreviation."""
    first = content[0] if content else None
    if not isinstance(first, Text) or first.text[1:2].isupper():
        return content
    return (Text(first.text[:1].lower() + first.text[1:], first.style, first.origin), *content[1:])


def bold(text: str, origin: Origin | None, style: Style = "plain") -> Inlines:
    """Markdown-lite inside a line: ``**bold**``; lone asterisks stay as they are."""
    if "**" not in text:
        return (Text(text, style, origin),) if text else ()
    pieces = enumerate(_BOLD.split(text))
    return tuple(Text(piece, "strong" if index % 2 else style, origin) for index, piece in pieces if piece)


def strong(content: Inlines) -> Inlines:
    """The same line in bold."""
    return _styled(content, "strong")


def quiet_line(content: Inlines) -> Inlines:
    """The same line as secondary text."""
    return _styled(content, "quiet")


def _styled(content: Inlines, style: Style) -> Inlines:
    return tuple(
        Text(each.text, style, each.origin, each.lacks) if isinstance(each, Text) else each
        for each in content
    )


def quiet(text: str) -> Inlines:
    """A text as secondary."""
    return (Text(text, "quiet"),)
