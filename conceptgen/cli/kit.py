"""``kit``: all that is printed for a strategic session, of an input or of none."""

from __future__ import annotations

from dataclasses import replace

import click

from conceptgen.cli import parts, words
from conceptgen.cli.words import text
from conceptgen.cli.write_outputs import SECONDS
from conceptgen.deliverables.formats import PAGED, USUAL_FORMATS
from conceptgen.languages import LANGUAGES

KIND = "kit"


def command() -> click.Command:
    """Declare ``kit`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "kit",
        kit,
        parts.argument("file", "file", text("help.kit.file"), is_needed=False),
        parts.multi_option(
            "--format",
            "formats",
            default=USUAL_FORMATS,
            help=text("help.review.formats"),
            metavar="|".join(PAGED),
        ),
        parts.brand(),
        parts.map_size(),
        parts.pdf_engine(),
        parts.option(
            "--lang", "language", help=text("help.kit.language"), metavar="|".join(LANGUAGES), default=""
        ),
        parts.output_folder("help.render.folder"),
        parts.flag("--force", "force", help=text("help.render.force")),
    )


def kit(  # noqa: PLR0913, PLR0917 - an option each
    file: str,
    formats: tuple[str, ...],
    brand: str,
    map_size: str,
    pdf_engine: str,
    language: str,
    folder: str,
    force: bool,
) -> int:
    """Of a file on the road of every document; of none, what nothing need be known for."""
    if file:
        from conceptgen.cli.render import render

        return render(
            file, (KIND,), (), formats, (), "", brand, map_size, pdf_engine, language, None, "", folder, force,
            False, False, "off", SECONDS,
        )  # fmt: skip
    from conceptgen.cli.write_outputs import folder_of, make
    from conceptgen.deliverables.known import refuse_unknown
    from conceptgen.errors import InputError
    from conceptgen.input import load_bytes
    from conceptgen.languages import vocabulary
    from conceptgen.pipeline import RenderRequest, outputs

    spoken = language or words.starter_language()
    refuse_unknown("language", (spoken,), LANGUAGES, words.language())
    empty = vocabulary(spoken)["documents"]["kit"]["empty_input"]
    loaded = load_bytes(empty.encode(), f"{KIND}.yaml", brand=brand or None)
    if loaded.project is None:
        raise InputError(loaded.findings)
    look = replace(loaded.look, pdf_engine=pdf_engine)
    request = RenderRequest(
        (KIND,), (), formats, spoken, look=look, file_name="{document}", map_size=map_size
    )
    return make(
        outputs(loaded.project, KIND, request), folder_of(folder, f"{KIND}.yaml", loaded, force=force)
    )
