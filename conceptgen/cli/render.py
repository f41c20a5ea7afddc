"""``render``: make documents and put them into a folder."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from conceptgen.cli import parts, streams
from conceptgen.cli.words import text

if TYPE_CHECKING:
    from conceptgen.document.look import Look
    from conceptgen.errors import EnvironmentFault
    from conceptgen.load import Loaded
    from conceptgen.pipeline import Output, Wishes

LETTERS_NAMED = 10


def command() -> click.Command:
    """The command and its words."""
    return parts.command(
        "render",
        render,
        parts.argument("file", "file", text("help.render.file")),
        parts.wish(
            "--document",
            "documents",
            help=text("help.render.documents"),
            metavar="concept|chain|combined",
        ),
        parts.wish(
            "--variant",
            "variants",
            help=text("help.render.variants"),
            metavar="page|short|full",
        ),
        parts.wish(
            "--format",
            "formats",
            default=("docx", "pdf"),
            help=text("help.render.formats"),
            metavar="docx|pdf|html",
        ),
        parts.wish("--chain", "chains", help=text("help.render.chains"), metavar="ID"),
        parts.option(
            "--brand", "brand", help=text("help.render.brand"), metavar=text("help.metavar.file"), default=""
        ),
        parts.option(
            "--map-size",
            "map_size",
            help=text("help.render.map_size"),
            metavar="a4|a3",
            default="a4",
            show_default=True,
        ),
        parts.option("--lang", "language", help=text("help.render.language"), metavar="ru|en", default=""),
        parts.flag("--embed-source", "embed_source", help=text("help.render.embed_source")),
        parts.option(
            "--template",
            help=text("help.render.template"),
            metavar=text("help.metavar.file"),
            default="",
        ),
        parts.option(
            "-o",
            "--output",
            "folder",
            help=text("help.render.folder"),
            metavar=text("help.metavar.folder"),
            default="out",
            show_default=True,
        ),
        parts.option("--allow-gaps", "gaps", help=text("help.render.gaps"), is_flag=True),
        parts.option(
            "--toc-pages",
            "toc_pages",
            help=text("help.render.toc_pages"),
            type=click.Choice(("off", "libreoffice")),
            default="off",
            show_default=True,
        ),
        epilog=text("help.render.epilog"),
    )


def render(
    file: str,
    documents: tuple[str, ...],
    variants: tuple[str, ...],
    formats: tuple[str, ...],
    chains: tuple[str, ...],
    brand: str,
    map_size: str,
    language: str,
    embed_source: bool,
    template: str,
    folder: str,
    gaps: bool,
    toc_pages: str,
) -> int:
    """Make every wished document; what this machine cannot make is told at the end, and the rest is made."""
    from conceptgen.cli.gate import pass_gate
    from conceptgen.cli.inputs import attachment, read_with_data
    from conceptgen.pipeline import Wishes

    loaded, data = read_with_data(file)
    look = replace(
        _look(loaded, brand, template),
        contents_pages=toc_pages == "libreoffice",
        source=attachment(file, data) if embed_source else None,
    )
    wishes = Wishes(documents, variants, formats, language, chains, look, map_size=map_size)
    return pass_gate(loaded, file, wishes, gaps) or _make(loaded, file, wishes, Path(folder))


def _look(loaded: Loaded, brand: str, template: str) -> Look:
    """Brand and Word template of the command line; without a brand there, the one the input has."""
    from conceptgen.cli.brands import wished_brand
    from conceptgen.cli.templates import wished_template
    from conceptgen.document.look import Look

    wished = wished_brand(brand, loaded.language) if brand and loaded.project else loaded.brand
    return Look(wished, template=wished_template(template, loaded.language) if template else b"")


def _make(loaded: Loaded, file: str, wishes: Wishes, folder: Path) -> int:
    from conceptgen.errors import EnvironmentFault
    from conceptgen.files import stem_of
    from conceptgen.pipeline import outputs

    assert loaded.project is not None
    faults: list[EnvironmentFault] = []
    for output in outputs(loaded.project, stem_of(file), wishes):
        try:
            _write(output, folder / output.name, loaded.language)
        except EnvironmentFault as fault:
            faults.append(fault)
    for sentence in dict.fromkeys(map(str, faults)):
        streams.complain(sentence)
    return faults[0].exit_code if faults else 0


def _write(output: Output, path: Path, language: str) -> None:
    from conceptgen.files import make_folder, replace_file, shown

    make_folder(path.parent, language)
    with streams.progress(text("writing", language, name=output.name)), _complaints(output.name, language):
        data = output.data()
        replace_file(path, data, language)
    streams.say(shown(path))
    _tell_missing(output, language)


def _tell_missing(output: Output, language: str) -> None:
    """Name the letters the PDF fonts lack."""
    missing = list(output.missing_letters().items())
    if missing:
        named = ", ".join(f"«{letter}» {name}" for letter, name in missing[:LETTERS_NAMED])
        rest = len(missing) - LETTERS_NAMED
        named += f" {text('more', language, count=rest)}" if rest > 0 else ""
        streams.complain(text("missing_letters", language, name=output.name, letters=named))


@contextmanager
def _complaints(name: str, language: str) -> Iterator[None]:
    """What a writer warns of, in a line each; what its libraries print by themselves is not ours to print."""
    with warnings.catch_warnings(record=True) as caught, redirect_stdout(StringIO()):
        warnings.simplefilter("ignore")
        warnings.simplefilter("always", RuntimeWarning)
        yield
    for warning in caught:
        streams.complain(text("complaint", language, name=name, message=warning.message))
