"""Is it said what happens when things go wrong: is there a place for complaints, and a way out at moments of truth?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.model.chain import Chain
from conceptgen.rulebook.chains import kept
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CHAIN
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import begins, word_list

CODE = "A-CHN-05"
SECTION = "chains"
DOCUMENTS = FULL_CHAIN


def check(context: RuleContext) -> Iterator[Violation]:
    """Any word of complaint or return in any chain will do."""
    chains = context.project.chains
    if any(map(context.touchpoints, chains)) and not _is_complaint_met(context):
        yield Violation(chains[0], variant="complaint")
    for chain in chains:
        for placed in kept(context, chain):
            point = placed.touchpoint
            if point.moment_of_truth and not point.recovery:
                yield Violation(point, variant="recovery", values={"stage": placed.stage})


def _is_complaint_met(context: RuleContext) -> bool:
    stems = word_list("complaints")
    words = {
        word
        for chain in context.project.chains
        for said in _said(context, chain)
        for word in re.findall(r"\w+", said.casefold().replace("ё", "е"))
    }
    return any(begins(word, stems) for word in words)


def _said(context: RuleContext, chain: Chain) -> Iterator[str]:
    """What the chain and its levels are called, and what the client does and wants there."""
    texts: list[object] = [chain.name, chain.scenario]
    for placed in kept(context, chain):
        point, stage = placed.touchpoint, placed.stage
        texts += [stage.name, stage.client_goal, point.name, point.client_action]
        texts += [level.name for level in (placed.zone, placed.element) if level]
    yield from (text for text in texts if isinstance(text, str))
