"""``workbook``: an input as a workbook of Excel, or a blank one to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from conceptgen.cli import parts, streams, words
from conceptgen.cli.naming import named
from conceptgen.cli.words import text
from conceptgen.languages import LANGUAGES

if TYPE_CHECKING:
    from conceptgen.input import Loaded

_KINDS: Final = ("input", "check-form")
_MOST_VISITS: Final = 30
"""Visits on one form: more sheets than that nobody finds their way in."""


def command() -> click.Command:
    """Declare ``workbook`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "workbook",
        workbook,
        parts.argument("file", "file", text("help.workbook.file"), is_needed=False),
        parts.flag("--blank", "is_blank", help=text("help.workbook.blank")),
        parts.option(
            "--kind",
            help=text("help.workbook.kind"),
            type=click.Choice(_KINDS),
            default=_KINDS[0],
            show_default=True,
        ),
        parts.option("--chain", help=text("help.workbook.chain"), metavar="ID", default=""),
        parts.option(
            "--visits",
            help=text("help.workbook.visits"),
            type=click.IntRange(1, _MOST_VISITS),
            metavar=text("help.metavar.number"),
            default=1,
            show_default=True,
        ),
        parts.option(
            "-o", "--output", help=text("help.workbook.output"), metavar=text("help.metavar.file"), default=""
        ),
        parts.option(
            "--lang", "language", help=text("help.workbook.language"), metavar="|".join(LANGUAGES), default=""
        ),
    )


def workbook(
    file: str, is_blank: bool, kind: str, chain: str, visits: int, output: str, language: str
) -> int:
    """Write a workbook; an existing file is never overwritten."""
    from conceptgen.errors import RequestError

    if bool(file) == is_blank:
        raise RequestError(text("workbook.which"))
    if kind == "check-form":
        if is_blank:
            raise RequestError(text("workbook.form_of_what"))
        return _check_form(file, chain, visits, output)
    return _blank(output, language) if is_blank else _of_file(file, output)


def _blank(output: str, language: str) -> int:
    from conceptgen.deliverables.known import refuse_unknown
    from conceptgen.exchange.excel import blank

    refuse_unknown("language", [language or LANGUAGES[0]], LANGUAGES, words.language())
    spoken = language or words.starter_language()
    path = named(output or text("workbook.usual_name", spoken), ".xlsx")
    return _write(path, blank(spoken), spoken)


def _check_form(file: str, chain: str, visits: int, output: str) -> int:
    """A book a chain; with a name of its own, the book of one."""
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.errors import RequestError
    from conceptgen.exchange.check_form import book
    from conceptgen.files import stem_of
    from conceptgen.model.content import chain_names, refuse_chains, refuse_without_content

    loaded = _read(file)
    if loaded.project is None:
        return BAD_INPUT
    project, language = loaded.project, loaded.language
    refuse_without_content(project, "check-form", language)
    refuse_chains(project, (chain,) if chain else (), language)
    wanted = [chain] if chain else chain_names(project)
    if output and len(wanted) > 1:
        raise RequestError(text("workbook.which_chain", language, names=", ".join(wanted)))
    for name in wanted:
        apart = f"-{name}" if len(project.chains) > 1 else ""
        usual = Path(file).parent / f"{stem_of(file)}-check-form{apart}.xlsx"
        path = named(output, ".xlsx") if output else usual
        _write(path, book(project, project.chains[chain_names(project).index(name)], visits), language)
    return 0


def _read(file: str) -> Loaded:
    """The input; what is wrong with one that cannot be read is told."""
    from conceptgen.cli.inputs import read

    loaded = read(file)
    if loaded.project is None:
        for finding in loaded.findings:
            streams.write_error(str(finding))
    return loaded


def _of_file(file: str, output: str) -> int:
    from conceptgen.changes.plain import model_data
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.exchange.excel import workbook as workbook_of
    from conceptgen.files import stem_of
    from conceptgen.input.workbook.rows import without_sheet
    from conceptgen.model.schema import words_of_field

    loaded = _read(file)
    if loaded.project is None:
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
