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
    from conceptgen.batch.rendered import RenderFolder
    from conceptgen.errors import EnvironmentFault, RequestError
    from conceptgen.input import Loaded
    from conceptgen.pipeline import Output

LETTERS_NAMED = 10


def make(outputs: Iterable[Output], folder: RenderFolder) -> int:
    """Write every output into a folder and show its name; the exit code is that of the first fault."""
    from conceptgen.errors import EnvironmentFault, RequestError

    faults: list[EnvironmentFault | RequestError] = []
    for output in outputs:
        try:
            folder.refuse_to_change(output)
        except RequestError as refused:
            faults.append(refused)
            continue
        try:
            _write(output, folder)
        except EnvironmentFault as fault:
            faults.append(fault)
    for sentence in dict.fromkeys(map(str, faults)):
        streams.write_error(sentence)
    return faults[0].exit_code if faults else 0


def folder_of(folder: str, file: str, loaded: Loaded, *, force: bool = False) -> RenderFolder:
    """The output folder for what is made of an input; what comes through standard input goes by its organization."""
    from conceptgen.batch.inputs import source_name
    from conceptgen.batch.rendered import RenderFolder

    path = Path(folder)
    named = loaded.project.organization.name if loaded.project else ""
    source = f"-/{named}" if file == "-" else source_name(Path(file), path)
    return RenderFolder(path, source, loaded.language, force=force)


def _write(output: Output, folder: RenderFolder) -> None:
    from conceptgen.files import display_name, make_folder

    language = folder.language
    make_folder(folder.shelf.folder, language)
    with streams.progress(text("writing", language, name=output.name)), _complaints(output.name, language):
        aside = folder.put(output, output.data())
    streams.write_line(display_name(folder.shelf.folder / output.name))
    if aside:
        named = {"name": display_name(output.name), "aside": display_name(aside)}
        streams.write_error(text("kept_aside", language, **named))
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
