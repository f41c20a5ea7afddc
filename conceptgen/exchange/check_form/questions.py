"""What a check form asks, standard by standard, and how each is known again when the form comes back."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.check_questions import Asked, asked_at
from conceptgen.composition.sections.chain.lookups import route
from conceptgen.composition.sections.chain.touchpoint import standard
from conceptgen.document.inline import plain
from conceptgen.input.workbook.heads import CHECK_FORM
from conceptgen.languages.words import words
from conceptgen.model.chain import Chain, Standard
from conceptgen.model.project import Project
from conceptgen.model.standard_parts import is_share
from conceptgen.model.touchpoint_positions import Placed

VERSION = f"{CHECK_FORM}2"
"""Stands in the first cell of the hidden sheet."""
WHOLE = f"{CHECK_FORM}1"
"""Stood there as long as no standard was asked part by part."""
ANSWERS = ("number", "touchpoint", "standard", "kept", "time", "evidence", "comment")
"""The columns of the sheet of a visit."""
HEAD = ("number", "check", "date", "time", "way", "checker", "place", "served_by", "best", "worst", "heard")
"""The columns of the sheet of all visits."""
VISITS = "visits"
VISIT = "visit:"
"""What the hidden cells say of a sheet."""


@dataclass(frozen=True, slots=True)
class Question:
    """One standard at one touchpoint, or one part of it. ``key`` follows the words of both: another wording is another
    question. ``number`` is told beside it; ``part`` is "" for the whole of a standard.
    """

    key: str
    number: str
    placed: Placed
    standard: Standard
    part: str
    text: str


def scope_of(project: Project, chain: Chain) -> Scope:
    """What the form of a chain is written from."""
    return Scope(project, words(project.document.language), project.document.status, about=chain)


def questions(scope: Scope, version: str = VERSION) -> Iterator[Question]:
    """Everything the form of a chain asks, in the order of the client's way; as forms of an earlier version did."""
    met: Counter[str] = Counter()
    for step in route(scope):
        for placed in step.placed:
            for each in _whole(scope, placed) if version == WHOLE else asked_at(scope, placed):
                text = " ".join(plain(each.said).split())
                said = f"{placed.touchpoint.name}\n{text}"
                met[said] += 1
                key = hashlib.sha256(f"{said}\n{met[said]}".encode()).hexdigest()[:12]
                yield Question(key, each.number, placed, each.standard, each.part, text)


def _whole(scope: Scope, placed: Placed) -> Iterator[Asked]:
    """Each standard as a whole, but for shares."""
    for each in placed.standard if placed.is_met else ():
        if not is_share(each):
            yield Asked(placed.number, each, "", standard(scope, each))
