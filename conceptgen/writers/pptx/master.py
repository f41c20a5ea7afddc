"""What slides stand on: the house's layouts or those of one's own master, in the colours and fonts of the brand."""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from typing import Any

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml

from conceptgen.document.blocks import Document
from conceptgen.document.look import Brand, Look
from conceptgen.resources import template_path
from conceptgen.writers.docx.colours import colours
from conceptgen.writers.docx.xml import escape
from conceptgen.writers.pptx.allowed import only_allowed
from conceptgen.writers.pptx.frames import settle
from conceptgen.writers.pptx.stage import POINT, Box, Stage
from conceptgen.writers.pptx.text import A

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FOOTERS = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_GAP = 10.0
_HEX = re.compile("[0-9A-Fa-f]{6}")
_EDGE = 30.0


def base(look: Look) -> bytes:
    """The file slides are added to: one's own master without anything but layouts and theme, or the house's."""
    return only_allowed(look.master) if look.master else template_path("pptx", "house.pptx").read_bytes()


def begin(deck: Any, document: Document, look: Look, language: str) -> Stage:
    """The deck with the brand on it, and where its slides may be written on."""
    settle(deck, used_layouts(deck))
    theme = _theme(deck)
    _brand(theme, look.brand)
    painted = colours(_with_accent(look, theme))
    font = theme.root.find(f".//{{{A}}}minorFont/{{{A}}}latin").get("typeface")
    title, area = _box(_title_of(content_layout(deck))), room(deck)
    assert area is not None
    return Stage(document, deck, replace(painted, font=font), language, area, title)


def room(deck: Any) -> Box | None:
    """Where slides may be written on, under their title; None where no layout has a title."""
    if not used_layouts(deck):
        return None
    title = _box(_title_of(content_layout(deck)))
    top = title.top + title.height + _GAP
    return Box(title.left, top, title.width, _bottom(deck) - top)


class _Theme:
    """The theme of the first master, changed in place."""

    def __init__(self, part: Any) -> None:
        self.part = part
        self.root: Any = etree.fromstring(part.blob)

    def slot(self, name: str) -> Any:
        """The element of a colour."""
        return self.root.find(f".//{{{A}}}clrScheme/{{{A}}}{name}")[0]

    def save(self) -> None:
        """Write the changes back."""
        self.part._blob = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _theme(deck: Any) -> _Theme:
    rels = deck.slide_master.part.rels.values()
    return _Theme(next(rel.target_part for rel in rels if rel.reltype.endswith("/theme")))


def _brand(theme: _Theme, brand: Brand) -> None:
    """Put the colours and fonts of a brand into the theme."""
    if brand.accent:
        _paint(theme, ("accent1", "dk2", "hlink"), brand.accent)
    if brand.second:
        _paint(theme, ("accent2",), brand.second)
    for kind, font in (("major", brand.heading_font or brand.text_font), ("minor", brand.text_font)):
        if font:
            theme.root.find(f".//{{{A}}}{kind}Font/{{{A}}}latin").set("typeface", font)
    theme.save()


def _paint(theme: _Theme, names: tuple[str, ...], color: str) -> None:
    for name in names:
        slot = theme.slot(name).getparent()
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, f"{{{A}}}srgbClr").set("val", color.removeprefix("#").upper())


def _with_accent(look: Look, theme: _Theme) -> Look:
    """On one's own master its accent is that of charts and tables, too, unless the brand has one."""
    own = theme.slot("accent1").get("val") if look.master and not look.brand.accent else None
    return replace(look, brand=replace(look.brand, accent=f"#{own}")) if _HEX.fullmatch(own or "") else look


def cover_layout(deck: Any) -> Any:
    """The layout of the title slide: the one that says so, else the first with a place for a title."""
    titled = [each for each in deck.slide_layouts if _title_of(each) is not None]
    named = [each for each in titled if each._element.get("type") == "title"]
    return next(iter(named), titled[0])


def content_layout(deck: Any) -> Any:
    """The layout of the others: a title alone, else the one with the fewest other places."""
    titled = [each for each in deck.slide_layouts if _title_of(each) is not None]
    only = [each for each in titled if each._element.get("type") == "titleOnly"]
    return next(iter(only), min(titled, key=_busy))


def used_layouts(deck: Any) -> list[Any]:
    """The layouts slides are made on; none where no layout has a title."""
    if not any(_title_of(each) is not None for each in deck.slide_layouts):
        return []
    cover, content = cover_layout(deck), content_layout(deck)
    return [cover] if cover._element is content._element else [cover, content]


def _busy(layout: Any) -> tuple[bool, int]:
    is_cover = layout._element.get("type") == "title"
    return is_cover, sum(each.placeholder_format.type not in _FOOTERS for each in layout.placeholders)


def _title_of(layout: Any) -> Any:
    return next((each for each in layout.placeholders if each.placeholder_format.type in _TITLES), None)


def _box(shape: Any) -> Box:
    return Box(*(each / POINT for each in (shape.left, shape.top, shape.width, shape.height)))


def limits(layout: Any) -> list[Any]:
    """The places that leave a slide its room: the title above it, the footer and the number below."""
    kinds = (*_TITLES, *_FOOTERS)
    return [each for each in layout.placeholders if each.placeholder_format.type in kinds]


def _bottom(deck: Any) -> float:
    """Where the footer begins, or the edge of the slide."""
    layout = content_layout(deck)
    high = deck.slide_height / POINT
    tops = [each.top / POINT for each in layout.placeholders if each.placeholder_format.type in _FOOTERS]
    low = [top for top in tops if top > high / 2]
    return float(min([high - _EDGE, *(top - _GAP for top in low)]))


def fill_footers(stage: Stage, slide: Any) -> None:
    """The short title and the number of the slide, where the layout has a place for them; empty places go."""
    for shape in list(slide.placeholders):
        if shape.placeholder_format.type not in _TITLES:
            shape._element.getparent().remove(shape._element)
    for place in slide.slide_layout.placeholders:
        kind = place.placeholder_format.type
        if kind in _FOOTERS:
            slide.shapes._spTree.append(_footer(stage, slide, place, kind))


def _footer(stage: Stage, slide: Any, place: Any, kind: Any) -> Any:
    element = copy.deepcopy(place._element)
    element.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in slide.shapes) + 1))
    body = element.txBody
    for old in body.findall(f"{{{A}}}p"):
        body.remove(old)
    for style in list(body.find(f"{{{A}}}lstStyle")):
        style.getparent().remove(style)
    document = stage.document
    said = " · ".join(each for each in (document.running, document.draft) if each)
    about = f'<a:rPr lang="{stage.language}"/>'
    run = (
        f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">{about}<a:t>‹#›</a:t></a:fld>'
        if kind == PP_PLACEHOLDER.SLIDE_NUMBER
        else f"<a:r>{about}<a:t>{escape(said)}</a:t></a:r>"
    )
    body.append(parse_xml(f'<a:p xmlns:a="{A}">{run}</a:p>'))
    return element
