"""Outputs written one after another: what cannot be made is told at the end, and the rest is made.

Each is made in a process of its own, so that an engine that hangs can be stopped.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from conceptgen.cli import streams
from conceptgen.cli.words import text
from conceptgen.writers.complaints import complaints

if TYPE_CHECKING:
    from conceptgen.batch.pool import Pool
    from conceptgen.batch.rendered import RenderFolder
    from conceptgen.errors import ConceptgenError
    from conceptgen.input import Loaded
    from conceptgen.pipeline import Output

SECONDS: float = 600
"""The longest a document may take, if nothing else is said."""
LETTERS_NAMED = 10


@dataclass(frozen=True, slots=True)
class Made:
    """A document that is ready: its bytes, what the writer warned of, the letters the PDF fonts lack."""

    data: bytes
    complaints: tuple[str, ...]
    missing: dict[str, str]
    letters: str


def make(outputs: Iterable[Output], folder: RenderFolder, seconds: float = SECONDS) -> int:
    """Write every output into a folder and show its name; the exit code is that of the first fault."""
    from conceptgen.batch.pool import Pool
    from conceptgen.errors import EnvironmentFault, RequestError, TimeOver

    faults: list[ConceptgenError] = []
    # A fork starts at once and knows all that is loaded; where forks are unsafe, a process is begun anew. The threads
    # of an engine that has worked here would not be in the fork, and it would wait for them.
    method = "fork" if sys.platform == "linux" and "typst" not in sys.modules else "spawn"
    with Pool[str](_made, 1, seconds=seconds, method=method) as pool:
        for output in outputs:
            try:
                folder.refuse_to_change(output)
            except RequestError as refused:
                faults.append(refused)
                continue
            try:
                _write(pool, output, folder)
            except (EnvironmentFault, TimeOver) as fault:
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


def _write(pool: Pool[str], output: Output, folder: RenderFolder) -> None:
    from conceptgen.files import display_name, make_folder

    language = folder.language
    make_folder(folder.shelf.folder, language)
    with streams.progress(text("writing", language, name=output.name)):
        made = _asked(pool, output, language)
        aside = folder.put(output, made.data)
    streams.write_line(display_name(folder.shelf.folder / output.name))
    if aside:
        named = {"name": display_name(output.name), "aside": display_name(aside)}
        streams.write_error(text("kept_aside", language, **named))
    for message in made.complaints:
        streams.write_error(text("complaint", language, name=output.name, message=message))
    _tell_missing(output.name, made, language)


def one_at_a_time(seconds: float) -> Callable[[Output], bytes]:
    """How to make a single output from whatever thread: in a process of its own, one after another."""
    turn = threading.Lock()

    def made(output: Output) -> bytes:
        from conceptgen.batch.pool import Pool
        from conceptgen.errors import EnvironmentFault

        language = output.document.language
        # Threads are running, so a fork is unsafe.
        with turn, Pool[str](_made, 1, seconds=seconds, method="spawn") as pool:
            try:
                return _asked(pool, output, language).data
            except MemoryError as fault:
                raise EnvironmentFault(text("no_memory", language)) from fault

    return made


def _asked(pool: Pool[str], output: Output, language: str) -> Made:
    """The document, or what went wrong in the other process raised in this one."""
    from conceptgen.errors import TimeOver

    ((_, given),) = pool.results(iter([(output.name, output)]))
    if isinstance(given, Made):
        return given
    if isinstance(given, Exception):
        raise given
    if given.reason == "late":
        raise TimeOver(text("late", language, name=output.name, seconds=f"{pool.seconds:g}"))
    if given.reason == "memory":
        raise MemoryError(output.name)
    raise RuntimeError(f"{output.name}: {given.message or given.reason}")


def _made(output: Output) -> Made | Exception:
    """Make a document; what fails is handed over with its traceback."""
    try:
        with complaints() as told:
            data = output.data()
        return Made(data, tuple(told), output.missing_letters(), output.letters)
    except Exception as fault:
        fault.add_note(traceback.format_exc())
        return fault


def _tell_missing(name: str, made: Made, language: str) -> None:
    """Name the letters the PDF fonts lack, and say what became of them."""
    if made.missing:
        letters = list(made.missing.items())
        named = ", ".join(f"«{letter}» {code}" for letter, code in letters[:LETTERS_NAMED])
        rest = len(letters) - LETTERS_NAMED
        named += f" {text('more', language, count=rest)}" if rest > 0 else ""
        streams.write_error(text(f"missing_letters.{made.letters}", language, name=name, letters=named))
