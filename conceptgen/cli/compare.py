"""``compare``: what changed from one input to another, in words of the field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from conceptgen.cli import parts, streams
from conceptgen.cli.words import text

if TYPE_CHECKING:
    from conceptgen.changes import Change, Teller
    from conceptgen.input import Loaded
    from conceptgen.model.project import Project

FORMATS = ("text", "json")


def command() -> click.Command:
    """``compare OLD NEW``."""
    return parts.command(
        "compare",
        compare,
        parts.argument("old", "old", text("help.compare.old")),
        parts.argument("new", "new", text("help.compare.new")),
        parts.option(
            "--format",
            "form",
            help=text("help.compare.form"),
            type=click.Choice(FORMATS),
            default="text",
            show_default=True,
        ),
    )


def compare(old: str, new: str, form: str) -> int:
    """Print the changes; an input with errors is reported instead."""
    from conceptgen.changes import Teller
    from conceptgen.changes import compare as changes_of
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.cli.inputs import read

    before, after = (_project(read(name)) for name in (old, new))
    if before is None or after is None:
        return BAD_INPUT
    changes, teller = changes_of(before, after), Teller(before, after)
    if form == "json":
        records = [each.record() | {"sentence": teller.sentence(each)} for each in changes]
        streams.write_bytes((json.dumps(records, ensure_ascii=False, indent=2) + "\n").encode())
    else:
        for line in _lines(changes, teller):
            streams.write_line(line)
    return 0


def _project(loaded: Loaded) -> Project | None:
    """The project of an input; the findings of one that has none are printed."""
    if loaded.project is None:
        for finding in loaded.findings:
            streams.write_error(str(finding))
    return loaded.project


def _lines(changes: tuple[Change, ...], teller: Teller) -> Iterator[str]:
    from conceptgen.changes.order import by_section

    if not changes:
        yield teller.nothing()
    for section, found in by_section(changes):
        yield teller.section(section)
        yield from (f"  {_SIGNS[each.kind]} {teller.sentence(each)}" for each in found)


_SIGNS = {"set": "~", "add": "+", "remove": "−", "move": "↕"}
