"""A composed document changed here and there, the same way every time: words, items, rows, blocks come, go and move."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from conceptgen.document.blocks import Block, Document, Listing, Paragraph, Part, Row, Table
from conceptgen.document.inline import Inlines, Text

Chance = random.Random
_WORDS = ("иначе", "быстро", "7", "2027", "не всегда")


def changed(document: Document, seed: int, share: float = 0.08) -> Document:
    """The document with about such a share of its blocks changed."""
    chance = Chance(seed)
    return replace(document, parts=tuple(_part(each, chance, share) for each in document.parts))


def _part(part: Part, chance: Chance, share: float) -> Part:
    blocks: list[Block] = []
    for block in part.blocks:
        if chance.random() > share or not isinstance(block, Paragraph | Listing | Table):
            blocks.append(block)
            continue
        way = chance.choice((_inside, _inside, _inside, _twice, _gone))
        blocks += way(block, chance)
    return replace(part, blocks=tuple(blocks) or part.blocks)


def _gone(_block: Block, _chance: Chance) -> list[Block]:
    return []


def _twice(block: Block, chance: Chance) -> list[Block]:
    new = _inside(block, chance)
    return [block, *(replace(each, anchor="") if isinstance(each, Table) else each for each in new)]


def _inside(block: Any, chance: Chance) -> list[Block]:
    match block:
        case Paragraph():
            return [replace(block, content=_line(block.content, chance))]
        case Listing():
            items = _listed(list(block.items), _line, chance)
            return [replace(block, items=tuple(items), levels=())]
        case _:
            return [replace(block, rows=tuple(_listed(list(block.rows), _row, chance)))]


def _listed(entries: list[Any], inside: Callable[[Any, Chance], Any], chance: Chance) -> list[Any]:
    """Entries changed, put in, taken out or moved."""
    for _ in range(chance.randrange(1, 4)):
        at, to = chance.randrange(len(entries)), chance.randrange(len(entries))
        match chance.randrange(5):
            case 0:
                entries.insert(to, inside(entries[at], chance))
            case 1 if len(entries) > 1:
                del entries[at]
            case 2:
                entries.insert(to, entries.pop(at))
            case _:
                entries[at] = inside(entries[at], chance)
    return entries


def _row(row: Row, chance: Chance) -> Row:
    cells = list(row.cells)
    at = chance.randrange(len(cells))
    lines = list(cells[at].paragraphs)
    match chance.randrange(3):
        case 0:
            lines.insert(chance.randrange(len(lines) + 1), (Text("Дописано в ячейку, отдельной строкой"),))
        case 1 if lines:
            del lines[chance.randrange(len(lines))]
        case _:
            lines = [_line(each, chance) for each in lines]
    cells[at] = replace(cells[at], paragraphs=tuple(lines)) if not cells[at].strip else cells[at]
    return replace(row, cells=tuple(cells))


def _line(line: Inlines, chance: Chance) -> Inlines:
    return tuple(
        replace(each, text=_text(each.text, chance)) if isinstance(each, Text) else each for each in line
    )


def _text(text: str, chance: Chance) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words))
    words[at : at + chance.randrange(3)] = chance.sample(_WORDS, chance.randrange(3))
    return " ".join(words) or "иначе"
