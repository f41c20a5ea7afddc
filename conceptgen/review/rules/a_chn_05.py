"""Is it said what happens when things go wrong: is there a place for complaints, and a way out at moments of truth?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.languages import LANGUAGES
from conceptgen.model.chain import Chain
from conceptgen.review.case import Case
from conceptgen.review.chains import kept
from conceptgen.review.papers import FULL_CHAIN
from conceptgen.review.trouble import Trouble
from conceptgen.review.words import begins, word_list

CODE = "A-CHN-05"
SECTION = "chains"
PAPERS = FULL_CHAIN


def check(case: Case) -> Iterator[Trouble]:
    """Any word of complaint or return in any chain will do."""
    chains = case.project.chains
    if any(map(case.touchpoints, chains)) and not _is_complaint_met(case):
        yield Trouble(chains[0], variant="complaint")
    for chain in chains:
        for placed in kept(case, chain):
            point = placed.touchpoint
            if point.moment_of_truth and not point.recovery:
                yield Trouble(point, variant="recovery", values={"stage": placed.stage})


def _is_complaint_met(case: Case) -> bool:
    stems = frozenset(stem for language in LANGUAGES for stem in word_list("complaints", language))
    words = {
        word
        for chain in case.project.chains
        for said in _said(case, chain)
        for word in re.findall(r"\w+", said.casefold().replace("ё", "е"))
    }
    return any(begins(word, stems) for word in words)


def _said(case: Case, chain: Chain) -> Iterator[str]:
    """What the chain and its levels are called, and what the client does and wants there."""
    texts: list[object] = [chain.name, chain.scenario]
    for placed in kept(case, chain):
        point, stage = placed.touchpoint, placed.stage
        texts += [stage.name, stage.client_goal, point.name, point.client_action]
        texts += [level.name for level in (placed.zone, placed.element) if level]
    yield from (text for text in texts if isinstance(text, str))
