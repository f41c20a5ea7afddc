"""``edits``: what somebody changed in a Word file of ours comes back into the input it was made from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conceptgen.cli import parts, streams
from conceptgen.cli.words import text

if TYPE_CHECKING:
    from conceptgen.exchange.edits import Edits
    from conceptgen.input import Loaded

FORMATS = ("text", "json")
_ENDINGS = (".yaml", ".yml", ".json")


def command() -> click.Command:
    """Declare ``edits`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "edits",
        edits,
        parts.argument("edited", "edited", text("help.edits.edited")),
        parts.argument("file", "file", text("help.edits.file"), is_needed=False),
        parts.option(
            "--format",
            "form",
            help=text("help.edits.form"),
            type=click.Choice(FORMATS),
            default="text",
            show_default=True,
        ),
        parts.option(
            "-o", "--output", help=text("help.edits.output"), metavar=text("help.metavar.file"), default=""
        ),
        parts.flag("--apply", "is_applied", help=text("help.edits.apply")),
        parts.brand(),
    )


def edits(edited: str, file: str, form: str, output: str, is_applied: bool, brand: str) -> int:
    """List the edits; with ``--apply`` write the certain ones into the input."""
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.cli.inputs import read_with_data
    from conceptgen.errors import RequestError
    from conceptgen.exchange.edits import edits_of
    from conceptgen.files import display_name

    source = file or _source_of(Path(edited))
    if is_applied and source == "-":
        raise RequestError(text("edits.stdin"))
    loaded, data = read_with_data(source, brand)
    if loaded.project is None:
        for finding in loaded.findings:
            streams.write_error(str(finding))
        return BAD_INPUT
    word = _word_file(edited, loaded.language)
    with streams.progress(text("edits.reading", loaded.language, name=display_name(edited))):
        found = edits_of(word, display_name(edited), loaded.project, loaded.name, loaded.look)
    _tell(found, loaded, display_name(edited), form, output, is_applied=is_applied)
    if is_applied and found.changes:
        _write(found, source, data, loaded.language)
    return 0


def _word_file(name: str, language: str) -> bytes:
    """The bytes of the Word file: a regular file of a sensible size."""
    from conceptgen.errors import InputError
    from conceptgen.exchange.word.package import FILE
    from conceptgen.input.files import read_file

    data, findings = read_file(name, language, FILE)
    if data is None:
        raise InputError(tuple(findings))
    return data


def _source_of(edited: Path) -> str:
    """The input a Word file is made from, by its name: ``client-concept-full.docx`` is of ``client.yaml`` nearby."""
    from conceptgen.errors import RequestError

    near = dict.fromkeys(
        folder.absolute() for folder in (edited.parent, edited.absolute().parent.parent, Path())
    )
    found = {
        each.resolve(): each
        for folder in near
        for ending in _ENDINGS
        for each in folder.glob(f"*{ending}")
        if edited.name.startswith(f"{each.stem}-")
    }
    longest = max((len(each.stem) for each in found.values()), default=0)
    best = [each for each in found.values() if len(each.stem) == longest]
    if len(best) != 1:
        raise RequestError(text("edits.no_file"))
    return str(best[0])


def _tell(found: Edits, loaded: Loaded, name: str, form: str, output: str, *, is_applied: bool) -> None:
    from conceptgen.cli.edits_report import lines, record

    if form == "json":
        said = json.dumps(record(found, loaded, is_applied=is_applied), ensure_ascii=False, indent=2)
    else:
        said = "\n".join(lines(found, loaded, name, is_applied=is_applied))
    if output:
        from conceptgen.files import replace_file

        replace_file(Path(output), f"{said}\n".encode("utf-8", "replace"), loaded.language)
        streams.write_line(output)
    elif form == "json":
        streams.write_bytes(f"{said}\n".encode("utf-8", "replace"))
    else:
        streams.write_line(said)


def _write(found: Edits, source: str, data: bytes, language: str) -> None:
    from conceptgen.changes import CannotApply
    from conceptgen.cli.rewriting import rewrite
    from conceptgen.errors import RequestError
    from conceptgen.files import display_name

    try:
        changed = found.applied_to(data, source)
    except CannotApply as fault:
        raise RequestError(text("edits.not_written", language, name=display_name(source))) from fault
    backup = rewrite(Path(source), data, changed, language)
    name, kept = display_name(source), display_name(backup)
    streams.write_error(text("edits.written", language, name=name, backup=kept))
