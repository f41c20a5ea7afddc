"""``compare``: what changed from one input to another: as a list, as a document, as tracked changes in Word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conceptgen.cli import parts, streams
from conceptgen.cli.words import text
from conceptgen.deliverables.formats import PAGED

if TYPE_CHECKING:
    from conceptgen.changes import Change, Teller
    from conceptgen.input import Loaded
    from conceptgen.model.project import Project
    from conceptgen.pipeline import Output, RenderRequest

LISTS = ("text", "json")


def command() -> click.Command:
    """Declare ``compare`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "compare",
        compare,
        parts.argument("old", "old", text("help.compare.old")),
        parts.argument("new", "new", text("help.compare.new")),
        parts.multi_option(
            "--format",
            "formats",
            default=LISTS[:1],
            help=text("help.compare.form"),
            metavar="|".join((*LISTS, *PAGED)),
        ),
        parts.flag("--redline", "is_redline", help=text("help.compare.redline")),
        parts.option("--into", help=text("help.compare.into"), metavar=text("help.metavar.file"), default=""),
        parts.documents(),
        parts.variants(),
        parts.multi_option("--chain", "chains", help=text("help.render.chains"), metavar="ID"),
        parts.brand(),
        parts.pdf_engine(),
        parts.template(),
        parts.output_folder("help.render.folder"),
    )


def compare(  # noqa: PLR0913, PLR0917 - an option each
    old: str,
    new: str,
    formats: tuple[str, ...],
    is_redline: bool,
    into: str,
    documents: tuple[str, ...],
    variants: tuple[str, ...],
    chains: tuple[str, ...],
    brand: str,
    pdf_engine: str,
    template: str,
    folder: str,
) -> int:
    """List the changes, or write the documents that show them; an input with errors is reported instead."""
    from conceptgen.cli.editions import read_edition
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.cli.templates import look_of
    from conceptgen.cli.write_outputs import folder_of, make
    from conceptgen.files import stem_of
    from conceptgen.pipeline import RenderRequest

    editions = _editions(read_edition(old), read_edition(new, brand))
    if editions is None:
        return BAD_INPUT
    wished = tuple(each for each in formats if each not in LISTS and not is_redline)
    look = replace(look_of(editions.after, template), pdf_engine=pdf_engine)
    request = RenderRequest(documents, variants, wished, chains=chains, look=look)
    for form in formats:
        if form in LISTS and not is_redline:
            _tell(editions, form)
    code = 0
    if is_redline or wished:
        made = _redlines if is_redline else _reports
        code = make(made(editions, stem_of(new), request), folder_of(folder, new, editions.after))
    if into and not code:
        _revise(editions, into)
    return code


@dataclass(frozen=True)
class _Editions:
    """Both inputs as they were read, and what is in them."""

    before: Loaded
    after: Loaded
    old: Project
    new: Project


def _editions(before: Loaded, after: Loaded) -> _Editions | None:
    """Both, where they can be compared; the findings of one that cannot are printed."""
    for loaded in (before, after):
        if loaded.project is None:
            for finding in loaded.findings:
                streams.write_error(str(finding))
    if before.project is None or after.project is None:
        return None
    return _Editions(before, after, before.project, after.project)


def _redlines(editions: _Editions, stem: str, request: RenderRequest) -> Iterator[Output]:
    """The redlines; a document that the old edition does not have is told of."""
    from conceptgen.exchange.comparison import redlines
    from conceptgen.pipeline import Output

    for each in redlines(editions.old, editions.new, stem, request):
        if isinstance(each, Output):
            yield each
        else:
            before = editions.before
            streams.write_error(text("compare.only_new", before.language, name=before.name, reason=str(each)))


def _reports(editions: _Editions, stem: str, request: RenderRequest) -> Iterator[Output]:
    from conceptgen.exchange.comparison import reports

    return reports(editions.old, editions.new, stem, request.formats, request.look)


def _revise(editions: _Editions, into: str) -> None:
    """Add the line on the new edition to the list of changes in a file."""
    from conceptgen.changes import CannotApply
    from conceptgen.cli.inputs import read_with_data
    from conceptgen.cli.rewriting import rewrite
    from conceptgen.errors import RequestError
    from conceptgen.exchange.comparison import with_revision
    from conceptgen.files import display_name

    name, language = display_name(into), editions.after.language
    if into == "-":
        raise RequestError(text("compare.stdin"))
    _, data = read_with_data(into)
    try:
        changed = with_revision(data, into, editions.old, editions.new)
    except CannotApply as fault:
        raise RequestError(text("edits.not_written", language, name=name)) from fault
    backup = rewrite(Path(into), data, changed, language)
    streams.write_error(text("compare.revised", language, name=name, backup=display_name(backup)))


def _tell(editions: _Editions, form: str) -> None:
    from conceptgen.changes import Teller
    from conceptgen.changes import compare as changes_of

    changes = changes_of(editions.old, editions.new)
    teller = Teller(editions.old, editions.new)
    if form == "json":
        records = [each.record() | {"sentence": teller.sentence(each)} for each in changes]
        streams.write_bytes((json.dumps(records, ensure_ascii=False, indent=2) + "\n").encode())
    else:
        for line in _lines(changes, teller):
            streams.write_line(line)


def _lines(changes: tuple[Change, ...], teller: Teller) -> Iterator[str]:
    from conceptgen.changes.order import by_section

    if not changes:
        yield teller.nothing()
    for section, found in by_section(changes):
        yield teller.section(section)
        yield from (f"  {_SIGNS[each.kind]} {teller.sentence(each)}" for each in found)


_SIGNS = {"set": "~", "add": "+", "remove": "−", "move": "↕"}
