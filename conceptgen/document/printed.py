"""What a composed document prints: the addresses of the values in it, and of those it leaves to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from conceptgen.document.blocks import Block, Chart, Document, Heading, Paragraph, Part
from conceptgen.document.inline import Inline, Text
from conceptgen.document.reshape import each_inline
from conceptgen.document.walk import blocks, lines, photographs, texts
from conceptgen.origin import Origin, Path


@dataclass(frozen=True, slots=True)
class Gap:
    """One mark of something to fill in: the address it waits for, and how it reads."""

    origin: Origin
    text: str


@dataclass(frozen=True)
class Printed:
    """The values and the gaps of one document."""

    paths: frozenset[Path]
    gaps: tuple[Gap, ...]
    references: frozenset[Path]
    """The addresses of the references that names are printed because of."""
    _parts: frozenset[Path] = field(init=False)
    _open: frozenset[Path] = field(init=False)

    def __post_init__(self) -> None:
        open = _held(gap.origin.path for gap in self.gaps)
        object.__setattr__(self, "_open", open)
        object.__setattr__(self, "_parts", open | _held(self.paths | self.references) | {()})

    def says(self, path: Path) -> bool:
        """True if the text at a path is printed word for word."""
        return path in self.paths or any(path[:end] in self.paths for end in range(len(path) - 1, 0, -1))

    def tells_of(self, path: Path) -> bool:
        """True if something of the part at a path is printed; what prints nothing is told of with what holds it."""
        return any(path[:end] in self._parts for end in range(len(path), min(1, len(path) - 1), -1))

    def gap_at(self, path: Path) -> bool:
        """True if something at a path, or inside it, is left to be filled in."""
        return path in self._open


def _held(paths: Iterable[Path]) -> frozenset[Path]:
    """These paths and all that lead to them."""
    found: set[Path] = set()
    for path in paths:
        for end in range(len(path), -1, -1):
            if path[:end] in found:
                break  # so does all that leads to it
            found.add(path[:end])
    return frozenset(found)


def printed(document: Document) -> Printed:
    """Read a composed document: every address in it, those of its name and of the head of its pages too."""
    paths, gaps = {each.path for each in document.named}, []
    references: set[Path] = set()
    for block in blocks(document):
        for text in block_texts(block):
            if text.origin:
                paths.add(text.origin.path)
                if text.origin.via:
                    references.add(text.origin.via.path)
            if text.lacks:
                gaps.append(Gap(text.lacks, text.text))
        paths |= {each.path for each in _shown(block)}
    return Printed(frozenset(paths), tuple(gaps), frozenset(references))


def _shown(block: Block) -> Iterator[Origin]:
    """The values that a block shows without a text run: names in a chart, the words behind a photograph."""
    if isinstance(block, Chart):
        yield from block.shows
    yield from (each for photo in photographs(block) for each in photo.shows)


def block_texts(block: Block) -> Iterator[Text]:
    """Every text run of a block."""
    return (text for content in lines(block) for text in texts(content))


def without_gaps(document: Document, accepted: frozenset[Path]) -> Document:
    """The document with «—» where a gap is accepted as it is; nothing where it was all of a paragraph."""
    if not accepted:
        return document

    def closed(inline: Inline) -> Inline:
        is_accepted = isinstance(inline, Text) and inline.lacks and inline.lacks.path in accepted
        return _CLOSED if is_accepted else inline

    def all_of(parts: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(
            replace(part, blocks=_without_bare(each_inline(b, closed) for b in part.blocks)) for part in parts
        )

    return replace(document, parts=all_of(document.parts), slides=all_of(document.slides))


_CLOSED = Text("—")


def _without_bare(told: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without dashes that stand alone, but for one under its name."""
    kept: list[Block] = []
    for block in told:
        is_bare = isinstance(block, Paragraph) and block.content == (_CLOSED,)
        before = kept[-1] if kept else None
        is_named = isinstance(before, Heading) or (isinstance(before, Paragraph) and before.role == "label")
        if not is_bare or is_named:
            kept.append(block)
    return tuple(kept)
