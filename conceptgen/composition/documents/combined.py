"""The concept with its chains: each chain's map where the state is told, the rest of it in an annex."""

from __future__ import annotations

from conceptgen.composition.documents import concept
from conceptgen.composition.documents.variant import Place, Variant, annex, front
from conceptgen.composition.sections import combined, current_state, governance, unprinted


def _after(section: object) -> int:
    """How many runs of the concept there are up to the one that begins with a section."""
    return next(n for n, run in enumerate(concept.FULL.runs, 1) if run[0].section is section)


_STATE, _LAST = _after(current_state.blocks), _after(governance.blocks)

FULL = Variant(
    runs=(
        *concept.FULL.runs[:_STATE],
        (Place(combined.as_they_are, key="chains"),),
        *concept.FULL.runs[_STATE:_LAST],
        (annex(combined.annexes, key="chain_annexes"),),
        *concept.FULL.runs[_LAST:],
    ),
    rest=unprinted.of_all,
)
"""The full concept with its chains: each chain's map in section 2, the rest of it in an annex; one numbering.

Leaves out what the full concept leaves out, and the chains' own lists of changes: those are actions of the programme.
"""

SHORT = Variant(
    runs=(*concept.SHORT.runs, (front(combined.maps, key="map"),)),
)
"""The theses, then each chain's map on a page. Leaves out what the short concept and the short map leave out."""

VARIANTS = {"short": SHORT, "full": FULL}
