"""``explain``: what a code asks, why, a bad and a good example, how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from conceptgen.cli import parts, streams, words
from conceptgen.cli.words import text

if TYPE_CHECKING:
    from conceptgen.rulebook.catalogue import Entry


def command() -> click.Command:
    """Declare ``explain`` for click: its options, and its help in the language of the locale."""
    return parts.command("explain", explain, parts.argument("code", "code", text("help.explain.code")))


def explain(code: str) -> int:
    """Print the story of a code in the language of the locale."""
    from conceptgen.rulebook.rule_pages import as_text

    streams.write_line(as_text(_found(code.strip().upper()), words.language()))
    return 0


def _found(code: str) -> Entry:
    """The entry of a code; a mistyped one gets the nearest three."""
    from difflib import get_close_matches

    from conceptgen.errors import RequestError
    from conceptgen.rulebook.catalogue import catalogue

    entries = catalogue(words.language())
    if code not in entries:
        near = ", ".join(get_close_matches(code, entries, 3))
        raise RequestError(text("no_rule_near" if near else "no_rule", name=code, near=near))
    return entries[code]
