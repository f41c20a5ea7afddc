"""Outputs written one after another: what this machine cannot make is told at the end, and the rest is made."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from conceptgen.cli import streams
from conceptgen.cli.words import text

if TYPE_CHECKING:
    from conceptgen.errors import EnvironmentFault
    from conceptgen.pipeline import Output

LETTERS_NAMED = 10


def make(outputs: Iterable[Output], folder: Path, language: str) -> int:
    """Write every output into a folder and show its name; the exit code is that of the first fault."""
    from conceptgen.errors import EnvironmentFault

    faults: list[EnvironmentFault] = []
    for output in outputs:
        try:
            _write(output, folder / output.name, language)
        except EnvironmentFault as fault:
            faults.append(fault)
    for sentence in dict.fromkeys(map(str, faults)):
        streams.write_error(sentence)
    return faults[0].exit_code if faults else 0


def _write(output: Output, path: Path, language: str) -> None:
    from conceptgen.files import display_name, make_folder, replace_file

    make_folder(path.parent, language)
    with streams.progress(text("writing", language, name=output.name)), _complaints(output.name, language):
        data = output.data()
        replace_file(path, data, language)
    streams.write_line(display_name(path))
    _tell_missing(output, language)


def _tell_missing(output: Output, language: str) -> None:
    """Name the letters the PDF fonts lack."""
    missing = list(output.missing_letters().items())
    if missing:
        named = ", ".join(f"«{letter}» {name}" for letter, name in missing[:LETTERS_NAMED])
        rest = len(missing) - LETTERS_NAMED
        named += f" {text('more', language, count=rest)}" if rest > 0 else ""
        streams.write_error(text("missing_letters", language, name=output.name, letters=named))


@contextmanager
def _complaints(name: str, language: str) -> Iterator[None]:
    """What a writer warns of, in a line each; what its libraries print by themselves is not ours to print."""
    with warnings.catch_warnings(record=True) as caught, redirect_stdout(StringIO()):
        warnings.simplefilter("ignore")
        warnings.simplefilter("always", RuntimeWarning)
        yield
    for warning in caught:
        streams.write_error(text("complaint", language, name=name, message=warning.message))
