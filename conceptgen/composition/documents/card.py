"""A card a position, a page each."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Variant, front
from conceptgen.composition.sections import role_cards

VARIANTS = {"page": Variant(runs=((front(role_cards.blocks, key="cards"),),), poster=True, is_form=True)}
"""Why, touchpoints with their standards, what one may decide, what helps where it went wrong,
hand-overs, what we no longer do.

Leaves out what does not fit the page (``sections.role_cards``) and says where it stands.
"""
