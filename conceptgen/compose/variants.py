"""Variants: what a document consists of, page run by page run, and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from conceptgen.compose.build import Piece
from conceptgen.compose.scope import Scope
from conceptgen.compose.sections import (
    agreement,
    combined,
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
    remainder,
    revisions,
    roles,
    sources,
    terms,
    theses,
)
from conceptgen.compose.sections.chain import (
    alone,
    chain_map,
    changes,
    citations,
    general,
    key_points,
    short_map,
    stages,
    title,
    zones,
)
from conceptgen.compose.sections.chain import indicators as chain_indicators
from conceptgen.origin import Path

Section = Callable[[Scope], Iterable[Piece]]
Rest = Callable[[Scope, set[Path]], Iterable[Piece]]


@dataclass(frozen=True, slots=True)
class Variant:
    """A document as runs of sections, each run on a fresh page.

    ``rest`` prints what no section printed, so that nothing is lost; shorter variants have none. ``poster`` is set
    in large type, to be read on a wall.
    """

    document: str
    name: str
    runs: tuple[tuple[Section, ...], ...]
    rest: Rest | None = None
    poster: bool = False


CONCEPT_FULL = Variant(
    document="concept",
    name="full",
    runs=(
        (cover.blocks,),
        (glance.blocks,),
        (contents.blocks,),
        (terms.blocks,),
        (purpose.blocks,),
        (current_state.blocks,),
        (goals.blocks,),
        (programme.blocks,),
        (indicators.blocks,),
        (governance.blocks,),
        (sources.blocks,),
        (method.blocks,),
        (measurements.blocks,),
        (roles.blocks,),
        (agreement.blocks, revisions.blocks),
    ),
    rest=remainder.blocks,
)
"""The full concept: six sections in the order of the method, after «Главное на одной странице».

Leaves out: notes, ids, contacts of people, psychological remarks on roles; chains have documents of their own.
"""

_AFTER_STATE = CONCEPT_FULL.runs.index((current_state.blocks,)) + 1
_ANNEXES = CONCEPT_FULL.runs.index((governance.blocks,)) + 1

CONCEPT_SHORT = Variant(
    document="concept",
    name="short",
    runs=(
        (
            masthead.blocks,
            theses.why,
            principles.blocks,
            theses.where_we_are,
            theses.where_we_go,
            theses.first_steps,
            theses.who_answers,
        ),
    ),
)
"""The theses: principles first, then where we are, where we go, first steps, who answers; one to three pages.

Leaves out: cause analyses, problem zones, the programme beyond its first ninety days, all indicators but the key one of
each goal, risks, governance, annexes, sources, remarks; goals after the fifth.
"""

CONCEPT_PAGE = Variant(
    document="concept",
    name="page",
    runs=((masthead.blocks, principles.poster),),
    poster=True,
)
"""The principles alone on one sheet to pin up, at most seven of them, and whom to ask.

Leaves out: everything but principles; of these the goals and touchpoints they serve.
"""

CHAIN_FULL = Variant(
    document="chain",
    name="full",
    runs=(
        (title.page,),
        (contents.blocks,),
        (alone.blocks,),
        (general.blocks,),
        (chain_map.blocks,),
        (stages.blocks,),
        (zones.blocks,),
        (chain_indicators.blocks,),
        (changes.blocks,),
        (citations.blocks,),
        (alone.positions,),
        (alone.papers,),
    ),
    rest=remainder.of_chain,
)
"""One chain whole: its map, each touchpoint in full once, problem zones and hand-overs, indicators, what changes.

Leaves out: notes, ids, drawbacks of the way the chain was built; what the concept says beyond the touchpoints of this
chain (how indicators are measured, causes, programme); other chains; sources where the chain cites none.
"""

CHAIN_SHORT = Variant(
    document="chain",
    name="short",
    runs=((short_map.blocks,), (key_points.blocks,)),
)
"""One page with the map, one with the key touchpoints, weak points and what we do; both on their side.

Leaves out: touchpoints that do not fit the map (counted there) and those beyond the fifteen that matter most; zones,
elements, how we do it in view and behind the scenes, all standards of a touchpoint but the first; hand-overs, problem
zones, indicators; weak points after the fifth; sources, remarks.
"""

COMBINED_FULL = Variant(
    document="combined",
    name="full",
    runs=(
        *CONCEPT_FULL.runs[:_AFTER_STATE],
        (combined.as_they_are,),
        *CONCEPT_FULL.runs[_AFTER_STATE:_ANNEXES],
        (combined.annexes,),
        *CONCEPT_FULL.runs[_ANNEXES:],
    ),
    rest=remainder.of_all,
)
"""The full concept with its chains: each chain's map in section 2, the rest of it in an annex; one numbering.

Leaves out what the full concept leaves out, and the chains' own lists of changes: those are actions of the programme.
"""

COMBINED_SHORT = Variant(
    document="combined",
    name="short",
    runs=(*CONCEPT_SHORT.runs, (combined.maps,)),
)
"""The theses, then each chain's map on a page. Leaves out what the short concept and the short map leave out."""

VARIANTS = {
    (each.document, each.name): each
    for each in (
        CONCEPT_PAGE,
        CONCEPT_SHORT,
        CONCEPT_FULL,
        CHAIN_SHORT,
        CHAIN_FULL,
        COMBINED_SHORT,
        COMBINED_FULL,
    )
}


_KEYS: dict[Section, str] = {
    masthead.blocks: "cover",
    title.page: "cover",
    principles.poster: "principles",
    chain_map.blocks: "map",
    short_map.blocks: "map",
    combined.maps: "map",
    combined.as_they_are: "chains",
    combined.annexes: "chain_annexes",
    citations.blocks: "sources",
    alone.blocks: "organization",
    alone.positions: "roles",
    alone.papers: "agreement",
}
"""Sections that are not called after their file or function; see ``document.sections``."""


def key(section: Section) -> str:
    """The lasting name of a section: that of its file, or of its function where a file holds several."""
    name = section.__name__
    return _KEYS.get(section) or (section.__module__.rpartition(".")[2] if name == "blocks" else name)
