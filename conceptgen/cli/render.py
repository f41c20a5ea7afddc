"""``render``: make documents and put them into a folder."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import click

from conceptgen.cli import parts, streams
from conceptgen.cli.words import text
from conceptgen.cli.write_outputs import SECONDS
from conceptgen.deliverables.formats import USUAL_FORMATS, WRITERS
from conceptgen.document.look import PageCounter
from conceptgen.languages import LANGUAGES

EMBEDDED = ("all", "public")
"""How much of the input goes inside a PDF; a bare --embed-source means the first."""


def command() -> click.Command:
    """Declare ``render`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "render",
        render,
        parts.argument("file", "file", text("help.render.file")),
        parts.documents(),
        parts.variants(),
        parts.multi_option(
            "--format",
            "formats",
            default=USUAL_FORMATS,
            help=text("help.render.formats"),
            metavar="|".join(WRITERS),
        ),
        parts.multi_option("--chain", "chains", help=text("help.render.chains"), metavar="ID"),
        parts.audience(),
        parts.brand(),
        parts.map_size(),
        parts.pdf_engine(),
        parts.option(
            "--lang", "language", help=text("help.render.language"), metavar="|".join(LANGUAGES), default=""
        ),
        parts.option(
            "--embed-source",
            "embedded",
            help=text("help.render.embed_source"),
            type=click.Choice(EMBEDDED),
        ),
        parts.template(),
        parts.output_folder("help.render.folder"),
        parts.flag("--force", "force", help=text("help.render.force")),
        parts.option("--allow-gaps", "gaps", help=text("help.render.gaps"), is_flag=True),
        parts.flag("--review-copy", "review_copy", help=text("help.render.review_copy")),
        parts.option(
            "--toc-pages",
            "toc_pages",
            help=text("help.render.toc_pages"),
            type=click.Choice(get_args(PageCounter)),
            default="layout",
            show_default=True,
        ),
        parts.timeout(SECONDS),
        epilog=text("help.render.epilog"),
        bare={"--embed-source": EMBEDDED[0]},
    )


def render(  # noqa: PLR0913, PLR0917 - an option each
    file: str,
    documents: tuple[str, ...],
    variants: tuple[str, ...],
    formats: tuple[str, ...],
    chains: tuple[str, ...],
    audience: str,
    brand: str,
    map_size: str,
    pdf_engine: str,
    language: str,
    embedded: str | None,
    template: str,
    folder: str,
    force: bool,
    gaps: bool,
    review_copy: bool,
    toc_pages: PageCounter,
    seconds: float,
) -> int:
    """Make every wished document; what this machine cannot make is told at the end, and the rest is made."""
    from conceptgen.cli.audience import refuse_what_tells_all
    from conceptgen.cli.embedding import embedded_source
    from conceptgen.cli.gate import pass_gate
    from conceptgen.cli.inputs import read_with_data
    from conceptgen.cli.templates import look_of
    from conceptgen.cli.write_outputs import folder_of, make
    from conceptgen.composition.audience import told_left_out
    from conceptgen.files import stem_of
    from conceptgen.pipeline import RenderRequest, outputs

    loaded, data = read_with_data(file, brand)
    if audience:
        refuse_what_tells_all(loaded.language, embedded=bool(embedded), review_copy=review_copy)
    look = replace(
        look_of(loaded, template),
        pdf_engine=pdf_engine,
        contents_pages=toc_pages,
        source=embedded_source(loaded, file, data, embedded) if embedded else None,
    )
    request = RenderRequest(
        documents, variants, formats, language, chains, look, map_size=map_size, audience=audience
    )
    if review_copy:
        from conceptgen.readiness import review_copies

        copies = review_copies(loaded, stem_of(file), request)
        return make(copies, folder_of(folder, file, loaded, force=force), seconds)
    stopped = pass_gate(loaded, file, request, gaps)
    if stopped or loaded.project is None:
        return stopped
    if audience:
        streams.write_error(told_left_out(loaded.project, audience))
    made = outputs(loaded.project, stem_of(file), request)
    return make(made, folder_of(folder, file, loaded, force=force), seconds)
