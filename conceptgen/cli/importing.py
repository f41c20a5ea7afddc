"""``import``: a filled workbook becomes a file of data, or comes back into the one it was made from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conceptgen.cli import parts, streams
from conceptgen.cli.naming import named
from conceptgen.cli.words import text

if TYPE_CHECKING:
    from conceptgen.exchange.check_form import Checked
    from conceptgen.exchange.excel import BroughtBack
    from conceptgen.exchange.survey import Surveyed
    from conceptgen.input import Loaded
    from conceptgen.model.project import Project


def command() -> click.Command:
    """Declare ``import`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "import",
        bring_in,
        parts.argument("book", "book", text("help.import.book")),
        parts.option("--into", help=text("help.import.into"), metavar=text("help.metavar.file"), default=""),
        parts.option(
            "-o", "--output", help=text("help.import.output"), metavar=text("help.metavar.file"), default=""
        ),
        parts.flag("--delete-missing", "is_deleting", help=text("help.import.delete_missing")),
        parts.flag("--dry-run", "is_trial", help=text("help.import.dry_run")),
    )


def bring_in(book: str, into: str, output: str, is_deleting: bool, is_trial: bool) -> int:
    """Write a new file, or the changes into an old one; what was there before stays beside it."""
    from conceptgen.exchange.check_form import is_check_form
    from conceptgen.exchange.survey import is_survey
    from conceptgen.input.files import read_file

    data, _ = read_file(book)
    if data is not None and is_check_form(data):
        return _check_form(data, book, into, output, is_trial)
    if data is not None and is_survey(data, book):
        return _survey(data, book, into, output, is_trial)
    return _into(book, into, output, is_deleting, is_trial) if into else _new(book, output, is_trial)


def _new(book: str, output: str, is_trial: bool) -> int:
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.cli.inputs import read
    from conceptgen.exchange.excel import yaml_text
    from conceptgen.files import display_name, make_folder, new_file, stem_of

    loaded = read(book)
    for finding in loaded.findings:
        streams.write_error(str(finding))
    if loaded.project is None:
        return BAD_INPUT
    written = yaml_text(loaded.project)
    if is_trial:
        streams.write_bytes(written)
        return 0
    path = named(output, ".yaml", ".yml") if output else Path(book).parent / f"{stem_of(book)}.yaml"
    make_folder(path.parent, loaded.language)
    new_file(path, written, loaded.language)
    streams.write_line(display_name(path))
    return 0


def _into(book: str, into: str, output: str, is_deleting: bool, is_trial: bool) -> int:
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.cli.inputs import read_with_data
    from conceptgen.exchange.excel import bring_back
    from conceptgen.files import display_name

    if into == "-" and not (output or is_trial):
        from conceptgen.errors import RequestError

        raise RequestError(text("edits.stdin"))
    loaded, data = read_with_data(into)
    if loaded.project is None:
        for finding in loaded.findings:
            streams.write_error(str(finding))
        return BAD_INPUT
    found = bring_back(
        _bytes(book, loaded.language), display_name(book), loaded.project, delete_missing=is_deleting
    )
    for finding in found.findings:
        streams.write_error(str(finding))
    for line in _told(found, loaded.project, display_name(book), is_deleting=is_deleting):
        streams.write_line(line)
    if not is_trial and (found.changes or output):
        _write(found, into, output, _as_text(loaded, data, output), loaded.language)
    return 0


def _survey(data: bytes, name: str, into: str, output: str, is_trial: bool) -> int:
    """The answers of a survey into the scores of a round."""
    from conceptgen.exchange.survey import bring_in
    from conceptgen.input.findings_report import show

    def brought(base: Project, shown: str) -> Surveyed:
        language, found = base.document.language, bring_in(data, shown, base)
        for odd in found.odd:
            facts = {"row": odd.row, "column": show(odd.question), "text": show(odd.text)}
            streams.write_error(text(f"survey.{odd.reason}", language, name=shown, **facts))
        streams.write_line(text("survey.counted", language, name=shown, rows=found.rows))
        if found.left_out:
            streams.write_error(text("survey.left_out", language, count=found.left_out))
        return found

    return _answers("survey", brought, name, into, output, is_trial)


def _check_form(data: bytes, name: str, into: str, output: str, is_trial: bool) -> int:
    """The visits of a check form into their chain."""
    from conceptgen.exchange.check_form import bring_in

    def brought(base: Project, shown: str) -> Checked:
        found = bring_in(data, shown, base)
        facts = {"name": shown, "visits": found.visits, "answers": found.answers}
        streams.write_line(text("check_form.counted", base.document.language, **facts))
        for each in found.left_out:
            streams.write_error(f"{shown}: {each}")
        return found

    return _answers("check_form", brought, name, into, output, is_trial)


def _answers(
    kind: str,
    brought: Callable[[Project, str], Checked | Surveyed],
    name: str,
    into: str,
    output: str,
    is_trial: bool,
) -> int:
    """What was filled in, into a file that has to be named; told change by change."""
    from conceptgen.changes import Teller
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.cli.inputs import read_with_data
    from conceptgen.errors import RequestError
    from conceptgen.files import display_name

    if not into or (into == "-" and not (output or is_trial)):
        raise RequestError(text(f"{kind}.into"))
    loaded, held = read_with_data(into)
    if loaded.project is None:
        for finding in loaded.findings:
            streams.write_error(str(finding))
        return BAD_INPUT
    found = brought(loaded.project, display_name(name))
    teller = Teller(loaded.project, found.project)
    for each in found.changes:
        streams.write_line(f"  {_SIGNS[each.kind]} {teller.sentence(each)}")
    if not is_trial and (found.changes or output):
        _write(found, into, output, _as_text(loaded, held, output), loaded.language)
    return 0


def _bytes(name: str, language: str) -> bytes:
    from conceptgen.errors import InputError
    from conceptgen.input.files import read_file

    data, findings = read_file(name, language)
    if data is None:
        raise InputError(tuple(findings))
    return data


def _told(found: BroughtBack, ours: Project, name: str, *, is_deleting: bool) -> list[str]:
    """The changes in words of the field, what is for a person to decide, what rows are gone."""
    from conceptgen.changes import Teller

    language, teller = ours.document.language, Teller(ours, found.theirs)
    lines = [] if found.changes or found.conflicts else [text("edits.nothing", language, name=name)]
    if found.changes:
        lines.append(text("import.changes", language, count=len(found.changes)))
        lines += [f"  {_SIGNS[each.kind]} {teller.sentence(each)}" for each in found.changes]
    if found.conflicts:
        lines.append(text("import.conflicts", language, count=len(found.conflicts)))
        for each in found.conflicts:
            lines.append(f"  {text('import.in_book', language)}: {teller.sentence(each.theirs)}")
            lines.append(f"  {text('import.in_file', language)}: {teller.sentence(each.ours)}")
    if found.missing and not is_deleting:
        lines.append(text("import.missing", language, count=len(found.missing)))
        lines += [f"  {_row(each.sheet.key, each.entry.item, language)}" for each in found.missing]
    return lines


_SIGNS = {"set": "~", "add": "+", "remove": "−", "move": "↕"}


def _row(key: str, item: dict[str, object], language: str) -> str:
    from conceptgen.input.workbook.heads import sheet_title
    from conceptgen.input.workbook.names import name_in
    from conceptgen.input.workbook.sheets import SHEETS

    sheet = next(each for each in SHEETS if each.key == key)
    return f"{sheet_title(sheet, language)}: {name_in(item) or item.get('id') or '…'}"


def _as_text(loaded: Loaded, data: bytes, output: str) -> tuple[bytes, str]:
    """The text that changes are written into, and what it is called; a workbook becomes a new file."""
    from conceptgen.errors import RequestError
    from conceptgen.exchange.excel import yaml_text

    if loaded.workbook is None or loaded.project is None:
        return data, loaded.name
    if not output:
        raise RequestError(text("edits.into_book", loaded.language, name=loaded.name))
    return yaml_text(loaded.project), f"{loaded.name}.yaml"


def _write(
    found: BroughtBack | Checked | Surveyed, into: str, output: str, base: tuple[bytes, str], language: str
) -> None:
    from conceptgen.changes import CannotApply
    from conceptgen.cli.rewriting import rewrite
    from conceptgen.errors import RequestError
    from conceptgen.files import display_name, make_folder, new_file

    data, name = base
    try:
        changed = found.applied_to(data, name)
    except CannotApply as fault:
        raise RequestError(text("edits.not_written", language, name=display_name(into))) from fault
    if output:
        path = named(output, ".yaml", ".yml", ".json")
        make_folder(path.parent, language)
        new_file(path, changed, language)
        streams.write_line(display_name(path))
        return
    backup = rewrite(Path(into), data, changed, language)
    streams.write_error(text("edits.written", language, name=display_name(into), backup=display_name(backup)))
