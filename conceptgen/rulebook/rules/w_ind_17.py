"""Does a target to stretch for ask for more than one that must be reached?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from conceptgen.model.figure_bounds import bounds
from conceptgen.model.indicators import Indicator, Target
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Label, Violation

CODE = "W-IND-17"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT

_LEVELS = ("must", "should", "stretch")


def check(context: RuleContext) -> Iterator[Violation]:
    """Only levels of one date and one unit are compared, and only where it is plain which way is better."""
    for indicator in context.concept.indicators:
        for target in _of_levels(indicator):
            lower, higher = target
            if _eases(indicator, lower, higher):
                values = {
                    "name": indicator,
                    "higher": Label("target_level", higher.level or ""),
                    "lower": Label("target_level", lower.level or ""),
                }
                yield Violation(higher, values=values)


def _of_levels(indicator: Indicator) -> Iterator[tuple[Target, Target]]:
    """Neighbouring levels of one date."""
    dated: dict[object, list[Target]] = {}
    for target in indicator.targets:
        if target.level:
            dated.setdefault((target.due, target.unit, target.per), []).append(target)
    for those in dated.values():
        yield from pairwise(sorted(those, key=lambda each: _LEVELS.index(each.level or "must")))


def _eases(indicator: Indicator, lower: Target, higher: Target) -> bool:
    is_up = _is_up(indicator, lower)
    one, other = _asked(lower, is_up=is_up), _asked(higher, is_up=is_up)
    if is_up is None or one is None or other is None or lower.level == higher.level:
        return False
    return other < one if is_up else other > one


def _is_up(indicator: Indicator, target: Target) -> bool | None:
    """Which way is better: as it is said, or as «at least» and «at most» say."""
    told = {"increase": True, "decrease": False}.get(indicator.direction or "")
    if told is not None:
        return told
    low, high = bounds(target)
    return None if (low is None) == (high is None) else low is not None


def _asked(target: Target, *, is_up: bool | None) -> Decimal | None:
    low, high = bounds(target)
    return (low if low is not None else high) if is_up else (high if high is not None else low)
