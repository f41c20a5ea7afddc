"""The slides of a short document: which message each has, and the exhibit that shows it.

They are made of the document's own sections, figures and conclusions; the document itself stays as it is, and what of
it stands on no slide the writer puts into the notes for the speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from conceptgen.composition.scope import Scope
from conceptgen.composition.slides import chain, concept, progress
from conceptgen.document.blocks import Document, Part

Deck = Callable[[Scope, Document], Iterator[Part]]

DECKS: Final[dict[tuple[str, str], Deck]] = {
    ("concept", "short"): concept.deck,
    ("chain", "short"): chain.deck,
    ("combined", "short"): concept.deck_with_chains,
    ("progress", "short"): progress.deck,
}
"""The slides of a kind and variant; others have none."""
