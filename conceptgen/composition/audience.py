"""An edition for readers who are not to see all: a projection of the project, made before anything is composed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final
from weakref import WeakKeyDictionary

from conceptgen.deliverables.kinds import FINAL
from conceptgen.errors import RequestError
from conceptgen.languages import say
from conceptgen.model.assessment import Round, Score
from conceptgen.model.base import Figure, Item, Model, Money
from conceptgen.model.chain import Limit
from conceptgen.model.checks import CheckVisit
from conceptgen.model.contributions import Contributions, Resolution, Voice
from conceptgen.model.governance import Incentive
from conceptgen.model.indicators import Indicator
from conceptgen.model.organization import Person
from conceptgen.model.programme import Action
from conceptgen.model.progress import NextRound
from conceptgen.model.project import Project
from conceptgen.model.projection import DEPENDENT, LeftOut, Projection, project_without
from conceptgen.model.reference_data import Source
from conceptgen.model.relations import Relations
from conceptgen.model.walk import Reference, parts, references
from conceptgen.origin import Path

RULES: Final = ("money", "assessors", "quotes", "internal", DEPENDENT, "sources")
"""What the staff edition leaves out, in the order in which it is told."""

_IN_MONEY: Final = "rub"
_UNPRINTED: Final = ("note", "psychotype_note")
_SAID: Final = "heard"
_EVIDENCE: Final = "evidence"
_ASSESSORS: Final = {
    (Score, "assessor"),
    (Round, "assessors"),
    (NextRound, "assessors"),
    (CheckVisit, "checker"),
    (CheckVisit, "served_by"),
}
_QUOTATION: Final = re.compile(r"[«“„\"][^«»“”„\"\s]+\s+[^«»“”„\"\s]+\s+[^«»“”„\"\s][^«»“”„\"]*[»“”\"]")
"""Three words and more between quotation marks: fewer are a name."""

_known: WeakKeyDictionary[Relations, Projection] = WeakKeyDictionary()
"""The staff editions of inputs, made once."""


def for_audience(project: Project, audience: str) -> Project:
    """The project as an audience is told it; the project itself for "".

    Raises RequestError where nothing of it may be told.
    """
    return _projection(project).project if audience else project


def left_out(project: Project, audience: str) -> tuple[LeftOut, ...]:
    """What an audience is not told."""
    return _projection(project).left_out if audience else ()


def hiding(project: Project, audience: str) -> frozenset[Path]:
    """The paths of the parts that hold something an audience is not told, though it would be printed."""
    found = (each.holder for each in left_out(project, audience) if each.rule in RULES)
    return frozenset(project.relations.origins[id(holder)].path for holder in found)


def told_left_out(project: Project, audience: str) -> str:
    """For whoever orders the edition: how much each rule leaves out, and that it waits for approval where it does.

    The edition itself says nothing of either.
    """
    counts = Counter(each.rule for each in left_out(project, audience))
    language = project.document.language
    told = [
        say(language, f"outputs.left_out.rules.{rule}", count=counts[rule]) for rule in RULES if counts[rule]
    ]
    said = [say(language, f"outputs.left_out.{'told' if told else 'nothing'}", what="; ".join(told))]
    if project.document.status not in FINAL:
        said.append(say(language, "outputs.left_out.unapproved"))
    return " ".join(said)


def quotation(text: str) -> str:
    """The first quotation in a text, without names in quotation marks; "" for none."""
    found = _QUOTATION.search(text)
    return found[0] if found else ""


def _projection(project: Project) -> Projection:
    if project.relations not in _known:
        made = project_without(project, _Staff())
        if made is None:
            raise RequestError(say(project.document.language, "outputs.nothing_for_staff"))
        _known[project.relations] = made
    return _known[project.relations]


class _Staff:
    """Money, who assessed, what was said of colleagues, what is internal; and what is printed nowhere anyway.

    A proposed incentive is money of those who would read it, and is not settled.

    The limit of a standard stays, whatever its unit: it is what one works by.
    """

    def leaves(self, holder: Model, field: str, value: Any) -> str:
        """The rule by which a value goes."""
        if isinstance(value, Item) and value.internal:
            return "internal"
        if _is_money(value) or isinstance(value, Incentive) or _is_of_cost(holder, field):
            return "money"
        if (type(holder), field) in _ASSESSORS or isinstance(value, Contributions | Voice | Resolution):
            return "assessors"
        if field == _SAID or (field == _EVIDENCE and quotation(str(getattr(value, "text", "")))):
            return "quotes"
        return "unprinted" if field in _UNPRINTED else ""

    def strays(self, whole: Project, left: Project) -> Mapping[str, str]:
        """People who do nothing but assess, sources that only what is gone rests on."""
        by_id = whole.relations.by_id
        named = {ref.names for ref in references(parts(left))}
        found: dict[str, str] = {}
        for ref in whole.relations.references:
            item = by_id.get(ref.names)
            if ref.names in named or item is None:
                continue
            if isinstance(item, Person) and _is_of_assessors(ref):
                found[ref.names] = "assessors"
            elif isinstance(item, Source):
                found[ref.names] = "sources"
        return found


def _is_of_assessors(ref: Reference) -> bool:
    return (type(ref.holder), ref.field) in _ASSESSORS


def _is_of_cost(holder: Model, field: str) -> bool:
    """A note to an action that costs something: it mostly says how that was reckoned."""
    return field == "remark" and isinstance(holder, Action) and holder.cost is not None


def _is_money(value: object) -> bool:
    """An amount, a figure or an indicator in money."""
    if isinstance(value, Money):
        return True
    if isinstance(value, Indicator):
        return value.known_unit == _IN_MONEY
    if not isinstance(value, Figure) or isinstance(value, Limit):
        return False
    return _IN_MONEY in (value.unit, value.change.unit if value.change else None)
