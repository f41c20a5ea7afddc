"""``rules``: every code there is, those of reading and those of the review."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from conceptgen.cli import parts, streams, words
from conceptgen.cli.words import text

if TYPE_CHECKING:
    from conceptgen.rulebook.catalogue import Entry


def command() -> click.Command:
    """Declare ``rules`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "rules",
        rules,
        parts.option(
            "--format",
            "form",
            help=text("help.rules.form"),
            type=click.Choice(["text", "json"]),
            default="text",
            show_default=True,
        ),
    )


def rules(form: str) -> int:
    """Print them in the order of the document."""
    from conceptgen.rulebook.catalogue import catalogue

    entries = catalogue(words.language()).values()
    if form == "json":
        shown = json.dumps([entry.record() for entry in entries], ensure_ascii=False, indent=2) + "\n"
        streams.write_bytes(shown.encode())
    else:
        for line in _lines(entries):
            streams.write_line(line)
    return 0


def _lines(entries: Iterable[Entry]) -> Iterator[str]:
    """Under headings: reading first, then section by section."""
    from conceptgen.languages import say
    from conceptgen.rulebook.rules import SECTIONS

    ranked = sorted(entries, key=lambda entry: SECTIONS.index(entry.rule.section) if entry.rule else -1)
    for section, found in groupby(ranked, lambda entry: entry.rule.section if entry.rule else ""):
        yield say(words.language(), f"review.sections.{section}") if section else text("loading")
        yield from (f"  {entry.code:9} {entry.title}" for entry in found)
    yield text("rules_epilog")
