"""WeasyPrint, fenced in: it may ask for our fonts and nothing else, and what it complains of is passed on."""

# mypy: disable-error-code="no-untyped-call"
# WeasyPrint comes without type hints.
from __future__ import annotations

import gc
import io
import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from weasyprint import CSS, HTML
from weasyprint import Attachment as Embedded
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from conceptgen.document.look import Attachment
from conceptgen.languages import USUAL
from conceptgen.scratch import scratch
from conceptgen.writers.pdf import archive, fonts, tags

HYPHEN = "\u2011"
"""What the style sheet for paper ends a divided word with: a glyph that stands for nothing else in our documents."""


class _AllowListFetcher(URLFetcher):
    """The closed list of what may be fetched; any other address stops the rendering."""

    def __init__(self, pictures: tuple[str, ...]) -> None:
        super().__init__()
        self._pictures = pictures

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        if url in self._pictures:
            return super().fetch(url, headers)
        path = fonts.files().get(url)
        if path is None:
            raise FatalURLFetchingError(f"not on the shelf: {url}")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/ttf"})


@dataclass(frozen=True, slots=True)
class Request:
    """A page to be printed, and what the file says about it.

    ``titles`` names the places that links lead to; ``pictures`` are the addresses of those the page carries in itself.
    """

    html: str
    language: str = USUAL
    producer: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    attached: tuple[Embedded, ...] = ()
    pictures: tuple[str, ...] = ()


def attachment(file: Attachment, description: str, day: datetime) -> Embedded:
    """A file that goes inside the PDF as the source of it."""
    return Embedded(
        file_obj=io.BytesIO(file.data),
        name=file.name,
        description=description,
        created=day,
        modified=day,
        relationship="Source",
    )


def render(request: Request) -> bytes:
    """One HTML page as a tagged PDF, PDF/A-3a and PDF/UA-1 together."""

    def finish(_: Any, pdf: Any) -> None:
        archive.declare(pdf, request.language, request.producer)
        if HYPHEN not in request.html:  # an author's own stays what it is
            archive.join_words(pdf, HYPHEN)
        archive.fix_for_every_viewer(pdf)
        tags.mend(pdf, request.titles)

    shelf = _AllowListFetcher(request.pictures)
    with _complaints(), _seldom_searched(), scratch() as folder:
        known = FontConfiguration()
        # By itself it lays 3 MB of fonts into the temporary folder, and they stay when the run is killed.
        known._folder = folder
        try:
            sheet = CSS(string=fonts.style_sheet(), font_config=known, url_fetcher=shelf)
            page = HTML(string=request.html, base_url="document:", url_fetcher=shelf)
            pdf: bytes = page.write_pdf(
                stylesheets=[sheet],
                font_config=known,
                pdf_variant="pdf/a-3a",
                attachments=list(request.attached),
                finisher=finish,
            )
        except FatalURLFetchingError as fault:
            raise RuntimeError(str(fault)) from fault
    return pdf


@contextmanager
def _seldom_searched() -> Iterator[None]:
    """What a page is made of stays until it is printed; to search that for garbage is a fifth of the time."""
    usual, is_frozen = gc.get_threshold(), gc.get_freeze_count() > 0
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        if not is_frozen:  # what somebody else has frozen stays so
            gc.unfreeze()


@contextmanager
def _complaints() -> Iterator[None]:
    """Turn what WeasyPrint logs into Python warnings: a good document causes none."""
    listener = _Listener(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(listener)
    try:
        yield
    finally:
        logger.removeHandler(listener)
    for message in listener.messages:
        # A letter the fonts lack is named by ``glyphs``, in the user's words and once a document.
        if message.startswith(".notdef"):
            continue
        warnings.warn(f"PDF: {message}", RuntimeWarning, stacklevel=4)


class _Listener(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
