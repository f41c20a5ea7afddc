"""A card a position, a page each."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Variant, front
from conceptgen.composition.sections import role_cards

CARDS = ((front(role_cards.blocks, key="cards"),),)
VARIANTS = {"page": Variant(runs=CARDS, poster=True, is_form=True, overflows=role_cards.overflows)}
"""Why, touchpoints with their standards, what one may decide, what helps where it went wrong,
hand-overs, what we no longer do.

Set close where large type has no room for all. Leaves out what does not fit the page even so (``sections.role_cards``)
and says where it stands.
"""
