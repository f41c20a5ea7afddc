"""Is no other client of the same batch named in the text?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from conceptgen.model.organization import Named, Organization
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "W-DOC-06"
SECTION = "document"
DOCUMENTS = EVERY

_QUOTES = re.compile('[«»„“”"]')
_QUOTED = re.compile('[«„“"](?! )([^«»„“”"]{3,})(?<! )[»“”"]')
_STEM, _ENDING = 4, 2
"""How many letters two cases of a word share at least, and in how many they may differ at the end."""


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation a name, at its first use; whoever the input itself counts among its own is no stranger."""
    sought = _sought(context) if context.others else {}
    whole = _plain("\n".join(text.text for text in context.all_texts)) if sought else ""
    sought = {form: name for form, name in sought.items() if form in whole} | _declined(sought, whole)
    if not sought:
        return
    pattern = re.compile("|".join(map(_as_word, sorted(sought, key=len, reverse=True))))
    told: set[str] = set()
    for text in context.all_texts:
        for found in pattern.findall(_plain(text.text)):
            if sought[found] not in told:
                told.add(sought[found])
                yield Violation(text.part, text.field, values={"client": sought[found]})


def _sought(context: RuleContext) -> dict[str, str]:
    """What the others may be called, and the name it comes from; one word counts only in quotes."""
    own = " | ".join(_own_names(context))
    found: dict[str, str] = {}
    for name in context.others:
        plain = _plain(name)
        forms = [f'"{quoted}"' for quoted in _QUOTED.findall(name)]
        forms += [plain] if " " in plain else [f'"{plain}"']
        for form in forms:
            if form.strip('"') not in own:
                found.setdefault(form, name)
    return found


def _declined(sought: dict[str, str], whole: str) -> dict[str, str]:
    """The quoted names in other cases, as the text has them: «Ясень» — «Ясене»."""
    quoted = {each: each.casefold().split() for each in _QUOTED.findall(whole)}
    names = {form.strip('"').casefold(): name for form, name in sought.items() if form.startswith('"')}
    return {
        f'"{each}"': name
        for plain, name in names.items()
        for each, words in quoted.items()
        if len(words) == plain.count(" ") + 1 and all(map(_is_one_word, plain.split(" "), words))
    }


def _is_one_word(one: str, other: str) -> bool:
    """True if two words differ in their endings only."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one == other or same >= max(_STEM, len(one) - _ENDING, len(other) - _ENDING)


def _own_names(context: RuleContext) -> Iterator[str]:
    for place in context.relations.places:
        if isinstance(place.part, Named | Organization):
            yield _plain(place.part.name)
    legal = context.project.organization.legal_name
    if isinstance(legal, str):
        yield _plain(legal)


def _plain(text: str) -> str:
    return _QUOTES.sub('"', text)


def _as_word(form: str) -> str:
    return rf"(?<!\w){re.escape(form)}(?!\w)"
