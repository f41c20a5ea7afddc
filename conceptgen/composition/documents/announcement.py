"""The announcement to the staff."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Variant, front
from conceptgen.composition.sections import letters

VARIANTS = {"full": Variant(runs=((front(letters.announcement),),), is_form=True)}
"""One page: from when, what we do and since when, when it is told, whom to ask. Neither money nor scores."""
