"""The covering letter to the client."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Variant, front
from conceptgen.composition.sections import letters

VARIANTS = {"full": Variant(runs=((front(letters.covering),),), is_form=True)}
"""One page: what is sent, what it is about, what is asked. Goals after the third stand in the document alone."""
