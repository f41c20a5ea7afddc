"""What can be done with what lies in this folder: commands ready to copy."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

from conceptgen.cli.words import text

_SHOWN = 3
_HEAD = 4096
_COMMANDS = ("check", "render", "open")


def suggestions(folder: Path) -> Iterator[str]:
    """Lines for the screen: for each input its commands, or how to begin where there is none."""
    found = list(_inputs(folder))
    yield text("here.found" if found else "here.nothing")
    for path in found[:_SHOWN]:
        yield from (f"  conceptgen {command} {shlex.quote(path.name)}" for command in _COMMANDS)
    if len(found) > 1:
        yield "  conceptgen build ."
    if not found:
        yield f"  conceptgen new {text('here.file')}.yaml"
        yield f"  conceptgen workbook --blank -o {text('here.file')}.xlsx"


def _inputs(folder: Path) -> Iterator[Path]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return
    yield from (path for path in paths if path.is_file() and _is_input(path))


def _is_input(path: Path) -> bool:
    ending = path.suffix.lower()
    if ending == ".xlsx":
        return not path.name.startswith("~")
    return ending in (".yaml", ".yml", ".json") and _says_so(path)


def _says_so(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"conceptgen/1" in file.read(_HEAD)
    except OSError:
        return False
