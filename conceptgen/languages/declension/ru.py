"""Russian phrases in another case, and the gender of a title, by the dictionary; "" where it is not certain.

A wrong case on a title page is worse than a plain wording, so every doubt ends in "": a word the dictionary does not
know, two readings that differ, a tail that would have to change too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Any, Final

from conceptgen.languages.declension import Case, Gender

LONGEST: Final = 1_000
"""Letters of a phrase above which it is no title, and is left alone."""
WELL_SCORED: Final = 0.5
"""The least share of the readings of a word that must be the one we take it for."""
_MARKS: Final = {"gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "pre": "loct"}
_GENDERS: Final[dict[str, Gender]] = {"masc": "masculine", "femn": "feminine", "neut": "neuter"}
_WORD = re.compile(r"[а-яё]+(?:-[а-яё]+)*", re.IGNORECASE)
_QUOTED = re.compile(r"«(?:[^«»]++|«[^«»]*+»)*+»|„[^„“]*+“|\"[^\"]*+\"|\((?:[^()]++|\([^()]*+\))*+\)")
_NAMES: Final = {"Name", "Patr", "Surn"}
_INITIALED = re.compile(r"((?:[А-ЯЁ]\.\s?){1,2})([А-ЯЁ][а-яё]+?)(ова|ева|ёва|ская|ая|ов|ев|ёв)")
"""Initials and a surname whose end tells whose it is: hers of -ова, -ская, -ая, his of -ов; the rest is in doubt."""
_ENDS: Final = {
    "her": {"gen": "ой", "dat": "ой", "acc": "у", "ins": "ой", "pre": "ой"},
    "hers": {"gen": "ой", "dat": "ой", "acc": "ую", "ins": "ой", "pre": "ой"},
    "his": {"gen": "а", "dat": "у", "acc": "а", "ins": "ым", "pre": "е"},
}
_LIKE_ADJECTIVES = ("ADJF", "PRTF")


def gender(title: str) -> Gender:
    """The gender of the noun a title begins with, or ``plural``."""
    nouns = [chosen[-1] for chosen in _readings(title[:LONGEST])]
    found = {_agreement(noun) for noun in nouns}
    return _named(found.pop()) if len(found) == 1 else ""


def inflected(phrase: str, case: Case) -> str:
    """A phrase given in the nominative («приказ директора») in another case («приказом директора»)."""
    if named := _INITIALED.fullmatch(phrase):
        initials, stem, end = named.groups()
        return _surname(initials, stem, end, case)
    if len(phrase) > LONGEST or not _is_settled(_tail(phrase)):
        return ""
    if _is_abbreviation(phrase.split(" ")[0]) or _stands_in(phrase, case):
        return phrase
    forms = {_put(phrase, chosen, case) for chosen in _readings(phrase)}
    return forms.pop() if len(forms) == 1 else ""


def _surname(initials: str, stem: str, end: str, case: Case) -> str:
    """«А. Б. Примеровой», «М. Н. Вымыслову», «Д. Е. Условную»."""
    if end.endswith("ая"):
        return f"{initials}{stem}{end[:-2]}{_ENDS['hers'][case]}"
    if end.endswith("а"):
        return f"{initials}{stem}{end[:-1]}{_ENDS['her'][case]}"
    return f"{initials}{stem}{end}{_ENDS['his'][case]}"


def is_in(phrase: str, case: Case) -> bool:
    """True if the first word of a phrase can be in that case and not in the nominative («исходного значения»)."""
    words = _leading(phrase)
    if not words or not _dictionary().word_is_known(words[0]):
        return False
    cases = {each.tag.case for each in _parses(words[0])}
    return _MARKS[case] in cases and "nomn" not in cases


@cache
def _dictionary() -> Any:
    from pymorphy3.analyzer import MorphAnalyzer

    kind: Any = MorphAnalyzer
    return kind(lang="ru")


@lru_cache(2000)
def _parses(word: str) -> tuple[Any, ...]:
    return tuple(_dictionary().parse(word))


def _leading(phrase: str) -> list[str]:
    """The words a phrase begins with, up to the first that is not bare Russian letters."""
    words = []
    for each in phrase.split(" "):
        bare = each.rstrip(",:;")
        if not _WORD.fullmatch(bare):
            break
        words.append(bare)
        if bare != each:
            break
    return words


def _readings(phrase: str) -> list[tuple[Any, ...]]:
    """How the words up to the noun can be read in the nominative: adjectives that agree with it, then the noun."""
    words = _leading(phrase)[:4]
    for length in range(len(words), 0, -1):
        nouns = list(_nominative(words[length - 1], ("NOUN",)))
        adjectives = [list(_nominative(word, _LIKE_ADJECTIVES)) for word in words[: length - 1]]
        agreed = [
            chosen
            for chosen in product(*adjectives, nouns)
            if len({_agreement(each) for each in chosen}) == 1
        ]
        if agreed:
            return agreed
    # «Заведующая складом»: a word formed as an adjective that stands for a person.
    return [(each,) for each in _nominative(words[0], _LIKE_ADJECTIVES)] if words else []


def _nominative(word: str, kinds: tuple[str, ...]) -> Iterator[Any]:
    """The readings of a known word as these parts of speech in the nominative, when that is what it most likely is."""
    if not _dictionary().word_is_known(word):
        return
    # A thing has one form for the nominative and the accusative, and we know that the phrase is not an object.
    likely = [each for each in _parses(word) if each.tag.case in ("nomn", "accs")]
    if sum(each.score for each in likely) < WELL_SCORED:
        return
    for each in likely:
        if (
            each.tag.POS in kinds
            and each.tag.case == "nomn"
            and not {"Ms-f", "GNdr", "Fixd"} & each.tag.grammemes
        ):
            yield each


def _agreement(reading: Any) -> str:
    return str("plur" if reading.tag.number == "plur" else reading.tag.gender)


def _named(agreement: str) -> Gender:
    return "plural" if agreement == "plur" else _GENDERS.get(agreement, "")


def _put(phrase: str, chosen: tuple[Any, ...], case: Case) -> str:
    words = phrase.split(" ")
    for place, reading in enumerate(chosen):
        form = reading.inflect({_MARKS[case]})
        if form is None:
            return ""
        bare = words[place].rstrip(",:;")
        words[place] = _as_written(form.word, bare) + words[place][len(bare) :]
    return " ".join(words)


def _as_written(form: str, word: str) -> str:
    """A form with the capitals of the word it is of, and without a «ё» its author does not write."""
    if "ё" not in word.casefold():
        form = form.replace("ё", "е")
    if word.isupper() and len(word) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if word[:1].isupper() else form


def _stands_in(phrase: str, case: Case) -> bool:
    """True if the phrase is in that case already («приказом директора»)."""
    words = _leading(phrase)
    if not words or not _dictionary().word_is_known(words[0]):
        return False
    parses = _parses(words[0])
    share = sum(each.score for each in parses if each.tag.case == _MARKS[case])
    return share >= WELL_SCORED and all(each.tag.case not in ("nomn", "accs") for each in parses)


def _is_abbreviation(word: str) -> bool:
    """«ООО», «МБУК»: it never changes."""
    if not (word.isupper() and 1 < len(word) < 8 and _WORD.fullmatch(word)):
        return False
    known = _dictionary().word_is_known(word)
    return not known or any("Abbr" in each.tag for each in _parses(word))


def _tail(phrase: str) -> str:
    """What follows the words that change, without names in quotation marks."""
    chosen = _readings(phrase)
    words = phrase.split(" ")[len(chosen[0]) if chosen else 1 :]
    return _QUOTED.sub(" ", " ".join(words))


def _is_settled(tail: str) -> bool:
    """True if a tail stays as it is: no second word in the nominative («директор и главный врач»), no person's name."""
    after_preposition = False
    for word in _WORD.findall(tail):
        if len(word) == 1 or word.isupper():
            continue
        parses = _parses(word)
        if word[0].isupper() and any(_NAMES & each.tag.grammemes for each in parses):
            return False
        if not _dictionary().word_is_known(word):
            parses = parses[:1]
        cases = {each.tag.case for each in parses}
        mobile = {"nomn", "voct"} if after_preposition else {"nomn", "voct", "accs"}
        if cases <= mobile:
            return False
        after_preposition = after_preposition or any(each.tag.POS == "PREP" for each in parses)
    return True
