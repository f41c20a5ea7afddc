"""The slides of a short document: which message each has, and the exhibit that shows it.

They are made of the document's own sections, figures and conclusions; the document itself stays as it is, and what of
it stands on no slide the writer puts into the notes for the speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Final

from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Document, Part

Deck = Callable[[Scope, Document], Iterator[Part]]

DECKS: Final = {
    ("concept", "short"): ("concept", "deck"),
    ("chain", "short"): ("chain", "deck"),
    ("combined", "short"): ("concept", "deck_with_chains"),
    ("progress", "short"): ("progress", "deck"),
}
"""Where the slides of a kind and variant are made; others have none."""


def deck_of(document: str, variant: str) -> Deck | None:
    """What makes the slides of a kind and variant, with the sections it needs, loaded when it is asked for."""
    place = DECKS.get((document, variant))
    if place is None:
        return None
    deck: Deck = getattr(import_module(f"{__name__}.{place[0]}"), place[1])
    return deck
