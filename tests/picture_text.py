"""What a picture of a document says: its letters are outlines, its words stand in its description."""

from __future__ import annotations

import io

from lxml import etree
from PIL import Image

from conceptgen.document.blocks import Document
from conceptgen.document.walk import plain_text

SVG = "{http://www.w3.org/2000/svg}"


def described(data: bytes) -> str:
    """The description of an SVG or a PNG."""
    if data.startswith(b"\x89PNG"):
        return str(Image.open(io.BytesIO(data)).text["Description"])  # type: ignore[attr-defined]
    return etree.fromstring(data, etree.XMLParser(huge_tree=True)).findtext(f"{SVG}desc") or ""


def unsaid(document: Document, data: bytes) -> list[str]:
    """The lines of a document that its picture does not tell."""
    told = described(data)
    return [each for each in plain_text(document) if each not in told]
