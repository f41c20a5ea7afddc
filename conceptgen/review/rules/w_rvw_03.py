"""Does every line of ``review.allow`` name a rule that there is?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import EVERY
from conceptgen.review.rules import rules
from conceptgen.review.trouble import Trouble

CODE = "W-RVW-03"
SECTION = "review"
PAPERS = EVERY


def check(case: Case) -> Iterator[Trouble]:
    """What loading says of a file cannot be accepted either: it is mended."""
    known = {rule.code for rule in rules()}
    for allowed in case.project.review.allow:
        if allowed.rule not in known:
            yield Trouble(allowed, "rule", values={"rule": allowed.rule})
