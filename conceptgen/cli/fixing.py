"""``check --fix``: make the repairs that findings spell out, show them, and keep the text as it was beside the file."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from conceptgen.cli import streams
from conceptgen.cli.rewriting import rewrite
from conceptgen.cli.words import text
from conceptgen.errors import RequestError
from conceptgen.files import display_name
from conceptgen.input import load
from conceptgen.input.files import read_file
from conceptgen.input.fix import fix
from conceptgen.visible import visible


def fix_files(names: tuple[str, ...], brand: str, *, quiet: bool) -> None:
    """Repair each file in its place; ``quiet`` shows nothing where a program reads the output."""
    if "-" in names:
        raise RequestError(text("fix.stdin"))
    for name in names:
        for line in _fixed(name, brand):
            if not quiet:
                streams.write_line(line)


def _fixed(name: str, brand: str) -> Iterator[str]:
    data, _ = read_file(name)
    if data is None:
        return
    path, shown = Path(name), display_name(name)
    spoken = load(data, shown, folder=path.parent).language
    fixed = fix(data, lambda text: load(text, shown, folder=path.parent, brand=brand or None).findings)
    if fixed.data == data:
        yield text("fix.nothing", spoken, name=shown)
        return
    backup = rewrite(path, data, fixed.data, spoken)
    yield from _difference(data, fixed.data, shown)
    yield text("fix.done", spoken, name=shown, count=len(fixed.made), backup=display_name(backup))


def _difference(before: bytes, after: bytes, name: str) -> Iterator[str]:
    old, new = (data.decode("utf-8", "replace").splitlines() for data in (before, after))
    yield from (visible(line) for line in unified_diff(old, new, name, name, lineterm="", n=0))
