"""A paragraph of our writer as words, numbers, marks and things that are no words, one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from conceptgen.writers.docx.xml import W

SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
MARKS: Final = (f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}commentRangeStart", f"{W}commentRangeEnd")
_SIGNS: Final = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}softHyphen": "\u00ad", f"{W}noBreakHyphen": "\u2011"}
_ELEMENTS: Final = {sign: tag for tag, sign in _SIGNS.items()}
_PIECES: Final = re.compile(
    r"\d+(?:[\u00a0\u202f.,:/-]\d+)*|[^\W\d][\w\u00ad\u2011]*|[\n\t]|[^\S\n\t]+|\w+|[^\w\s]"
)
"""A number or a date is one piece: «1.0» becomes «1.1» as a whole."""
_CUT: Final = re.compile("([\t\n\u00ad\u2011])")
_STEPS: Final = {"begin": 1, "end": -1}
_PLAIN: Final = {f"{W}t", f"{W}rPr", *_SIGNS}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a paragraph: a word of a ``look`` (the properties of its run), or elements as they are.

    ``key`` is what it is compared by; a field has that of its kind, since its number follows by itself.
    """

    key: str
    text: str = ""
    look: Any = None
    elements: tuple[Any, ...] = ()
    is_mark: bool = False

    @property
    def shown(self) -> str:
        """What a reader sees of it."""
        if not self.elements or self.is_mark:
            return self.text
        return "".join(each.text or "" for element in self.elements for each in element.iter(f"{W}t"))

    @property
    def footnote(self) -> str:
        """The number of the footnote it leads to, "" where it is no such mark."""
        found = (each for element in self.elements for each in element.iter(f"{W}footnoteReference"))
        return next((each.get(f"{W}id") for each in found), "")


def tokens(paragraph: Any) -> list[Token]:
    """All of them in order."""
    return list(_tokens(paragraph))


def _tokens(paragraph: Any) -> Iterator[Token]:
    field: list[Any] = []
    depth = 0
    for child in paragraph:
        if child.tag in MARKS:
            yield Token("", elements=(child,), is_mark=True)
            continue
        depth += _depth(child)
        if field or depth:
            field.append(child)
            if depth == 0:
                yield Token(_field_key(field), elements=tuple(field))
                field = []
        elif child.tag == f"{W}r" and all(map(_is_plain, child)):
            look = child.find(f"{W}rPr")
            yield from (Token(_key(piece), piece, look) for piece in _PIECES.findall(_text(child)))
        elif child.tag != f"{W}pPr":
            yield Token(_kind(child), elements=(child,))
    if field:
        yield Token(_field_key(field), elements=tuple(field))


def text_of(paragraph: Any) -> str:
    """The text of a paragraph without what its fields show."""
    found: list[str] = []
    depth = 0
    for node in paragraph.iter(f"{W}t", f"{W}fldChar", *_SIGNS):
        if node.tag == f"{W}fldChar":
            depth += _STEPS.get(node.get(f"{W}fldCharType"), 0)
        elif not depth and node.getparent().tag == f"{W}r":
            found.append(_SIGNS.get(node.tag) or node.text or "")
    return "".join(found)


def _is_plain(part: Any) -> bool:
    return part.tag in _PLAIN and not (part.tag == f"{W}br" and part.attrib)


def _depth(child: Any) -> int:
    return sum(_STEPS.get(each.get(f"{W}fldCharType"), 0) for each in child.iter(f"{W}fldChar"))


def _field_key(field: list[Any]) -> str:
    instruction = "".join(each.text or "" for run in field for each in run.iter(f"{W}instrText"))
    return f"\0{instruction.split()[0] if instruction.split() else ''}"


def _kind(child: Any) -> str:
    names = (etree.QName(each).localname for each in child.iter() if each.tag != f"{W}rPr")
    return "\0" + next((name for name in names if name in ("footnoteReference", "drawing")), child.tag)


def _text(run: Any) -> str:
    return "".join(each.text or "" if each.tag == f"{W}t" else _SIGNS.get(each.tag, "") for each in run)


def _key(piece: str) -> str:
    piece = piece.replace("\u00ad", "").replace("\u2011", "-")
    return " " if piece.isspace() and piece not in "\n\t" else piece.replace("\u202f", "\u00a0")


def run_of(text: str, look: Any, *, is_deleted: bool) -> Any:
    """A run with a text in a look."""
    run = etree.Element(f"{W}r")
    if look is not None:
        run.append(deepcopy(look))
    for piece in filter(None, _CUT.split(text)):
        if piece in _ELEMENTS:
            etree.SubElement(run, _ELEMENTS[piece])
        else:
            words = etree.SubElement(run, f"{W}delText" if is_deleted else f"{W}t")
            words.set(SPACE, "preserve")
            words.text = piece
    return run
