"""What the checks of a chain come to: how often a standard was kept, on which visits, what may be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from conceptgen.model.chain import Chain, Standard
from conceptgen.model.checks import Check, CheckAnswer, CheckVisit
from conceptgen.model.touchpoint_positions import Placed

ENOUGH_FOR_A_SHARE = 10
"""Answers, yes or no, below which a share in per cent says more than is known."""
FEW_VISITS = 5
"""Visits below which what was seen is a case and not a rule."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer, with its visit and the number of that."""

    number: int
    visit: CheckVisit
    answer: CheckAnswer


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answers say that a standard was kept, and how many that it was not; the others do not count."""

    kept: int
    broken: int

    @property
    def asked(self) -> int:
        """How many times there was something to see."""
        return self.kept + self.broken

    @property
    def share(self) -> int:
        """The share kept in per cent, whole; of nothing 0."""
        return (200 * self.kept + self.asked) // (2 * self.asked) if self.asked else 0


def tally(answers: Iterable[Answered]) -> Tally:
    """Count answers."""
    said = [each.answer.kept for each in answers]
    return Tally(said.count("kept"), said.count("broken"))


def answers(check: Check, point: Placed, standard: Standard) -> list[Answered]:
    """The answers about a standard at a touchpoint, visit by visit."""
    return [
        Answered(number, visit, each)
        for number, visit in enumerate(check.visits, 1)
        for each in visit.answers
        if each.standard == standard.id and each.touchpoint in (None, point.touchpoint.id)
    ]


def answers_at(check: Check, points: Iterable[Placed]) -> list[Answered]:
    """Every answer at some touchpoints, each once."""
    found = {
        id(each.answer): each
        for point in points
        for one in point.standard
        for each in answers(check, point, one)
    }
    return list(found.values())


def held(chain: Chain) -> list[Check]:
    """The checks that have a visit, in their order."""
    return [each for each in chain.checks if each.visits]


def are_comparable(check: Check, previous: Check) -> bool:
    """True where both asked the same, and nobody says that the form changed."""
    return check.comparable_with_previous is not False and _form(check.visits) == _form(previous.visits)


def _form(visits: Sequence[CheckVisit]) -> frozenset[tuple[object, ...]]:
    return frozenset(
        (each.touchpoint, each.standard, each.part) for visit in visits for each in visit.answers
    )
