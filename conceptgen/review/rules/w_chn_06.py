"""Has a chain that one person built been read by a second one?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.chains import builders
from conceptgen.review.papers import CHAIN
from conceptgen.review.trouble import Trouble

CODE = "W-CHN-06"
SECTION = "chains"
PAPERS = CHAIN


def check(case: Case) -> Iterator[Trouble]:
    """A second contributor is a second reader."""
    for chain in case.project.chains:
        development = chain.development
        if development and development.mode == "solo" and len(builders(development)) < 2:
            yield Trouble(development, "mode", values={"name": chain})
