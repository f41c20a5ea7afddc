"""Is it said of every score which round it comes from?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-ASM-07"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """With one round a score can only be of that one; with several it counts, and is printed, in each of them."""
    rounds = context.state.rounds
    if len(rounds) < 2:
        return
    for criterion in context.state.criteria:
        for score in criterion.scores:
            if score.round is None:
                values = {"criterion": criterion, "count": len(rounds)}
                yield Violation(score, "round", values=values, also=(criterion,))
