"""What a composed document prints, print by print, under the names its Word file gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from conceptgen.document.blocks import Block, Chart, Document
from conceptgen.document.charts import Gantt
from conceptgen.document.inline import Break, Footnote, Inline, Inlines, Text, plain
from conceptgen.document.walk import blocks, lines
from conceptgen.exchange.word.lines import normal
from conceptgen.origin import Origin

Key = tuple[str, str | None]
"""The address of a value, and that of the reference because of which it is printed."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One print of a value, or the mark of a gap where it would stand."""

    origin: Origin
    text: str
    is_gap: bool = False

    @property
    def key(self) -> Key:
        """What it prints, and why."""
        return self.origin.address, self.origin.via.address if self.origin.via else None


def prints(document: Document) -> dict[Key, list[Printed]]:
    """Every print by what it prints, in reading order."""
    found: defaultdict[Key, list[Printed]] = defaultdict(list)
    for block in blocks(document):
        for each in _of(block):
            found[each.key].append(each)
    return dict(found)


def _of(block: Block) -> Iterator[Printed]:
    for content in lines(block):
        yield from _in_line(content)
    if isinstance(block, Chart) and isinstance(block.data, Gantt):
        yield from (Printed(task.origin, normal(task.name)) for task in block.data.tasks if task.origin)


def _in_line(content: Inlines) -> Iterator[Printed]:
    whose = iter(_origins(content))
    for origin, group in groupby(content, key=lambda _: next(whose)):
        said = tuple(group)
        if origin:
            yield Printed(origin, normal(plain(said)), any(map(_is_gap, said)))
        for each in said:
            if isinstance(each, Footnote):
                yield from _in_line(each.content)


def _origins(content: Inlines) -> list[Origin | None]:
    """Whose value each inline prints; a line break inside a value is its own."""
    found = [_origin(each) for each in content]
    for n in range(1, len(content) - 1):
        if isinstance(content[n], Break) and found[n - 1] == found[n + 1]:
            found[n] = found[n - 1]
    return found


def _origin(inline: Inline) -> Origin | None:
    return (inline.origin or inline.lacks) if isinstance(inline, Text) and inline.text else None


def _is_gap(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.lacks is not None
