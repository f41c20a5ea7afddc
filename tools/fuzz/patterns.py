"""Every regular expression of the program on long runs of what it repeats: none may take more than its length.

Patterns are collected, not listed: compiled ones from the modules, written ones from the calls of ``re``.
"""

from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import conceptgen

LONG = 50_000
TAILS = ("", "\x00", "!", "а", "7", " ", "\n", '"')
"""What ends a run, so that some end is one the pattern has no use for."""
_MANY = 100
_CALLS = {"search", "match", "fullmatch", "findall", "finditer", "split", "sub"}


@dataclass(frozen=True, slots=True)
class Use:
    """A pattern of the program and the method it is used by."""

    module: str
    pattern: re.Pattern[Any]
    method: str

    def look(self, text: Any) -> None:
        """Look through a text as the program does."""
        found = getattr(self.pattern, self.method)(text)
        if self.method == "finditer":
            for _ in found:
                pass


def uses() -> list[Use]:
    """Every pattern of the program, by each method it is used by."""
    found: dict[tuple[str, str, str], Use] = {}
    for module in pkgutil.walk_packages(conceptgen.__path__, "conceptgen."):
        if module.name.endswith("__main__"):
            continue
        room = import_module(module.name)
        source = Path(str(room.__file__)).read_text(encoding="utf-8")
        for name, pattern in _compiled(vars(room)):
            for method in _methods(name, source):
                found[module.name, str(pattern), method] = Use(module.name, pattern, method)
        for method, pattern in _written(source):
            found[module.name, str(pattern), method] = Use(module.name, pattern, method)
    return list(found.values())


def _compiled(values: Mapping[str, Any]) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns of a module with the names they have, those in lists and tables too."""
    for name, value in values.items():
        yield from ((name, pattern) for pattern in _inside(value))


def _inside(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _inside(each, depth + 1)


def _methods(name: str, source: str) -> set[str]:
    """How a module uses a pattern; one it gives a way that is not plain to see may be used in any way."""
    called = set(re.findall(rf"\b{name}\.(\w+)", source))
    return {_ANCHORED.get(method, "finditer") for method in called} or {"finditer"}


_ANCHORED = {"match": "match", "fullmatch": "fullmatch"}


def _written(source: str) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """The patterns a module gives straight to ``re``, each with its method."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in _CALLS
            and getattr(node.func.value, "id", "") == "re"
            and isinstance(node.args[0], ast.Constant)
        ):
            flags = 0
            for each in (*node.args, *(word.value for word in node.keywords)):
                if isinstance(each, ast.Attribute) and getattr(each.value, "id", "") == "re":
                    flags |= getattr(re, each.attr)
            yield _ANCHORED.get(node.func.attr, "finditer"), re.compile(node.args[0].value, flags)


def runs(
    pattern: re.Pattern[Any], length: int = LONG, ends: tuple[str, ...] = TAILS
) -> Iterator[str | bytes]:
    """Texts of a length that lead the pattern astray: what it repeats, over and over, and then something else."""
    source = pattern.pattern
    is_bytes = isinstance(source, bytes)
    tree = parser.parse(source, pattern.flags & ~re.DEBUG)
    seen = set()
    for before, body in _repeats(list(tree), ""):
        for core in {body, before + body}:
            if not core or core in seen:
                continue
            seen.add(core)
            run = core * (length // len(core))
            for tail in ends:
                text = before + run + tail
                yield text.encode("latin-1", "ignore") if is_bytes else text


def _repeats(items: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """What stands before each repetition of a pattern, and one round of what it repeats."""
    for code, argument in items:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            low, high, body = argument
            if high == codes.MAXREPEAT or high >= _MANY:
                for sample in _samples(list(body)):
                    yield before, sample
            yield from _repeats(list(body), before)
            before += _sample(list(body)) * max(low, 0 if high == codes.MAXREPEAT else min(low, 3))
            continue
        for inner in _inner(code, argument):
            yield from _repeats(inner, before)
        before += _sample([(code, argument)])


def _inner(code: Any, argument: Any) -> Iterator[list[Any]]:
    if code is codes.BRANCH:
        yield from (list(each) for each in argument[1])
    elif code is codes.SUBPATTERN:
        yield list(argument[3])
    elif code is codes.ATOMIC_GROUP:
        yield list(argument)
    elif code in (codes.ASSERT, codes.ASSERT_NOT) and argument[0] > 0:
        yield list(argument[1])


def _samples(items: list[Any]) -> Iterator[str]:
    """One text each for the kinds of signs that one round may be."""
    if len(items) == 1 and items[0][0] in (codes.IN, codes.ANY, codes.NOT_LITERAL, codes.CATEGORY):
        fitting = [sign for sign in "аx7 \n.-_\"'\u00a0(\t,@:" if _fits(items[0], sign)]
        yield from fitting or [_sample(items)]
    else:
        yield _sample(items)


def _fits(item: tuple[Any, Any], sign: str) -> bool:
    code, argument = item
    if code is codes.ANY:
        return sign != "\n"
    if code is codes.NOT_LITERAL:
        return ord(sign) != argument
    if code is codes.CATEGORY:
        return _in([(code, argument)], sign)
    return _in(argument, sign)


def _in(members: list[Any], sign: str) -> bool:
    negated = members[0][0] is codes.NEGATE
    inside = any(_member(code, argument, sign) for code, argument in members if code is not codes.NEGATE)
    return inside != negated


_CATEGORIES = {
    codes.CATEGORY_DIGIT: str.isdigit,
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_WORD: lambda sign: sign.isalnum() or sign == "_",
    codes.CATEGORY_NOT_DIGIT: lambda sign: not sign.isdigit(),
    codes.CATEGORY_NOT_SPACE: lambda sign: not sign.isspace(),
    codes.CATEGORY_NOT_WORD: lambda sign: not (sign.isalnum() or sign == "_"),
}


def _member(code: Any, argument: Any, sign: str) -> bool:
    if code is codes.LITERAL:
        return ord(sign) == argument
    if code is codes.RANGE:
        return bool(argument[0] <= ord(sign) <= argument[1])
    return bool(_CATEGORIES[argument](sign)) if code is codes.CATEGORY else False


def _sample(items: list[Any]) -> str:
    """A text that a pattern fits, looks around aside."""
    said = ""
    for code, argument in items:
        if code is codes.LITERAL:
            said += chr(argument)
        elif code in (codes.IN, codes.ANY, codes.NOT_LITERAL, codes.CATEGORY):
            said += _one(code, argument)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            said += _sample(list(argument[2])) * max(argument[0], 1 if argument[1] else 0)
        elif inner := next(_inner(code, argument), None):
            said += _sample(inner) if code is not codes.ASSERT_NOT and code is not codes.ASSERT else ""
    return said


def _one(code: Any, argument: Any) -> str:
    members = next((sign for sign in "аx7 \n.-_\"'\u00a0(\t,@:" if _fits((code, argument), sign)), "")
    if members or code is not codes.IN:
        return members
    first = next(each for each in argument if each[0] in (codes.LITERAL, codes.RANGE))
    return chr(first[1] if first[0] is codes.LITERAL else first[1][0])


def case(random: Random, folder: Path) -> None:  # noqa: ARG001
    """One pattern on every run of what it repeats."""
    use = random.choice(_all())
    for text in runs(use.pattern):
        use.look(text)


@cache
def _all() -> list[Use]:
    return uses()
