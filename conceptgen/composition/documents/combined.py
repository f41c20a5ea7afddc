"""The concept with its chains: each chain's map where the state is told, the rest of it in an annex."""

from __future__ import annotations

from conceptgen.composition.documents import concept
from conceptgen.composition.documents.variant import Place, Variant, annex, front
from conceptgen.composition.sections import combined, current_state, unprinted

_STATE = next(n for n, place in enumerate(concept.SECTIONS, 1) if place.section is current_state.blocks)

FULL = Variant(
    runs=(
        *concept.FRAME,
        (
            *concept.SECTIONS[:_STATE],
            Place(combined.as_they_are, key="chains"),
            *concept.SECTIONS[_STATE:],
        ),
        (annex(combined.annexes, key="chain_annexes"), *concept.ANNEXES),
    ),
    rest=unprinted.of_all,
    shrinks=True,
)
"""The full concept with its chains: each chain's map in section 2, the rest of it in an annex; one numbering.

Leaves out what the full concept leaves out, and the chains' own lists of changes: those are actions of the programme.
"""

SHORT = Variant(
    runs=(*concept.SHORT.runs, (front(combined.maps, key="map"),)),
)
"""The theses, then each chain's map on a page. Leaves out what the short concept and the short map leave out."""

VARIANTS = {"short": SHORT, "full": FULL}
