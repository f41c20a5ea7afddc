"""What a check form asks, standard by standard, and how each is known again when the form comes back."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.check_sheet import asked, seen_at_once
from conceptgen.composition.sections.chain.lookups import route
from conceptgen.composition.sections.chain.touchpoint import standard
from conceptgen.document.inline import plain
from conceptgen.input.workbook.heads import CHECK_FORM
from conceptgen.languages.words import words
from conceptgen.model.chain import Chain, Standard
from conceptgen.model.project import Project
from conceptgen.model.touchpoint_positions import Placed

VERSION = f"{CHECK_FORM}1"
"""Stands in the first cell of the hidden sheet."""
ANSWERS = ("number", "touchpoint", "standard", "kept", "time", "evidence", "comment")
"""The columns of the sheet of a visit."""
HEAD = ("number", "check", "date", "time", "way", "checker", "place", "served_by", "best", "worst", "heard")
"""The columns of the sheet of all visits."""
VISITS = "visits"
VISIT = "visit:"
"""What the hidden cells say of a sheet."""


@dataclass(frozen=True, slots=True)
class Question:
    """One standard at one touchpoint. ``key`` follows the words of both: another wording is another question."""

    key: str
    placed: Placed
    standard: Standard
    text: str


def scope_of(project: Project, chain: Chain) -> Scope:
    """What the form of a chain is written from."""
    return Scope(project, words(project.document.language), project.document.status, about=chain)


def questions(scope: Scope) -> Iterator[Question]:
    """Everything the form of a chain asks, in the order of the client's way."""
    met: Counter[str] = Counter()
    for step in route(scope):
        for placed in asked(step):
            for each in seen_at_once(placed):
                text = " ".join(plain(standard(scope, each)).split())
                said = f"{placed.touchpoint.name}\n{text}"
                met[said] += 1
                key = hashlib.sha256(f"{said}\n{met[said]}".encode()).hexdigest()[:12]
                yield Question(key, placed, each, text)
