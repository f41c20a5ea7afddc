"""The positions: profile, duties, agreement of both, touchpoints, selection, interview."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Place, Variant, front
from conceptgen.composition.sections import role_profiles

VARIANTS = {
    "full": Variant(
        runs=((front(role_profiles.head, key="cover"), Place(role_profiles.blocks, key="profiles")),)
    )
}
"""A section a position.

Leaves out: psychological remarks; touchpoints that are to go; everything that is not about positions.
"""
