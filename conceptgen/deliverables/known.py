"""A name nobody has declared is refused in the user's words, with the names there are."""

from __future__ import annotations

from collections.abc import Iterable

from conceptgen.deliverables.kinds import AUDIENCES, with_edition_for
from conceptgen.errors import RequestError
from conceptgen.languages import say


def refuse_unknown(what: str, asked: Iterable[str], known: Iterable[str], language: str) -> None:
    """Raise RequestError for the first name that is not among the known; ``what`` is ``variant``, ``chain``, …"""
    known = tuple(known)
    for name in asked:
        if name not in known:
            raise RequestError(say(language, f"outputs.no_{what}", name=name, known=", ".join(known)))


def refuse_audience(document: str, audience: str, language: str) -> None:
    """Raise RequestError for readers nobody has declared, and for a kind they get no edition of."""
    if not audience:
        return
    refuse_unknown("audience", (audience,), AUDIENCES, language)
    known = with_edition_for(audience)
    if document not in known:
        raise RequestError(say(language, "outputs.no_staff_edition", name=document, known=", ".join(known)))
