"""What a file says of itself: its title, its people, its date, the source that goes along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from conceptgen.document.blocks import Document, Photo
from conceptgen.document.look import Look
from conceptgen.document.walk import blocks, photographs
from conceptgen.languages import say


def about(document: Document, look: Look) -> dict[str, Any]:
    """The metadata, the file that goes along, the pixels of the photographs by their hash."""
    return {
        "title": document.title,
        "author": [document.author] if document.author else [],
        "keywords": list(document.keywords),
        "description": document.running if document.running != document.title else None,
        "language": document.language,
        "date": [document.stamp.year, document.stamp.month, document.stamp.day],
        "source": _source(document, look),
        "photos": {each.digest: list(each.data) for each in _photos(document)},
    }


def _photos(document: Document) -> Iterator[Photo]:
    """Every photograph there is to print."""
    return (each for block in blocks(document) for each in photographs(block))


def _source(document: Document, look: Look) -> dict[str, Any] | None:
    if look.source is None:
        return None
    kind = "json" if look.source.name.lower().endswith(".json") else "yaml"
    return {
        "name": look.source.name,
        "data": list(look.source.data),
        "type": f"application/{kind}",
        "description": say(document.language, "writing.source"),
    }
