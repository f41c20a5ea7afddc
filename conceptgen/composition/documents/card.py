"""A card a position, a page each."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Variant, front
from conceptgen.composition.sections import role_cards

CARDS = ((front(role_cards.blocks, key="cards"),),)
VARIANTS = {"page": Variant(runs=CARDS, poster=True, is_form=True, overflows=role_cards.overflows)}
"""Why, what is new on the first day, what stays as it was, what one may decide, what helps where it went wrong,
hand-overs, what is new later and what we no longer do then.

Set close where large type has no room for all; what comes later turns the page where even that has none.
"""
