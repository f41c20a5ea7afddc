"""``check``: load files and report what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from conceptgen.cli import parts, streams
from conceptgen.cli.words import text

if TYPE_CHECKING:
    from conceptgen.load import Loaded


def command() -> click.Command:
    """The command and its words."""
    return parts.command(
        "check",
        check,
        parts.argument("files", "files", text("help.check.files"), nargs=-1),
        parts.option(
            "--format",
            "form",
            help=text("help.check.form"),
            type=click.Choice(["text", "json"]),
            default="text",
            show_default=True,
        ),
        parts.option("--strict", help=text("help.check.strict"), is_flag=True),
    )


def check(files: tuple[str, ...], form: str, strict: bool) -> int:
    """Report on each file; the exit code is that of the worst."""
    from conceptgen.cli.failures import BAD_INPUT, WARNINGS
    from conceptgen.cli.inputs import read

    loaded = [read(name) for name in files]
    (_tell if form == "text" else _pour)(loaded)
    found = {finding.severity for each in loaded for finding in each.findings}
    if "error" in found:
        return BAD_INPUT
    return WARNINGS if strict and "warning" in found else 0


def _tell(loaded: list[Loaded]) -> None:
    from conceptgen.cli.listing import listed, verdict

    for each in loaded:
        for line in listed(each.findings, each.language):
            streams.say(line)
        streams.say(verdict(each))


def _pour(loaded: list[Loaded]) -> None:
    import json

    records = [finding.record() for each in loaded for finding in each.findings]
    streams.pour(json.dumps(records, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n")
