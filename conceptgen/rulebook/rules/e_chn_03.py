"""Does every answer of a check stand for one standard of its chain?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Chain, Standard
from conceptgen.model.checks import CheckAnswer, CheckVisit
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CHAIN, PROGRESS
from conceptgen.rulebook.violation import Violation

CODE = "E-CHN-03"
SECTION = "chains"
DOCUMENTS = FULL_CHAIN | PROGRESS
CONTRADICTION = True


def check(context: RuleContext) -> Iterator[Violation]:
    """A standard of another chain, or of another touchpoint; two answers about one of them on a visit."""
    for chain in context.project.chains:
        known = _standards(context, chain)
        for each in chain.checks:
            for visit in each.visits:
                yield from _of_visit(context, visit, known)


def _of_visit(
    context: RuleContext, visit: CheckVisit, known: set[tuple[str | None, str]]
) -> Iterator[Violation]:
    met: set[tuple[str | None, str]] = set()
    for answer in visit.answers:
        about = answer.touchpoint, answer.standard
        if about not in known:
            yield _violation(context, answer, "foreign")
        elif about in met:
            yield _violation(context, answer, "twice")
        met.add(about)


def _violation(context: RuleContext, answer: CheckAnswer, variant: str) -> Violation:
    standard = context.relations.get(answer.standard, Standard)
    return Violation(
        answer, "standard", variant, {"standard": standard.text if standard else answer.standard}
    )


def _standards(context: RuleContext, chain: Chain) -> set[tuple[str | None, str]]:
    """The standards of a chain by id, alone and with each touchpoint that has them."""
    found: set[tuple[str | None, str]] = set()
    for placed in context.touchpoints(chain):
        for each in placed.standard:
            if each.id:
                found |= {(None, each.id), (placed.touchpoint.id, each.id)}
    return found
