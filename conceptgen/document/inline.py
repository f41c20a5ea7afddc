"""What stands inside a line: text with its address, marks, references, footnotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from conceptgen.origin import Origin

Style = Literal["plain", "strong", "gap", "unknown", "quiet", "inserted", "deleted", "low", "even", "good"]
"""``gap``: something to fill in, highlighted; ``unknown``: a stated unknown; ``quiet``: secondary text.

``inserted``, ``deleted``: what one edition has and the other has not, told by a line under or through it.
``low``, ``even``, ``good``: a few words as a small coloured label, for bad, neither and good.
"""


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text; ``origin`` is set when it prints a value of the input.

    ``lacks`` is set on the mark of a gap: the address of what has to be filled in there.
    """

    text: str
    style: Style = "plain"
    origin: Origin | None = None
    lacks: Origin | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The number of a captioned block or of a heading, e.g. ``3`` or ``А.1``; the words around it are text."""

    target: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A remark at the foot of the page; writers number footnotes through the document."""

    content: Inlines


Inline = Text | Break | Ref | Footnote
Inlines = tuple[Inline, ...]
_INLINE = (Text, Break, Ref, Footnote)


def line(*parts: str | Inline | Iterable[Inline]) -> Inlines:
    """Join texts and inlines into one line, leaving out empty texts."""
    result: list[Inline] = []
    for part in parts:
        if isinstance(part, tuple):  # first, for most are lines
            result.extend(part)
        elif isinstance(part, str):
            if part:
                result.append(Text(part))
        elif isinstance(part, _INLINE):
            result.append(part)
        else:
            result.extend(part)
    return tuple(result)


def through(via: Origin | None, content: Inlines) -> Inlines:
    """The line that prints a name, as printed because of a reference."""
    return tuple(_through(via, each) if isinstance(each, Text) and each.origin else each for each in content)


def _through(via: Origin | None, name: Text) -> Text:
    assert name.origin
    origin = Origin(name.origin.path, name.origin.address, via)  # names are many, and ``replace`` is slow
    return Text(name.text, name.style, origin, name.lacks)


def without_remarks(content: Inlines) -> Inlines:
    """The line without its footnotes."""
    return tuple(each for each in content if not isinstance(each, Footnote))


def plain(content: Inlines) -> str:
    """The bare text of a line, without footnotes; a break is a newline."""
    if len(content) == 1 and isinstance(content[0], Text):  # as most are
        return content[0].text
    return "".join(
        i.text
        if isinstance(i, Text)
        else i.number
        if isinstance(i, Ref)
        else "\n"
        if isinstance(i, Break)
        else ""
        for i in content
    )
