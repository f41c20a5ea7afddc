"""``charts``: every chart and map of the documents as a picture of its own."""

from __future__ import annotations

import click

from conceptgen.cli import parts
from conceptgen.cli.words import text
from conceptgen.cli.write_outputs import SECONDS
from conceptgen.deliverables.formats import OF_PICTURES
from conceptgen.languages import LANGUAGES


def command() -> click.Command:
    """Declare ``charts`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "charts",
        charts,
        parts.argument("file", "file", text("help.charts.file")),
        parts.multi_option(
            "--format",
            "formats",
            default=OF_PICTURES[:1],
            help=text("help.charts.formats"),
            metavar="|".join(OF_PICTURES),
        ),
        parts.brand(),
        parts.option(
            "--lang", "language", help=text("help.render.language"), metavar="|".join(LANGUAGES), default=""
        ),
        parts.output_folder("help.charts.folder"),
        parts.timeout(SECONDS),
    )


def charts(
    file: str, formats: tuple[str, ...], brand: str, language: str, folder: str, seconds: float
) -> int:
    """Write every picture and show its name; an input with mistakes of form is told of, and nothing is drawn."""
    from conceptgen.cli import streams
    from conceptgen.cli.failures import BAD_INPUT
    from conceptgen.cli.inputs import read
    from conceptgen.cli.write_outputs import folder_of, make
    from conceptgen.exchange.pictures import pictures
    from conceptgen.files import stem_of

    loaded = read(file, brand)
    if loaded.project is None:
        for finding in loaded.findings:
            streams.write_error(str(finding))
        return BAD_INPUT
    made = pictures(loaded.project, stem_of(file), formats, loaded.look, language)
    return make(made, folder_of(folder, file, loaded), seconds)
