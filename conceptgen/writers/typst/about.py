"""What a file says of itself: its title, its people, its date, the source that goes along."""

from __future__ import annotations

from typing import Any

from conceptgen.document.blocks import Document
from conceptgen.document.look import Look
from conceptgen.languages import say


def about(document: Document, look: Look) -> dict[str, Any]:
    """The metadata and the file that goes along."""
    return {
        "title": document.title,
        "author": [document.author] if document.author else [],
        "keywords": list(document.keywords),
        "description": document.running if document.running != document.title else None,
        "language": document.language,
        "date": [int(part) for part in document.date.split("-")],
        "source": _source(document, look),
    }


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
