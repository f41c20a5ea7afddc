"""Has anyone asked the clients themselves?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "A-ASM-01"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT

_SOURCES = ("survey", "mystery_shopper", "complaints", "interview")
_ROUNDS = ("client_survey", "mystery_shopper", "interview", "mixed")
_METRICS = ("nps", "csat", "ces", "csi")
_PROBLEMS = ("customer_survey", "mystery_shopper", "complaint_analysis", "interview")


def check(context: RuleContext) -> Iterator[Violation]:
    """What may be the voice of clients counts as it: an interview, a mixed round, a measured satisfaction."""
    if not context.state.criteria or any(_heard(context)):
        return
    yield Violation(context.state, "rounds" if context.state.rounds else "criteria")


def _heard(context: RuleContext) -> Iterator[bool]:
    yield from (each.kind in _SOURCES for each in context.project.sources)
    yield from (each.method in _ROUNDS for each in context.state.rounds)
    yield from (each.method in _PROBLEMS for each in context.state.findings)
    for each in context.concept.indicators:
        yield each.is_measured and (each.metric in _METRICS or each.kind == "perception")
