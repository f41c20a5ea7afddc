"""What an input has content for: which documents and which variants of them are made when none is named."""

from __future__ import annotations

from conceptgen.model.concept import Concept
from conceptgen.model.project import Project


def chapters(project: Project) -> dict[str, tuple[str, bool]]:
    """The chapters of the input each document needs, and whether they are there."""
    concept, chains = project.concept is not None, bool(project.chains)
    return {
        "concept": ("concept", concept),
        "chain": ("chains", chains),
        "combined": ("concept, chains", concept and chains),
    }


def usual(project: Project, document: str) -> tuple[str, ...]:
    """The variants made when none is named: short, and full where it has content."""
    return ("short", "full") if document == "chain" or _is_whole(project.concept) else ("short",)


def chain_names(project: Project) -> list[str]:
    """What each chain is called: its id, or its place."""
    return [each.id or str(place) for place, each in enumerate(project.chains, 1)]


def status_of(project: Project, document: str, variant: str, chain: str = "") -> str:
    """The status of one document: its line among the deliverables, its chain's, or the document's own."""
    own = project.chains[chain_names(project).index(chain)].status if chain else None
    listed = (
        each.status
        for each in project.deliverables
        if each.document == document and variant in (each.variant or (variant,))
        if not each.chain or each.chain == chain
    )
    return next(filter(None, listed), None) or own or project.document.status


def _is_whole(concept: Concept | None) -> bool:
    """Whether each of the six sections has content."""
    state = concept.current_state if concept else None
    return bool(
        concept
        and state
        and concept.purpose
        and (state.criteria or state.not_assessed)
        and concept.goals
        and concept.programme
        and concept.indicators
        and concept.governance
    )
