"""Who is a small client: one rule for all that is printed more briefly for him."""

from __future__ import annotations

from conceptgen.model.assessment import CurrentState
from conceptgen.model.concept import Concept
from conceptgen.model.programme import Programme
from conceptgen.model.project import Project
from conceptgen.model.touchpoint_positions import touchpoints

MOST = 15
"""Of anything a small client has."""


def is_small(project: Project) -> bool:
    """True if the input has little enough of everything that takes pages."""
    concept = project.concept or Concept.empty()
    state, programme = concept.current_state or CurrentState.empty(), concept.programme or Programme.empty()
    points = sum(len(touchpoints(chain, project.relations)) for chain in project.chains)
    counted = (points, len(state.criteria), len(state.findings), len(programme.actions))
    return max(counted) <= MOST
