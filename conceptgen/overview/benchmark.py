"""How clients score the usual criteria, without their names: the median, the quartiles, how many they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from statistics import median, quantiles
from typing import Final

from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.model.project import Project
from conceptgen.model.reference_data import FEWEST_CLIENTS
from conceptgen.model.scoring import latest

_SCALE: Final = (Decimal(1), Decimal(10))
_EXAMPLE: Final = "example"

Scores = dict[tuple[str, int], Decimal]
"""The latest score of each usual criterion, by its component and place in the catalogue."""


@dataclass(frozen=True, slots=True)
class Quartiles:
    """A usual criterion: its component and place in the catalogue, how many clients scored it, and how."""

    component: str
    place: int
    n: int
    low: Decimal
    median: Decimal
    high: Decimal

    def name(self, language: str) -> str:
        """What the criterion is called."""
        return str(vocabulary(language)["criteria_catalogue"][self.component][self.place])


@cache
def _usual() -> dict[str, tuple[str, int]]:
    """The usual criteria by their names in every language."""
    return {
        _bare(name): (component, place)
        for language in LANGUAGES
        for component, names in vocabulary(language)["criteria_catalogue"].items()
        for place, name in enumerate(names)
    }


def _bare(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").split())


def scores_of(project: Project) -> Scores:
    """What a client says of the usual criteria; examples of the starter and scores on other scales are left out."""
    state = project.concept.current_state if project.concept else None
    if state is None or (state.scale.min, state.scale.max) != _SCALE:
        return {}
    found: Scores = {}
    for each in state.criteria:
        key, value = _usual().get(_bare(each.name)), latest(state, each)
        if key and value is not None and all(cited.id != _EXAMPLE for cited in each.source):
            found[key] = value
    return found


def benchmark(clients: Iterable[Scores]) -> tuple[Quartiles, ...]:
    """The usual criteria that enough clients have scored, in the order of the catalogue."""
    known = list(clients)
    return tuple(
        made
        for key in dict.fromkeys(_usual().values())
        if (made := _quartiles(key, [s[key] for s in known if key in s]))
    )


def _quartiles(key: tuple[str, int], values: list[Decimal]) -> Quartiles | None:
    if len(values) < FEWEST_CLIENTS:
        return None
    low, _, high = quantiles(values, n=4, method="inclusive")
    return Quartiles(*key, len(values), Decimal(low), Decimal(median(values)), Decimal(high))
