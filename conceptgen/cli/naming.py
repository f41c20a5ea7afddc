"""The name of a file that a command makes: a name, not a folder and not nothing; its ending may be left out."""

from __future__ import annotations

import os
from pathlib import Path

import click

from conceptgen.cli.words import text
from conceptgen.files import display_name


def named(written: str, *endings: str) -> Path:
    """The file meant, with the first of the endings where it has none of them. Raises BadParameter."""
    name = os.path.basename(written)  # noqa: PTH119 (pathlib drops a slash at the end)
    ending = next((each for each in endings if name.lower().endswith(each)), "")
    if name[: len(name) - len(ending)].strip(" .") in ("", "-"):
        raise click.BadParameter(text("no_name", name=display_name(written)))
    return Path(written if ending or not endings else f"{written}{endings[0]}")
