"""Spaces that do not break: a number and its unit, № 5, initials, «и т. д.», «г. Москва», «в», «до 20», a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from conceptgen.typography.habits import Habits, any_of, habits

NBSP = "\u00a0"
_GROUP = re.compile(" [0-9]{3}(?![0-9])")
_GROUPS = re.compile(rf"(?<![\w+(.,-])(?<![0-9)][ {NBSP}-])[0-9]{{1,3}}(?: [0-9]{{3}})+(?![ {NBSP}-]?[0-9(])")


def bound(line: str, language: str) -> str:
    """The line with the spaces that may not end it made non-breaking."""
    if " " not in line:
        return line
    # The sign before the line stands for the edge of a word.
    line = _spaces(language).sub(NBSP, "\n" + line)[1:]
    if not _GROUP.search(line):
        return line
    return _GROUPS.sub(lambda found: found[0].replace(" ", NBSP), line)


@cache
def _spaces(language: str) -> re.Pattern[str]:
    """What finds the spaces that may not end a line.

    Every rule is about one space, so that a single pass looks at spaces only; dots lead a group of their own.
    """
    own = habits(language)
    dotted = "|".join(_behind_a_dot(own))
    return re.compile(
        f" (?:{'|'.join(_behind_a_word(own))}" + (rf"|(?<=\. )(?:{dotted})" if dotted else "") + ")"
    )


def _behind_a_word(own: Habits) -> Iterator[str]:
    yield f"(?=[{own.dash}\ufffc])"
    yield rf"(?<=[0-9] )(?={own.units})"
    yield "(?<=[№§] )"
    if own.surnames:
        yield rf"(?<=[{own.surnames}] )(?=[{own.capitals}]\. ?[{own.capitals}]\.)"
    yield from _after_words(own, is_dotted=False)


def _behind_a_dot(own: Habits) -> Iterator[str]:
    if own.capitals:
        yield rf"(?<=[^\w][{own.capitals}]\. )(?=[{own.capitals}])"
    if own.pairs:
        first, second = own.pairs
        yield rf"(?<=[^\w][{first}]\. )(?=[{second}]\.)"
    yield from _after_words(own, is_dotted=True)


def _after_words(own: Habits, *, is_dotted: bool) -> Iterator[str]:
    """The words that hold on to what follows: to anything, to a number, to a word, to a capital."""
    capital = f"[{own.capitals}]" if own.capitals else r"\w"
    for words, following in (
        (own.before_any, r"\S"),
        (own.before_number, "[0-9]"),
        (own.before_word, r"\w"),
    ):
        yield from _after([each for each in words if each.endswith(".") == is_dotted], following)
    names = [each for each in own.before_capital if each.endswith(".") == is_dotted]
    units = [each for each in names if re.fullmatch(own.units, each.rstrip("."))]
    yield from _after([each for each in names if each not in units], capital)
    for (
        each
    ) in units:  # behind a number it is a unit, and the capital begins a sentence: «в 2026 г. Москва …»
        yield rf"(?<![0-9][ {NBSP}]{re.escape(each)} )" + next(_after([each], capital))


def _after(words: list[str], following: str) -> Iterator[str]:
    """A rule for the words of each length: what is looked for behind must have one."""
    for _, alike in groupby(sorted(words, key=len), len):
        chosen = list(alike)
        edge = r"[^\w]" if chosen[0].endswith(".") else r"[^\w-]"
        yield f"(?<={edge}(?:{any_of(chosen)}) )(?={following})"
