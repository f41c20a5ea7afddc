"""``review``: the readiness report of a file, a working paper for whoever prepares its documents, or the questions that
the client has to answer.
"""

from __future__ import annotations

from dataclasses import replace

import click

from conceptgen.cli import parts
from conceptgen.cli.words import text
from conceptgen.deliverables.formats import PAGED, USUAL_FORMATS


def command() -> click.Command:
    """Declare ``review`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "review",
        review,
        parts.argument("file", "file", text("help.review.file")),
        parts.multi_option(
            "--format",
            "formats",
            default=USUAL_FORMATS,
            help=text("help.review.formats"),
            metavar="|".join(PAGED),
        ),
        parts.flag("--questions", help=text("help.review.questions")),
        parts.brand(),
        parts.pdf_engine(),
        parts.template(),
        parts.output_folder("help.review.folder"),
    )


def review(
    file: str,
    formats: tuple[str, ...],
    questions: bool,
    brand: str,
    pdf_engine: str,
    template: str,
    folder: str,
) -> int:
    """Write the report or the questionnaire; what is wrong with the content is in it and stops nothing."""
    from conceptgen.cli.inputs import read
    from conceptgen.cli.templates import look_of
    from conceptgen.cli.write_outputs import folder_of, make
    from conceptgen.files import stem_of
    from conceptgen.readiness import questionnaires, reports

    loaded = read(file, brand)
    look = replace(look_of(loaded, template), pdf_engine=pdf_engine)
    made = questionnaires if questions else reports
    return make(made(loaded, stem_of(file), formats, look), folder_of(folder, file, loaded))
