"""One YAML text laid over another with the comments of both: what the upper says stands, the rest stays.

Mappings meet by key, lists by place, as far as both are written in block style; anything else of the upper text takes
the place of what it meets. Both texts have the habits of our templates: lists stand deeper than their key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

_OPEN = re.compile(r" *[\w-]+: *(#.*)?\n")
"""A key whose value is the block under it."""
_ITEM_OF_KEYS = re.compile(r" *- [\w-]+:\s")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key or an item: the comments over it, its first line, the deeper lines under it."""

    lead: tuple[str, ...]
    head: str
    body: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.head.strip().partition(":")[0]

    @property
    def is_item(self) -> bool:
        return self.head.lstrip().startswith("- ")

    @property
    def lines(self) -> tuple[str, ...]:
        return (*self.lead, self.head, *self.body)


def laid_over(base: str, upper: str) -> str:
    """The base with the upper text laid over it; the comments at the head of the upper text are left out."""
    lines = upper.splitlines(keepends=True)
    first = next(index for index, line in enumerate(lines) if not _is_quiet(line))
    return "".join(_merged(tuple(base.splitlines(keepends=True)), tuple(lines[first:])))


def _merged(base: tuple[str, ...], upper: tuple[str, ...]) -> tuple[str, ...]:
    under, over = [*_entries(base)], [*_entries(upper)]
    if over[0].is_item:
        pairs = zip_longest(under, over)
    else:
        said = {entry.key: entry for entry in over}
        met = {entry.key for entry in under}
        pairs = zip_longest(
            [*under, *(None for entry in over if entry.key not in met)],
            [*(said.get(entry.key) for entry in under), *(entry for entry in over if entry.key not in met)],
        )
    return tuple(line for pair in pairs for entry in [_one(*pair)] for line in entry.lines)


def _one(under: _Entry | None, over: _Entry | None) -> _Entry:
    if under is None or over is None:
        found = over or under
        assert found
        return found
    lead = over.lead if any(line.strip() for line in over.lead) else under.lead
    if under.is_item and _ITEM_OF_KEYS.match(under.head) and _ITEM_OF_KEYS.match(over.head):
        first, *rest = _merged(_as_mapping(under), _as_mapping(over))
        dash = under.head.index("-")
        return _Entry(lead, f"{first[:dash]}-{first[dash + 1 :]}", tuple(rest))
    if _OPEN.fullmatch(under.head) and _OPEN.fullmatch(over.head):
        head = over.head if "#" in over.head else under.head
        return _Entry(lead, head, _merged(under.body, over.body))
    return replace(over, lead=lead)


def _as_mapping(item: _Entry) -> tuple[str, ...]:
    return (item.head.replace("- ", "  ", 1), *item.body)


def _entries(lines: tuple[str, ...]) -> Iterator[_Entry]:
    depth = next(_depth(line) for line in lines if not _is_quiet(line))
    lead: list[str] = []
    waiting: list[str] = []
    head, body = "", list[str]()
    for line in lines:
        if line.strip() and _depth(line) > depth and head:
            body += [*waiting, line]
            waiting = []
        elif _is_quiet(line):
            waiting.append(line)
        else:
            if head:
                yield _Entry(tuple(lead), head, tuple(body))
            lead, waiting, head, body = waiting, [], line, []
    yield _Entry(tuple(lead), head, (*body, *waiting))


def _is_quiet(line: str) -> bool:
    """A comment or an empty line."""
    return line.strip()[:1] in ("", "#")


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
