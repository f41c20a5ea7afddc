"""``open``: the document of a file in the browser, drawn anew at each save: ``preview`` as one usually wants it."""

from __future__ import annotations

import click

from conceptgen.cli import parts
from conceptgen.cli.words import text


def command() -> click.Command:
    """Declare ``open`` for click: its options, and its help in the language of the locale."""
    return parts.command("open", opened, parts.argument("file", "file", text("help.preview.file")))


def opened(file: str) -> int:
    """Serve until Ctrl-C."""
    from conceptgen.cli import preview

    code: int = preview.command().main(["--open", "--", file], standalone_mode=False)
    return code
