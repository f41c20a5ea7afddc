"""Is every decision about a touchpoint carried out by an action, and does no action change what shall stay?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Chain, Touchpoint
from conceptgen.model.programme import Action
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import Label, Truncated, Violation

CODE = "W-CHN-09"
SECTION = "chains"
DOCUMENTS = CHAIN

_DECIDED = ("change", "remove", "new")
_CHANGING = ("process", "it_system", "environment", "product")
"""Kinds of action that leave a touchpoint other than it was; training or measuring it does not."""


def check(context: RuleContext) -> Iterator[Violation]:
    """Only a concept has actions; where it has none yet, that is told once a chain."""
    if context.project.concept is None:
        return
    for chain in context.project.chains:
        points = [placed.touchpoint for placed in context.touchpoints(chain)]
        if context.programme.actions:
            for point in points:
                yield from _unplanned(context, point)
        else:
            yield from _plan(chain, points)


def _plan(chain: Chain, points: list[Touchpoint]) -> Iterator[Violation]:
    decided = tuple(each for each in points if each.decision in _DECIDED)
    if decided:
        yield Violation(chain, variant="plan", values={"count": len(decided), "points": Truncated(decided)})


def _unplanned(context: RuleContext, point: Touchpoint) -> Iterator[Violation]:
    """A cancelled action carries nothing out; one that is done has changed the touchpoint already."""
    actions = [each for each in context.relations.linked(point, Action) if each.status != "cancelled"]
    if point.decision in _DECIDED and not actions:
        decision = Label("decision", point.decision or "")
        yield Violation(point, "decision", "action", {"decision": decision})
    changing = [each for each in actions if each.kind in _CHANGING and each.status != "done"]
    if point.decision == "keep" and changing:
        yield Violation(point, "decision", "keep", {"actions": changing}, tuple(changing))
    steps = (point.frontstage, point.backstage, point.support_process)
    if point.decision == "keep" and any(step and step.now and step.to_be for step in steps):
        yield Violation(point, "decision", "to_be")
