"""WeasyPrint, fenced in: it may ask for our fonts and nothing else, and what it complains of is passed on."""

# mypy: disable-error-code="no-untyped-call"
# WeasyPrint comes without type hints.
from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from conceptgen.write.pdf import fonts


class _Shelf(URLFetcher):
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


def render(html: str, pictures: tuple[str, ...] = ()) -> bytes:
    """One HTML page as a tagged PDF; ``pictures`` are the addresses of those the page carries in itself."""
    known = FontConfiguration()
    shelf = _Shelf(pictures)
    with _complaints():
        try:
            sheet = CSS(string=fonts.style_sheet(), font_config=known, url_fetcher=shelf)
            page = HTML(string=html, base_url="document:", url_fetcher=shelf)
            pdf: bytes = page.write_pdf(stylesheets=[sheet], font_config=known, pdf_variant="pdf/ua-1")
        except FatalURLFetchingError as fault:
            raise RuntimeError(str(fault)) from fault
    return pdf


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
