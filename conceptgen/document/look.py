"""How a document looks, apart from what it says: the brand, the Word template, what goes along with the file.

The same document under another look is another file; a writer gets both and knows nothing of where they came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture checked and encoded anew: PNG bytes for Word, PNG or SVG for pages; size in pixels."""

    png: bytes
    width: int
    height: int
    alt: str
    svg: str = ""

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """The size of the logo as large as it goes into a box."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


@dataclass(frozen=True, slots=True)
class Brand:
    """A firm's look. Empty means: as the template or the house has it. Colours are ``#RRGGBB``.

    ``disclaimer`` becomes a paragraph of the document before it is written; the rest is the writers' to show.
    """

    firm: str = ""
    logo: Logo | None = None
    accent: str = ""
    second: str = ""
    text_font: str = ""
    heading_font: str = ""
    footer: str = ""
    disclaimer: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside another."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark for the margin: the address of the value it is about ("" for the whole), and its paragraphs."""

    address: str
    paragraphs: tuple[str, ...]


PageCounter = Literal["off", "layout", "libreoffice"]
"""Nothing, the layout of the PDF (for the house's own pages alone), or LibreOffice on the finished file."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a writer is told beside the document.

    ``template``: the bytes of one's own Word template, checked; empty for the house's; ``master``: the same for slides.
    ``contents_pages``: what counts the pages for the contents of a Word file. ``source``: the input, to go inside the
    PDF. ``comments``: remarks for the margin, in Word only. ``pdf_engine``: what sets the PDF; "" for the usual one.
    """

    brand: Brand = Brand()
    template: bytes = b""
    master: bytes = b""
    contents_pages: PageCounter = "layout"
    source: Attachment | None = None
    comments: tuple[Comment, ...] = ()
    pdf_engine: str = ""


DEFAULT_LOOK = Look()
