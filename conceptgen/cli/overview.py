"""``overview``: all clients of a folder on one page, and the same as data."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from conceptgen.cli import parts, streams
from conceptgen.cli.words import language, text
from conceptgen.languages import LANGUAGES

_NAME = "overview"


def command() -> click.Command:
    """Declare ``overview`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "overview",
        overview,
        parts.argument("paths", "folder", text("help.overview.paths"), nargs=-1),
        parts.option(
            "--date", "day", help=text("help.overview.date"), metavar=text("help.metavar.date"), default=""
        ),
        parts.option(
            "--lang", "spoken", help=text("help.overview.language"), metavar="|".join(LANGUAGES), default=""
        ),
        parts.output_folder("help.overview.folder"),
    )


def overview(paths: tuple[str, ...], day: str, spoken: str, folder: str) -> int:
    """Write the page and the data; a client that cannot be read is a line of them, a copy changed by hand stays."""
    from conceptgen.batch.rendered import RenderFolder
    from conceptgen.deliverables.known import refuse_unknown
    from conceptgen.errors import RequestError
    from conceptgen.files import display_name, make_folder
    from conceptgen.overview import overview as look_at
    from conceptgen.pipeline import Output
    from conceptgen.writers import write

    refuse_unknown("language", [spoken or LANGUAGES[0]], LANGUAGES, language())
    wished, target = spoken or language(), Path(folder)
    made = look_at(map(Path, paths), target, _day(day), wished)
    if not made.clients:
        raise RequestError(text("building.nothing"))
    data = json.dumps(made.data(), ensure_ascii=False, indent=1, sort_keys=True).encode()
    make_folder(target, language())
    kept, page = RenderFolder(target, _NAME, language()), made.page()
    for format, told in (("html", write(page, "html")), ("json", data)):
        output = Output(f"{_NAME}.{format}", format, "", page)
        aside = kept.put(output, told)
        streams.write_line(display_name(target / output.name))
        if aside:
            named = {"name": output.name, "aside": display_name(aside)}
            streams.write_error(text("kept_aside", language(), **named))
    return 0


def _day(written: str) -> date:
    """The day to look from: today, unless another is named."""
    from conceptgen.errors import RequestError

    try:
        return date.fromisoformat(written) if written else date.today()
    except ValueError as fault:
        raise RequestError(text("overview.no_day", name=written)) from fault
