"""Photographs inside a page: their bytes are the address, so that nothing is fetched."""

from __future__ import annotations

from base64 import b64encode

from conceptgen.document.blocks import Document, Photo
from conceptgen.document.walk import blocks, photographs


def address(photo: Photo) -> str:
    """The picture itself as an address."""
    return f"data:image/{photo.format};base64,{b64encode(photo.data).decode()}"


def addresses(document: Document) -> tuple[str, ...]:
    """Those of every photograph of a document."""
    return tuple(address(each) for block in blocks(document) for each in photographs(block))
