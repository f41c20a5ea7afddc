"""A name nobody has declared is refused in the user's words, with the names there are."""

from __future__ import annotations

from collections.abc import Iterable

from conceptgen.errors import RequestError
from conceptgen.languages import say


def refuse_unknown(what: str, asked: Iterable[str], known: Iterable[str], language: str) -> None:
    """Raise RequestError for the first name that is not among the known; ``what`` is ``variant``, ``chain``, …"""
    known = tuple(known)
    for name in asked:
        if name not in known:
            raise RequestError(say(language, f"outputs.no_{what}", name=name, known=", ".join(known)))
