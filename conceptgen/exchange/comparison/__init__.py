"""Two editions side by side: the documents that show what changed from one to the other."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.deliverables.formats import PAGED
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.exchange.comparison.redlines import redlines
from conceptgen.exchange.comparison.report import what_changed
from conceptgen.exchange.comparison.revision import with_revision
from conceptgen.model.project import Project
from conceptgen.pipeline import Output, look_for
from conceptgen.writers import check_formats

__all__ = ["redlines", "reports", "what_changed", "with_revision"]


def reports(
    old: Project, new: Project, stem: str, formats: tuple[str, ...], look: Look = DEFAULT_LOOK
) -> Iterator[Output]:
    """«What changed» in each format, named after the new edition."""
    check_formats(formats, new.document.language, PAGED)
    document, look = what_changed(old, new), look_for(new, look)
    for format in formats:
        yield Output(f"{stem}-changes.{format}", format, "", document, look)
