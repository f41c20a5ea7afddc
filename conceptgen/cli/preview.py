"""``preview``: look at a document in the browser while its file is being written."""

from __future__ import annotations

import secrets
import threading
from pathlib import Path

import click

from conceptgen.cli import parts, streams
from conceptgen.cli.words import language, text
from conceptgen.cli.write_outputs import SECONDS, one_at_a_time
from conceptgen.errors import RequestError
from conceptgen.files import display_name


def command() -> click.Command:
    """Declare ``preview`` for click: its options, and its help in the language of the locale."""
    return parts.command(
        "preview",
        preview,
        parts.argument("file", "file", text("help.preview.file")),
        parts.option(
            "--port",
            help=text("help.preview.port"),
            type=click.IntRange(1024, 65535),
            metavar=text("help.metavar.number"),
            default=8713,
            show_default=True,
        ),
        parts.audience(),
        parts.brand(),
        parts.map_size(),
        parts.pdf_engine("help.preview.pdf_engine"),
        parts.template(),
        parts.timeout(SECONDS),
        parts.option("--open", "opens", help=text("help.preview.opens"), is_flag=True),
        parts.option("--read-only", "read_only", help=text("help.preview.read_only"), is_flag=True),
    )


def preview(  # noqa: PLR0913, PLR0917 - an option each
    file: str,
    port: int,
    audience: str,
    brand: str,
    map_size: str,
    pdf_engine: str,
    template: str,
    seconds: float,
    opens: bool,
    read_only: bool = False,
) -> int:
    """Serve until Ctrl-C."""
    from conceptgen.cli.brands import requested_brand
    from conceptgen.cli.templates import with_template
    from conceptgen.document.look import Look
    from conceptgen.preview.server import serve
    from conceptgen.preview.view import Session
    from conceptgen.preview.watch import watch

    path = Path(file)
    if not path.is_file():
        raise RequestError(text("no_file", name=display_name(path)))
    if brand:
        requested_brand(brand, language())
    look = with_template(Look(pdf_engine=pdf_engine), template, language())
    make = one_at_a_time(seconds)
    view = Session(path, Path(brand) if brand else None, look, map_size, make, read_only, audience)
    token = secrets.token_urlsafe(24)
    stop = threading.Event()
    with serve(view, token, port) as server:
        threading.Thread(target=watch, args=(view.folders, view.refresh, stop), daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/{token}/"
        streams.write_line(text("preview", address=address))
        if opens:
            click.launch(address)
        try:
            server.serve_forever(poll_interval=0.2)
        except KeyboardInterrupt:
            streams.write_line("")
        finally:
            stop.set()
    return 0
