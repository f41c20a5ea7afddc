"""Text of a slide as DrawingML: paragraphs of runs, each with its language, size and colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from pptx.oxml import parse_xml

from conceptgen.document.inline import Break, Inlines, Ref, Text
from conceptgen.writers.docx.xml import escape, quote

A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NAMED = f'xmlns:a="{A}"'


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph is set: points, colour (RRGGBB; "" for that of the master), weight, alignment, space before."""

    size: float
    language: str
    color: str = ""
    bold: bool = False
    align: str = "l"
    before: float = 0
    quiet: str = "5C666C"
    gap: str = "9B2C2C"


def fill(body: Any, contents: Iterable[Inlines], type: Type) -> None:
    """Put paragraphs into a text body in the place of those it has."""
    for old in body.findall(f"{{{A}}}p"):
        body.remove(old)
    made = [content for content in contents if content] or [()]
    for index, content in enumerate(made):
        body.append(parse_xml(_paragraph(content, replace(type, before=type.before * bool(index)))))


def _paragraph(content: Inlines, type: Type) -> str:
    before = f'<a:spcBef><a:spcPts val="{round(type.before * 100)}"/></a:spcBef>' if type.before else ""
    look = f'<a:pPr algn="{type.align}" marL="0" indent="0">{before}<a:buNone/></a:pPr>'
    end = f'<a:endParaRPr lang={quote(type.language)} sz="{round(type.size * 100)}"/>'
    return f"<a:p {_NAMED}>{look}{''.join(_inline(each, type) for each in content)}{end}</a:p>"


def _inline(each: Any, type: Type) -> str:
    if isinstance(each, Break):
        return _break(type)
    if isinstance(each, Ref):
        return _run(each.number, type)
    if not isinstance(each, Text):
        return ""
    look = type
    if each.style == "strong":
        look = replace(type, bold=True)
    elif each.style == "gap":
        look = replace(type, bold=True, color=type.gap)
    elif each.style == "deleted":
        look = replace(type, color=type.gap)
    elif each.style == "quiet":
        look = replace(type, color=type.color if type.color == "FFFFFF" else type.quiet)
    return _run(each.text, look, _LINES.get(each.style, ""))


_LINES = {"inserted": ' u="sng"', "deleted": ' strike="sngStrike"', "unknown": ' i="1"'}


def _break(type: Type) -> str:
    return f'<a:br><a:rPr lang={quote(type.language)} sz="{round(type.size * 100)}"/></a:br>'


def _run(text: str, type: Type, more: str = "") -> str:
    """A run for each line of a text: a line feed inside one is no more than a space."""
    return _break(type).join(_one_line(each, type, more) for each in text.split("\n"))


def _one_line(text: str, type: Type, more: str) -> str:
    bold = ' b="1"' if type.bold else ""
    color = f'<a:solidFill><a:srgbClr val="{type.color}"/></a:solidFill>' if type.color else ""
    about = f'<a:rPr lang={quote(type.language)} sz="{round(type.size * 100)}"{bold}{more} dirty="0">{color}</a:rPr>'
    return f"<a:r>{about}<a:t>{escape(text)}</a:t></a:r>" if text else ""
