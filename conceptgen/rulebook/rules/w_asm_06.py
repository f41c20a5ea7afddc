"""Is it said whether rounds can be compared that stand on one line: other people, another way, an open «no»?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from conceptgen.model.assessment import Round
from conceptgen.model.indicators import Indicator, Measurement
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Label, Violation

CODE = "W-ASM-06"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT

_LINE = 3
"""From so many measurements an indicator has a line."""


def check(context: RuleContext) -> Iterator[Violation]:
    """A note on comparability settles it; «can be compared» is the author's word."""
    held = [each for each in context.state.rounds if _scored_by(context, each) is not None]
    for before, after in pairwise(held):
        yield from _unlike(context, before, after)
    for indicator in context.concept.indicators:
        if len(indicator.measurements) >= _LINE:
            yield from _on_one_line(context, indicator)


def _unlike(context: RuleContext, before: Round, after: Round) -> Iterator[Violation]:
    if after.comparability_note or after.comparable_with_previous:
        return
    values = {"name": after, "before": before}
    if after.comparable_with_previous is False:
        yield Violation(after, "comparable_with_previous", "rounds", values, also=(before,))
    elif before.method and after.method and before.method != after.method:
        methods = {"was": Label("round_method", before.method), "now": Label("round_method", after.method)}
        yield Violation(after, "method", "method", values | methods, also=(before,))
    elif _differ(_scored_by(context, before), _scored_by(context, after)):
        yield Violation(after, variant="assessors", values=values, also=(before,))


def _scored_by(context: RuleContext, round: Round) -> frozenset[str] | None:
    """Who gave the scores of a round; None where it has none yet."""
    scores = [
        score
        for criterion in context.state.criteria
        for score in criterion.scores
        if score.round == round.id and score.value is not None
    ]
    if not scores:
        return None
    return frozenset(score.assessor for score in scores if score.assessor) or frozenset(round.assessors)


def _differ(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    return bool(one and other and one != other)


def _on_one_line(context: RuleContext, indicator: Indicator) -> Iterator[Violation]:
    """A measurement of a round that cannot be compared, drawn after those before it as if it could."""
    broken = {each.id for each in context.state.rounds[1:] if each.comparable_with_previous is False}
    drawn = [each for each in indicator.measurements if each.comparable is not False]
    odd = [each for each in drawn[1:] if each.round in broken and each.comparable is None]
    if odd and len(drawn) >= _LINE:
        yield _violation(context, indicator, odd[0])


def _violation(context: RuleContext, indicator: Indicator, odd: Measurement) -> Violation:
    meant = context.relations.get(odd.round or "", Round)
    values = {"name": indicator, "round": meant}
    return Violation(odd, "round", "line", values, also=(meant,) if meant else ())
