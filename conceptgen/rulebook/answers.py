"""Who answers whom: what a goal or an action rests on, and which actions follow from something found."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Cause, Criterion, ProblemFound, ZoneVerdict
from conceptgen.model.base import Item
from conceptgen.model.chain import Stage, Touchpoint
from conceptgen.model.goals import Goal
from conceptgen.model.programme import Action
from conceptgen.model.reference_data import CustomZone
from conceptgen.model.references import silent_fields
from conceptgen.model.relations import Relations

GROUNDS = (Criterion, ProblemFound, Cause, ZoneVerdict, CustomZone, Stage, Touchpoint)
"""What a goal or an action may rest on, beside a built-in problem zone and words of one's own."""


ENABLING = ("chain", "communication", "measurement", "clarify")
"""Kinds of action that tell, measure or find out: they go with everything and mend nothing by themselves."""


def grounds(relations: Relations, item: Goal | Action) -> int:
    """How many things it rests on, whichever end says so; one that is said to be unknown counts."""
    linked = sum(len(relations.linked(item, kind)) for kind in GROUNDS)
    return linked + len(item.basis.problem_zones) + bool(item.basis.text) + len(silent_fields(item.basis))


def answers(relations: Relations, found: Criterion | ProblemFound) -> tuple[Action | Goal, ...]:
    """The actions and goals that follow from a low criterion or a problem, straight or through what explains it."""
    near = {id(each): each for each in _around(relations, found)}
    goals = {id(goal): goal for each in near.values() for goal in relations.linked(each, Goal)}
    tasks = [task for goal in goals.values() for task in goal.tasks]
    holders = [*near.values(), *goals.values(), *tasks]
    actions = {id(action): action for each in holders for action in relations.linked(each, Action)}
    return *actions.values(), *goals.values()


def _around(relations: Relations, found: Item) -> Iterator[Item]:
    """The thing itself, what explains it and where it happens, and problems or criteria linked with it, explained."""
    yield found
    for kind in (Cause, ZoneVerdict, CustomZone, Touchpoint):
        yield from relations.linked(found, kind)
    for other in (ProblemFound, Criterion):
        for each in relations.linked(found, other):
            yield each
            yield from relations.linked(each, Cause)
