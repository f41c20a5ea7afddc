"""The concept: a sheet of principles, the theses, the whole document."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Place, Variant, annex, front, thesis
from conceptgen.composition.sections import (
    agreement,
    contents,
    cover,
    current_state,
    glance,
    goals,
    governance,
    indicators,
    masthead,
    measurements,
    method,
    principles,
    programme,
    purpose,
    revisions,
    rights,
    roles,
    sources,
    terms,
    theses,
    unprinted,
)

FRAME = ((front(cover.blocks),), (front(glance.blocks), front(rights.blocks)), (front(contents.blocks),))
"""What stands before section 1; what the staff may decide, in their edition alone."""
SECTIONS = (
    front(terms.blocks),
    Place(purpose.blocks),
    Place(current_state.blocks),
    Place(goals.blocks),
    Place(programme.blocks),
    Place(indicators.blocks),
    Place(governance.blocks),
)
ANNEXES = (
    annex(sources.blocks),
    annex(method.blocks),
    annex(measurements.blocks),
    annex(roles.blocks),
    annex(agreement.blocks),
    annex(revisions.blocks),
)

FULL = Variant(runs=(*FRAME, SECTIONS, ANNEXES), rest=unprinted.blocks, shrinks=True)
"""The full concept: six sections in the order of the method, after «Главное на одной странице».

Leaves out: notes, ids, contacts of people, psychological remarks on roles; chains have documents of their own.
"""

SHORT = Variant(
    runs=(
        (
            front(masthead.blocks, key="cover"),
            thesis(theses.why),
            thesis(principles.blocks),
            thesis(rights.blocks),
            thesis(theses.where_we_are),
            thesis(theses.where_we_go),
            thesis(theses.first_steps),
            thesis(theses.who_answers),
        ),
    ),
)
"""The theses: principles first, then where we are, where we go, first steps, who answers; one to three pages.

Leaves out: cause analyses, problem zones, the programme beyond its first ninety days, all indicators but the key one of
each goal, risks, governance, annexes, sources, remarks, photographs; goals after the fifth.
"""

PAGE = Variant(
    runs=((front(masthead.blocks, key="cover"), thesis(principles.poster, key="principles")),),
    poster=True,
)
"""The principles alone on one sheet to pin up, at most seven of them, and whom to ask.

Leaves out: everything but principles; of these the goals and touchpoints they serve.
"""

VARIANTS = {"page": PAGE, "short": SHORT, "full": FULL}
