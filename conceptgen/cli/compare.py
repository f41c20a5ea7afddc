"""``compare``: what changed from one input to another, in words of the field or as tracked changes in Word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from conceptgen.cli import parts, streams
from conceptgen.cli.words import text
from conceptgen.deliverables.kinds import KINDS, VARIANT_NAMES

if TYPE_CHECKING:
    from conceptgen.changes import Change, Teller
    from conceptgen.errors import RequestError
    from conceptgen.input import Loaded
    from conceptgen.pipeline import Output, RenderRequest

FORMATS = ("text", "json")


def command() -> click.Command:
    """Declare ``compare`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "compare",
        compare,
        parts.argument("old", "old", text("help.compare.old")),
        parts.argument("new", "new", text("help.compare.new")),
        parts.option(
            "--format",
            "form",
            help=text("help.compare.form"),
            type=click.Choice(FORMATS),
            default="text",
            show_default=True,
        ),
        parts.flag("--redline", "is_redline", help=text("help.compare.redline")),
        parts.multi_option(
            "--document", "documents", help=text("help.render.documents"), metavar="|".join(KINDS)
        ),
        parts.multi_option(
            "--variant", "variants", help=text("help.render.variants"), metavar="|".join(VARIANT_NAMES)
        ),
        parts.multi_option("--chain", "chains", help=text("help.render.chains"), metavar="ID"),
        parts.brand(),
        parts.template(),
        parts.option(
            "-o",
            "--output",
            "folder",
            help=text("help.render.folder"),
            metavar=text("help.metavar.folder"),
            default="out",
            show_default=True,
        ),
    )


def compare(  # noqa: PLR0913, PLR0917 - an option each
    old: str,
    new: str,
    form: str,
    is_redline: bool,
    documents: tuple[str, ...],
    variants: tuple[str, ...],
    chains: tuple[str, ...],
    brand: str,
    template: str,
    folder: str,
) -> int:
    """Print the changes, or write the redlines; an input with errors is reported instead."""
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.cli.inputs import read

    before, after = read(old), read(new, brand)
    if not (_is_whole(before) and _is_whole(after)):
        return BAD_INPUT
    if not is_redline:
        _tell(before, after, form)
        return 0
    from conceptgen.cli.templates import look_of
    from conceptgen.cli.write_outputs import folder_of, make
    from conceptgen.files import stem_of
    from conceptgen.pipeline import RenderRequest

    request = RenderRequest(documents, variants, chains=chains, look=look_of(after, template))
    made = _redlines(before, after, stem_of(new), request)
    return make(made, folder_of(folder, new, after))


def _is_whole(loaded: Loaded) -> bool:
    """Whether an input can be compared; the findings of one that cannot are printed."""
    if loaded.project is None:
        for finding in loaded.findings:
            streams.write_error(str(finding))
    return loaded.project is not None


def _redlines(before: Loaded, after: Loaded, stem: str, request: RenderRequest) -> Iterator[Output]:
    """The redlines; a document that the old edition does not have is told of."""
    from conceptgen.exchange.comparison import redlines
    from conceptgen.pipeline import Output

    assert before.project is not None
    assert after.project is not None
    for each in redlines(before.project, after.project, stem, request):
        if isinstance(each, Output):
            yield each
        else:
            streams.write_error(_no_document(before, each))


def _no_document(before: Loaded, fault: RequestError) -> str:
    return text("compare.only_new", before.language, name=before.name, reason=str(fault))


def _tell(before: Loaded, after: Loaded, form: str) -> None:
    from conceptgen.changes import Teller
    from conceptgen.changes import compare as changes_of

    assert before.project is not None
    assert after.project is not None
    changes = changes_of(before.project, after.project)
    teller = Teller(before.project, after.project)
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
