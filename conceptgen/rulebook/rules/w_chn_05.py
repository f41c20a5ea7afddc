"""Do touchpoints of one element have names that can be told apart?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from conceptgen.model.chain import Touchpoint
from conceptgen.rulebook.chains import kept
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import Violation

CODE = "W-CHN-05"
SECTION = "chains"
DOCUMENTS = CHAIN

_STEM, _ENDING = 4, 2
"""Letters at the start of a word that stay, and at its end that may change."""


def check(context: RuleContext) -> Iterator[Violation]:
    """The same name in another stage, or beside a touchpoint to remove, is no double."""
    for chain in context.project.chains:
        places: defaultdict[tuple[int, int], list[Touchpoint]] = defaultdict(list)
        for placed in kept(context, chain):
            places[id(placed.stage), id(placed.element or placed.zone)].append(placed.touchpoint)
        for points in places.values():
            for point, earlier in _doubles(points):
                yield Violation(point, "name", values={"earlier": earlier}, also=(earlier,))


def _doubles(points: list[Touchpoint]) -> Iterator[tuple[Touchpoint, Touchpoint]]:
    """Every touchpoint named like an earlier one, with that; each is compared only with the first of its kind."""
    first: dict[tuple[str, ...], tuple[Touchpoint, list[str]]] = {}
    for point in points:
        words = sorted(re.findall(r"\w+", point.name.casefold().replace("ё", "е")))
        earlier, its_words = first.setdefault(tuple(map(_stem, words)), (point, words))
        if earlier is not point and all(map(_is_one_word, its_words, words)):
            yield point, earlier


def _stem(word: str) -> str:
    """Numbers tell names apart."""
    return word if any(map(str.isdigit, word)) else word[:_STEM]


def _is_one_word(one: str, other: str) -> bool:
    """True if two words differ in their endings only."""
    stem = max(len(one), len(other)) - _ENDING
    return one[:stem] == other[:stem]
