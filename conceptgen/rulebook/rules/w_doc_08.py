"""Does no free text of a staff edition show what the edition leaves out?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

from conceptgen.composition.audience import left_out, quotation
from conceptgen.languages import LANGUAGES
from conceptgen.model.base import Item, Model
from conceptgen.model.chain import Contributor, Limit
from conceptgen.model.contributions import Participant
from conceptgen.model.document_head import Approval, Author
from conceptgen.model.naming import own_name
from conceptgen.model.organization import Person
from conceptgen.model.project import Project
from conceptgen.model.session import SessionParticipant
from conceptgen.model.walk import parts
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.texts import Text
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import begins, phrases, word_list

CODE = "W-DOC-08"
SECTION = "document"
DOCUMENTS = EVERY

_NAMED_IN_PLACE = (Approval, Author, Contributor, Person)
"""Where a person stands by right: who signs, who wrote it, who is in the list of people."""
_RIGHTS = "authority"
"""Where a text says what a position may decide: the sum in it is for the staff to know."""
_NAMES = ("name", "title")
"""What a thing is called may be set in quotation marks, and nobody said it."""
_LEAST = 4
"""Letters of a name worth looking for."""
_LARGE = re.compile(
    r"\d\s*(?:тыс|млн|млрд|million|thousand|bn\b|[mk]\b)|\d{1,3}(?:[\s,.’']\d{3})+(?!\d)", re.IGNORECASE
)
_SIGN = "[$¢£¥֏฿\u20a0-\u20cf﹩＄￡￥]"
_CODE = (
    "(?-i:RUB|RUR|USD|EUR|GBP|CHF|CNY|JPY|KZT|BYN|UZS|AMD|GEL|AZN|KGS|TJS|TMT|MDL|UAH|TRY|AED|SAR|ILS|INR|PLN|CZK|HUF"
    "|RON|BGN|RSD|SEK|NOK|DKK|ISK|CAD|AUD|NZD|SGD|HKD|KRW|THB|VND|MYR|IDR|MXN|BRL|ZAR|EGP|QAR|KWD|MNT)"
)
"""Codes in capitals alone: «try 5» are words."""
_NUMBER = r"\d(?:[\d\s.,’']*\d)?"
_WORD = re.compile(r"\w[\w-]*")


def check(context: RuleContext) -> Iterator[Violation]:
    """Each text once a trouble; a figure in money that stays on purpose is told as well."""
    if not context.told_to_staff:
        return
    hidden = _Hidden(context.project)
    for text in context.staff_texts:
        for found in _in_text(text, hidden, context.project.document.language):
            if found.variant != "money" or _RIGHTS not in text.path:
                yield found
    for limit in context.every(Limit):
        if limit.unit == "rub" and context.is_told_to_staff(context.origin(limit).path):
            yield Violation(limit, variant="limit")


def _in_text(text: Text, hidden: _Hidden, language: str) -> Iterator[Violation]:
    if amount := _amount(text.text):
        yield Violation(text.part, text.field, "money", {"text": amount})
    if not isinstance(text.part, _NAMED_IN_PLACE) and (person := hidden.person(text.text)):
        yield Violation(text.part, text.field, "person", {"person": person})
    said = quotation(text.text) if text.field not in _NAMES else ""
    if said and phrases("colleagues", language).search(said):
        yield Violation(text.part, text.field, "quote", {"text": said})
    if name := hidden.name(text.text):
        yield Violation(text.part, text.field, "internal", {"text": name})


def _amount(text: str) -> str:
    """The words around a currency, or a large number where the text speaks of money; "" for neither."""
    found = _currency().search(text)
    if found is None and any(begins(word, word_list("money")) for word in _words(text)):
        found = _LARGE.search(text)
    return text[max(found.start() - 20, 0) : found.end()].strip() if found else ""


@cache
def _currency() -> re.Pattern[str]:
    """Signs of currencies and their words in every language; a code and «р.» count beside a number, on either side."""
    words = "|".join(phrases("currencies", language).pattern for language in LANGUAGES)
    whole = "|".join(map(re.escape, sorted(word_list("currency_words"))))
    return re.compile(
        rf"(?:{_SIGN}|\b{_CODE})\s*{_NUMBER}|{_NUMBER}\s*(?:(?:т\.?\s?)?р\b|{_CODE}\b)"
        rf"|{_SIGN}|{words}|\b(?:{whole})(?!\w)",
        re.IGNORECASE,
    )


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


class _Hidden:
    """The names that the staff edition does not give: of people who said or judged, of what is left out."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def person(self, text: str) -> str:
        """The first person whom a text names, in whatever case; "" for none."""
        said = {word for word in _WORD.findall(text) if word[:1].isupper()}
        for name, stems in self._people.items():
            if any(
                word.startswith(stem) and len(word) - len(stem) <= _LEAST for word in said for stem in stems
            ):
                return name
        return ""

    def name(self, text: str) -> str:
        """The first thing left out that a text names word for word; "" for none."""
        plain = text.casefold()
        return next((name for name in self._names if name.casefold() in plain), "")

    @cached_property
    def _people(self) -> dict[str, tuple[str, ...]]:
        """Every colleague by name, with the beginnings of its words; one word alone, or one of a position, is none."""
        roles = {word for role in self.project.organization.roles for word in _words(role.name)}
        found: dict[str, tuple[str, ...]] = {}
        for place in parts(self.project):
            name = _name_of(place.part)
            own = [word for word in _WORD.findall(name) if word[:1].isupper()]
            stems = [word[:-1] for word in own if len(word) >= _LEAST and len(own) > 1]
            found[name] = tuple(
                stem for stem in stems if not any(role.startswith(stem.casefold()) for role in roles)
            )
        return found

    @cached_property
    def _names(self) -> tuple[str, ...]:
        gone = (each.value for each in left_out(self.project, "staff") if isinstance(each.value, Item))
        inside = (
            own_name(place.part) for one in gone for place in parts(one) if isinstance(place.part, Item)
        )
        return tuple(dict.fromkeys(name for name in inside if len(name) > _LEAST))


def _name_of(part: Model) -> str:
    if not isinstance(part, Person | Participant | SessionParticipant | Contributor):
        return ""
    return part.name if isinstance(part.name, str) else ""
