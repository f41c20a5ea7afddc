"""Does the score of a touchpoint agree with what the visits saw of its standards?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model import scoring
from conceptgen.model.check_scores import answers, held, tally
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CHAIN
from conceptgen.rulebook.violation import Violation

CODE = "W-CHN-13"
SECTION = "chains"
DOCUMENTS = FULL_CHAIN
ENOUGH = 3
"""Answers from which one can speak of «mostly»."""


def check(context: RuleContext) -> Iterator[Violation]:
    """A score that is not low, and a standard that the last check saw kept less than every other time."""
    for chain in context.project.chains:
        for last in held(chain)[-1:]:
            for placed in context.touchpoints(chain):
                score = scoring.score(context.state, placed.touchpoint.scores)
                if score is None or context.is_low(score):
                    continue
                for each in placed.standard:
                    count = tally(answers(last, placed, each))
                    if count.asked >= ENOUGH and 2 * count.kept < count.asked:
                        facts = {
                            "score": score,
                            "standard": each.text,
                            "kept": count.kept,
                            "asked": count.asked,
                        }
                        yield Violation(placed.touchpoint, "scores", values=facts)
