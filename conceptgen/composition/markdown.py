"""Markdown-lite of long texts: paragraphs, lines, lists, **bold**. Everything else stays as it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from conceptgen.composition.lines import bold
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Listing, Paragraph
from conceptgen.document.inline import Inlines
from conceptgen.model.base import Model, Unknown

_MARK = re.compile(r"([-–—•▪●◦·*]|\d{1,3}[.)]|(?:\d{1,2}\.){1,4}\d{1,2}\.?|[^\W\d_]\))[ \t]+(?=\S)")
_BULLETS = "-•▪●◦·"
_DEEPEST = 3


@dataclass(slots=True)
class _Line:
    """One typed line: how far it stands in, its mark if it has one, its words."""

    indent: int
    mark: str
    text: str
    is_first: bool = False
    """True if a blank line, or nothing, stands before it."""

    @property
    def is_numbered(self) -> bool:
        return self.mark[:1].isalnum()


def prose(scope: Scope, part: Model | None, field: str, role: str = "body") -> tuple[Block, ...]:
    """The blocks of a long text field; a stated unknown is a paragraph."""
    value = getattr(part, field, None) if part is not None else None
    if part is None or value is None:
        return ()
    if isinstance(value, Unknown):
        return (Paragraph(scope.unknown(value, part, field)),)
    origin = scope.relations.origin(part, field)
    blocks = list(_blocks(value, lambda text: bold(text, origin)))
    if role == "lead" and blocks and isinstance(blocks[0], Paragraph):
        blocks[0] = Paragraph(blocks[0].content, "lead")
    return tuple(blocks)


def _blocks(value: str, ink: Callable[[str], Inlines]) -> Iterator[Block]:
    items: list[_Line] = []
    for line in _typed(value):
        if items and (not line.mark or _begins_another(line, items)):
            yield _listing(items, ink)
            items = []
        if line.mark:
            items.append(line)
        else:
            yield Paragraph(ink(line.text))
    if items:
        yield _listing(items, ink)


def _begins_another(line: _Line, items: list[_Line]) -> bool:
    """True if an item after a blank line is marked unlike the list above it."""
    return line.is_first and line.indent <= items[0].indent and _kind(line) != _kind(items[0])


def _typed(value: str) -> Iterator[_Line]:
    """Lines, those of one paragraph in one; a mark stays only where it makes a list."""
    lines: list[_Line] = []
    is_first = True
    for each in value.splitlines():
        if each.strip():
            lines.append(_line(each, is_first))
        is_first = not each.strip()
    joined = _without_false_marks(_with_continuations(lines))
    paragraph: list[_Line] = []
    for line in joined:
        if paragraph and (line.mark or line.is_first):
            yield _Line(0, "", "\n".join(each.text for each in paragraph))
            paragraph = []
        if line.mark:
            yield line
        else:
            paragraph.append(line)
    if paragraph:
        yield _Line(0, "", "\n".join(each.text for each in paragraph))


def _line(typed: str, is_first: bool) -> _Line:
    bare = typed.strip()
    indent = len(typed.expandtabs(4)) - len(typed.expandtabs(4).lstrip())
    found = _MARK.match(bare)
    return _Line(indent, found[1] if found else "", bare[found.end() :] if found else bare, is_first)


def _with_continuations(lines: list[_Line]) -> list[_Line]:
    """A line set in under an item goes on with it."""
    done: list[_Line] = []
    for line in lines:
        item = done[-1] if done else None
        if item and item.mark and not line.mark and not line.is_first and line.indent > item.indent:
            item.text += f" {line.text}"
        else:
            done.append(line)
    return done


def _without_false_marks(lines: list[_Line]) -> Iterator[_Line]:
    """A dash, an asterisk, a letter or a section number alone is no list; nor is a number in mid-sentence."""
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        after = lines[place + 1] if place + 1 < len(lines) else None
        if line.mark and not _is_item(line, before, after):
            line.text, line.mark = f"{line.mark} {line.text}", ""
        yield line


def _is_item(line: _Line, before: _Line | None, after: _Line | None) -> bool:
    if any(each and each.mark and _kind(each) == _kind(line) for each in (before, after)):
        return True
    if line.is_numbered:
        ends = (
            before is None
            or line.is_first
            or bool(before.mark)
            or before.text.endswith((":", ".", ";", "!", "?"))
        )
        return line.mark[:-1].isdigit() and ends and not line.text[0].isdigit()
    return line.mark in _BULLETS


def _kind(line: _Line) -> str:
    mark = line.mark
    if line.is_numbered:
        return "letter" if mark[0].isalpha() else "section" if "." in mark[:-1] else mark[-1]
    return "bullet" if mark in _BULLETS else mark


def _listing(items: list[_Line], ink: Callable[[str], Inlines]) -> Listing:
    """Bullets, or a plain count from one, are the writers' to mark; any other mark stands as it was typed."""
    levels = _levels(items)
    marks = [each.mark for each in items]
    counted = marks == [f"{number}." for number in range(1, len(items) + 1)] and len(items) > 1
    if counted and not any(levels):
        return Listing(tuple(ink(each.text) for each in items), ordered=True)
    if not any(each.is_numbered for each in items):
        return Listing(tuple(ink(each.text) for each in items), levels=levels)
    said = (ink(f"{'–' if not each.is_numbered else each.mark} {each.text}") for each in items)
    return Listing(tuple(said), levels=levels, marked=True)


def _levels(items: list[_Line]) -> tuple[int, ...]:
    """How deep each item stands, by what it is set in from those above it."""
    open_at: list[int] = []
    levels = []
    for each in items:
        while open_at and open_at[-1] > each.indent:
            open_at.pop()
        if not open_at or open_at[-1] < each.indent:
            open_at.append(each.indent)
        levels.append(min(len(open_at) - 1, _DEEPEST))
    return tuple(levels)
