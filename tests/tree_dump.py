"""A composed document as lines to read in review: a line a block, row, cell, series or task, with all it holds.

A run that prints a value of the input stands in ‹ ›, its style before it; the addresses follow at the end of the line,
in the order of the runs. What a block says beside its text is written ``name=value`` where it is not the usual; an
anchor that is only a count (``h12``) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from itertools import islice, takewhile
from typing import Any

from conceptgen.document.blocks import (
    Cell,
    Chart,
    Column,
    Contents,
    Cover,
    Document,
    Heading,
    Listing,
    Paragraph,
    Part,
    Photos,
    Row,
    Table,
)
from conceptgen.document.inline import Break, Footnote, Inlines, Ref, Text
from conceptgen.origin import Origin

_CONTENT = {"content", "paragraphs", "caption", "title", "items", "lines", "head", "cells", "columns", "rows"}
_BELOW = {"alike", "data", "digest", "strip", "blocks", "series", "tasks"}
_COUNTED = re.compile("h[0-9]+")
_FEW = 5
"""As many lines are shown again rather than said to stand elsewhere."""


def dump(document: Document) -> str:
    """The whole document."""
    head = [f"{name}: {_said(value)}" for name, value in _own(document) if name != "parts"]
    return "\n".join([*head, *(line for part in document.parts for line in _part(part))]) + "\n"


def folded(told: str, others: Mapping[str, str]) -> str:
    """A dump in which what stands in other dumps, line for line, is only counted."""
    rest, left = {name: other.splitlines() for name, other in others.items()}, told.splitlines()
    places: dict[str, list[tuple[str, int]]] = {}
    for name, theirs in rest.items():
        for index, line in enumerate(theirs):
            places.setdefault(line, []).append((name, index))
    said, at = [], 0
    while at < len(left):
        found = [(_common(left, at, rest[name], index), name) for name, index in places.get(left[at], ())]
        length, name = max(found, default=(0, ""))
        if length > _FEW:
            said.append(f"… {length} lines as in {name}, from: {left[at].strip():.80}")
        else:
            said.append(left[at])
        at += length if length > _FEW else 1
    return "\n".join(said) + "\n"


def _common(ours: list[str], at: int, theirs: list[str], index: int) -> int:
    """How many lines are the same from these two on."""
    pairs = zip(islice(ours, at, None), islice(theirs, index, None), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _part(part: Part) -> Iterator[str]:
    yield ""
    yield _line("==", part)
    for block in part.blocks:
        yield from _block(block)


def _block(block: Any) -> Iterator[str]:  # noqa: C901, PLR0912 - a case for each block
    match block:
        case Heading() | Paragraph():
            yield _line(type(block).__name__, block, block.content)
        case Listing():
            yield _line("Listing", block)
            for index, item in enumerate(block.items):
                yield f"  {'  ' * block.level(index)}- {_runs(item)}"
        case Table():
            yield _line("Table", block, block.caption)
            for column in block.columns:
                yield "  " + _line("column", column, column.head)
            for row in block.rows:
                yield from _row(row)
        case Chart():
            yield _line("Chart", block, block.caption)
            yield from _drawn(block.data, "  ")
        case Photos():
            yield _line("Photos", block)
            for photo in block.items:
                yield "  " + _line("photo", photo, *photo.caption)
        case Cover():
            yield _line("Cover", block)
            for line in block.lines:
                yield f"  {line.role} | {_runs(line.content)}"
        case Contents():
            yield _line("Contents", block, block.title)
        case _:
            raise AssertionError(f"a block without its lines: {block}")


def _row(row: Row) -> Iterator[str]:
    yield "  " + _line("row", row)
    for cell in row.cells:
        yield "    " + _line("cell", cell, *cell.paragraphs)
        if cell.strip:
            yield f"      alt={cell.strip.alt}"
            yield from _drawn(cell.strip.data, "      ")


def _drawn(data: Any, indent: str) -> Iterator[str]:
    """What a chart draws: a line a series or task."""
    yield indent + _line(type(data).__name__, data)
    for each in (*getattr(data, "series", ()), *getattr(data, "tasks", ())):
        yield f"{indent}  {_line(type(each).__name__, each)}"


def _line(name: str, thing: Document | Part | Row | Cell | Column | Any, *paragraphs: Inlines) -> str:
    """Its name, what it says of itself, its text."""
    told = [f"{key}={_said(value)}" for key, value in _own(thing) if key not in _CONTENT | _BELOW]
    said = [_runs(each) for each in paragraphs]
    return " ".join([name, *told]) + (f" | {' ¶ '.join(said)}" if any(paragraphs) else "")


def _own(thing: Any) -> Iterator[tuple[str, Any]]:
    """Its fields that are not the usual."""
    for field in fields(thing):
        value = getattr(thing, field.name)
        if field.name == "anchor" and _COUNTED.fullmatch(value):
            continue
        if field.default is MISSING or value != field.default:
            yield field.name, value


def _said(value: Any) -> str:
    if isinstance(value, Origin):
        return str(value) + (f" via {value.via}" if value.via else "")
    if isinstance(value, tuple):
        return f"({'; '.join(map(_said, value))})"
    if hasattr(value, "__dataclass_fields__"):
        return f"({'; '.join(f'{name} {_said(each)}' for name, each in _own(value))})"
    return "–" if value is None else str(value).replace("\n", "⏎")


def _runs(content: Inlines) -> str:
    """A line as text, then the addresses of what it prints."""
    origins: list[str] = []
    said = "".join(_run(each, origins) for each in content)
    return said + (f"  ← {', '.join(origins)}" if origins else "")


def _run(each: Any, origins: list[str]) -> str:
    match each:
        case Break():
            return "⏎"
        case Ref():
            return f"[{each.number} → {each.target}]"
        case Footnote():
            return f"[^{''.join(_run(inner, origins) for inner in each.content)}]"
        case Text():
            text, style = _said(each.text), "" if each.style == "plain" else each.style
            origins += [_said(each.origin)] * bool(each.origin) + [f"lacks {each.lacks}"] * bool(each.lacks)
            return f"{style}‹{text}›" if style or each.origin else text
    raise AssertionError(f"a run without its text: {each}")
