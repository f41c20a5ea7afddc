"""What an edition that leaves something out may not be asked for together with."""

from __future__ import annotations

from conceptgen.cli.words import text
from conceptgen.errors import RequestError


def refuse_what_tells_all(language: str, *, embedded: bool, review_copy: bool) -> None:
    """Raise RequestError for wishes that would put into an edition what it leaves out."""
    if embedded:
        raise RequestError(text("staff_embeds_nothing", language))
    if review_copy:
        raise RequestError(text("staff_has_no_review_copy", language))
