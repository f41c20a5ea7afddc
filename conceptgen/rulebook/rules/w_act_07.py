"""Does a person inside answer for everything: not a partner without a curator, not a collective?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import takewhile

from conceptgen.model.base import Item
from conceptgen.model.chain import Carried
from conceptgen.model.goals import Goal
from conceptgen.model.indicators import Indicator
from conceptgen.model.organization import Department, Partner, Role
from conceptgen.model.programme import Action
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import word_list

CODE = "W-ACT-07"
SECTION = "organization"
DOCUMENTS = EVERY

_OWNED = (Goal, Action, Indicator, Carried)
_SHOWN = 3


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation an owner, however much he owns; an executor may be anyone, since the owner answers for him."""
    owned: defaultdict[str, list[Item]] = defaultdict(list)
    for reference in context.relations.references:
        holder = reference.holder
        if (
            reference.field == "owner"
            and isinstance(holder, _OWNED)
            and context.is_printed(reference.origin.path)
        ):
            owned[reference.names].append(holder)
    for name, things in owned.items():
        who = context.relations.by_id[name]
        values = {"things": [*things[:_SHOWN], *(["…"] if len(things) > _SHOWN else [])]}
        if variant := _variant(context, who):
            yield Violation(who, variant=variant, values=values, also=tuple(things))


def _variant(context: RuleContext, who: Item) -> str:
    if isinstance(who, Partner):
        return "" if who.curator else "partner"
    if isinstance(who, Department):
        return "" if who.head else "department"
    return "collective" if isinstance(who, Role) and _is_collective(context, who.name) else ""


def _is_collective(context: RuleContext, name: str) -> bool:
    """True if a position is called by many: «руководители отделов», “heads of departments”."""
    language = context.project.document.language
    ends = word_list("head_before", language)
    words = list(takewhile(lambda word: word not in ends, re.findall(r"\w+", name.casefold())))
    head = words[-1:] if "last" in word_list("head_stands", language) else words[:1]
    return bool(word_list("collectives", language).intersection(head))
