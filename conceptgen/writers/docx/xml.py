"""WordprocessingML as text: the few shapes everything else is made of."""

from __future__ import annotations

import re
from typing import Final
from xml.sax import saxutils

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W: Final = f"{{{_MAIN}}}"

NAMESPACES: Final = (
    f'xmlns:w="{_MAIN}" xmlns:r="{RELATIONS}" xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
    f' xmlns:a="{_DRAWING}/main" xmlns:c="{_DRAWING}/chart"'
)

BREAK: Final = "<w:r><w:br/></w:r>"
TAB: Final = "<w:r><w:tab/></w:r>"
SPACER: Final = '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr></w:p>'
KEEP_NEXT: Final = "<w:keepNext/>"

_NONE = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_ILLEGAL = re.compile(f"[{_NONE}]")
_IN_QUOTES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_UNUSUAL = re.compile(f"[&<>{_NONE}]")


def legal(text: str) -> str:
    """Text without what XML cannot hold."""
    return _ILLEGAL.sub("", text)


def escape(text: str) -> str:
    """Text for an element; what XML cannot hold is left out."""
    return saxutils.escape(legal(text)) if _UNUSUAL.search(text) else text


def quote(text: str) -> str:
    """An attribute's value, in its quotes."""
    return f'"{saxutils.escape(legal(text), _IN_QUOTES)}"'


def run(text: str, style: str = "", direct: str = "") -> str:
    """A run of literal text in a character style; ``direct`` are properties of its own, in the order of the schema."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    look = f"<w:rPr>{named}{direct}</w:rPr>" if named or direct else ""
    return f"<w:r>{look}{words(text)}</w:r>"


_NO_TEXT: Final = '<w:t xml:space="preserve"/>'
_SIGNS: Final = {"\t": "<w:tab/>", "\xad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>"}
_CUT: Final = re.compile(f"([{''.join(_SIGNS)}])")


def words(text: str) -> str:
    """The inside of a run: its text, and what Word has an element for."""
    if not _CUT.search(text):
        return _text(text)
    return "".join([_SIGNS.get(piece) or _text(piece) for piece in _CUT.split(text) if piece])


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else _NO_TEXT


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph; ``properties`` follow the style in the order the schema asks for."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{look}{content}</w:p>" if look or content else "<w:p/>"


def field(instruction: str, result: str) -> str:
    """A field with its result already worked out, so that nothing has to be updated at opening."""
    return field_start(instruction) + result + FIELD_END


def field_start(instruction: str) -> str:
    """The beginning of a field up to its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
