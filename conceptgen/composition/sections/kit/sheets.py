"""The worksheets by name: the sign of each, its title, the order in which they are printed."""

from __future__ import annotations

from conceptgen.composition.scope import Scope

SHEETS = (
    "principles", "stages", "zones", "touchpoint", "diagram", "scores", "questions", "problem_zones", "ideas",
    "commitments", "parking",
)  # fmt: skip
"""Б0 to Б9; the sheet on which all scores are put together goes with that of the diagram: Б4а."""
SCORES = "scores"
_NUMBERED = tuple(each for each in SHEETS if each != SCORES)


def sign(scope: Scope, sheet: str) -> str:
    """«Б3», «Б4а»."""
    number = scope.say("kit.number_of_scores") if sheet == SCORES else _NUMBERED.index(sheet)
    return scope.say("kit.sheet", number=number)


def title(scope: Scope, sheet: str) -> str:
    """«Б3. Карточка точки касания»: what it is called on itself, in the list of what to print, in the script."""
    return f"{sign(scope, sheet)}. {scope.say(f'kit.sheets.{sheet}.name')}"
