"""Markdown-lite of long texts: paragraphs, lists, **bold**. Everything else stays as it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Listing, Paragraph
from conceptgen.document.inline import Inlines, Text
from conceptgen.model.base import Model, Unknown

_BULLET = re.compile(r"\s*(?:[-•*]|(\d{1,3})[.)])\s+(.+)")


def prose(scope: Scope, part: Model | None, field: str, role: str = "body") -> tuple[Block, ...]:
    """The blocks of a long text field; a stated unknown is a paragraph."""
    value = getattr(part, field, None) if part is not None else None
    if part is None or value is None:
        return ()
    if isinstance(value, Unknown):
        return (Paragraph(scope.unknown(value, part, field)),)
    origin = scope.relations.origin(part, field)
    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", value):
        blocks += _chunk(chunk.splitlines(), lambda text: scope.bold(text, Text("", origin=origin)))
    if role == "lead" and blocks and isinstance(blocks[0], Paragraph):
        blocks[0] = Paragraph(blocks[0].content, "lead")
    return tuple(blocks)


def _chunk(lines: list[str], ink: Callable[[str], Inlines]) -> list[Block]:
    blocks: list[Block] = []
    text: list[str] = []
    items: list[Inlines] = []
    ordered = False

    def flush() -> None:
        nonlocal text, items
        if text:
            blocks.append(Paragraph(ink(" ".join(text))))
        if items:
            blocks.append(Listing(tuple(items), ordered))
        text, items = [], []

    for each in lines:
        bullet = _BULLET.fullmatch(each)
        if bullet is None:
            if items:
                flush()
            text.append(each.strip())
            continue
        if text or (items and ordered != bool(bullet[1])):
            flush()
        ordered = bool(bullet[1])
        items.append(ink(bullet[2].strip()))
    flush()
    return blocks
