"""The longest run of numbers that stand in rising order: what stays in its place where the rest was moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def longest_rise(numbers: Sequence[int]) -> set[int]:
    """The numbers of the longest rising run; each number occurs once."""
    tops: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(tops, number)
        before.append(places[length - 1] if length else -1)
        tops[length : length + 1] = [number]
        places[length : length + 1] = [at]
    found: set[int] = set()
    at = places[-1] if places else -1
    while at >= 0:
        found.add(numbers[at])
        at = before[at]
    return found
