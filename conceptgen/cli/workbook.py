"""``workbook``: an input as a workbook of Excel, or a blank one to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from conceptgen.cli import parts, streams, words
from conceptgen.cli.naming import named
from conceptgen.cli.words import text
from conceptgen.languages import LANGUAGES


def command() -> click.Command:
    """Declare ``workbook`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "workbook",
        workbook,
        parts.argument("file", "file", text("help.workbook.file"), is_needed=False),
        parts.flag("--blank", "is_blank", help=text("help.workbook.blank")),
        parts.option(
            "-o", "--output", help=text("help.workbook.output"), metavar=text("help.metavar.file"), default=""
        ),
        parts.option(
            "--lang", "language", help=text("help.workbook.language"), metavar="|".join(LANGUAGES), default=""
        ),
    )


def workbook(file: str, is_blank: bool, output: str, language: str) -> int:
    """Write a workbook; an existing file is never overwritten."""
    from conceptgen.errors import RequestError

    if bool(file) == is_blank:
        raise RequestError(text("workbook.which"))
    return _blank(output, language) if is_blank else _of_file(file, output)


def _blank(output: str, language: str) -> int:
    from conceptgen.deliverables.known import refuse_unknown
    from conceptgen.exchange.excel import blank

    refuse_unknown("language", [language or LANGUAGES[0]], LANGUAGES, words.language())
    spoken = language or words.starter_language()
    path = named(output or text("workbook.usual_name", spoken), ".xlsx")
    return _write(path, blank(spoken), spoken)


def _of_file(file: str, output: str) -> int:
    from conceptgen.changes.plain import model_data
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.cli.inputs import read
    from conceptgen.exchange.excel import workbook as workbook_of
    from conceptgen.files import stem_of
    from conceptgen.input.workbook.rows import without_sheet
    from conceptgen.model.schema import words_of_field

    loaded = read(file)
    if loaded.project is None:
        for finding in loaded.findings:
            streams.write_error(str(finding))
        return BAD_INPUT
    path = named(output, ".xlsx") if output else Path(file).parent / f"{stem_of(file)}.xlsx"
    _write(path, workbook_of(loaded.project), loaded.language)
    if left := without_sheet(model_data(loaded.project)):
        names = [words_of_field("Project", each, loaded.language)[0] for each in left]
        streams.write_error(text("workbook.without_sheet", loaded.language, names=", ".join(names)))
    return 0


def _write(path: Path, data: bytes, language: str) -> int:
    from conceptgen.files import display_name, make_folder, new_file

    make_folder(path.parent, language)
    new_file(path, data, language)
    streams.write_line(display_name(path))
    return 0
