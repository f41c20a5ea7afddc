"""Builds ``templates/pptx/house.pptx``: two layouts for a wide screen, the colours and the font of the house.

The colours and the font are those of a theme, so that a brand replaces them in one place.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Emu, Inches

from conceptgen.writers.docx.archive import same_bytes

HOUSE = Path(__file__).parents[1] / "templates" / "pptx" / "house.pptx"
FONT = "Arial"
"""On every computer that shows slides, with the letters of both languages; a slide cannot carry fonts along."""
COLOURS = {
    "dk1": "22282C",
    "lt1": "FFFFFF",
    "dk2": "1F4E5F",
    "lt2": "EAF1F3",
    "accent1": "1F4E5F",
    "accent2": "A8620B",
    "accent3": "8A949A",
    "accent4": "A9C6CF",
    "accent5": "F6E7CF",
    "accent6": "9B2C2C",
    "hlink": "1F4E5F",
    "folHlink": "8A949A",
}
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
KEPT = ("Title Slide", "Title Only")
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
BAND = """<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr><p:cNvPr id="90" name="Band"/><p:cNvSpPr/>
<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></p:spPr>
<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>"""


def build() -> bytes:
    """The file; the same every time."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    master = deck.slide_master
    for layout in list(deck.slide_layouts):
        if layout.name not in KEPT:
            deck.slide_layouts.remove(layout)
    _theme(master)
    _titles(master)
    for holder in (master, *deck.slide_layouts):
        for shape in list(holder.placeholders):
            _place(shape, holder is not master and holder.name == KEPT[0])
    _band(deck.slide_layouts[0], 0, 0, Inches(0.45), HEIGHT)
    _band(deck.slide_layouts[1], Inches(0.6), Inches(0.42), Inches(0.9), Inches(0.07))
    for name, reached in list(deck.part.rels.items()):
        if reached.reltype.endswith("/printerSettings"):
            deck.part.rels.pop(name)
    for name, reached in list(deck.part.package._rels.items()):
        if reached.reltype.endswith("/thumbnail"):
            deck.part.package._rels.pop(name)
    properties = deck.core_properties
    properties.author = properties.last_modified_by = "conceptgen"
    properties.title = ""
    made = io.BytesIO()
    deck.save(made)
    return same_bytes(made.getvalue())


def _theme(master: Any) -> None:
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    root = etree.fromstring(part.blob)
    for name, value in COLOURS.items():
        slot = root.find(f".//{A}clrScheme/{A}{name}")
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, f"{A}srgbClr").set("val", value)
    for kind in ("majorFont", "minorFont"):
        fonts = root.find(f".//{A}{kind}")
        fonts.find(f"{A}latin").set("typeface", FONT)
        for own in fonts.findall(f"{A}font"):
            fonts.remove(own)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _titles(master: Any) -> None:
    """Titles stand at the left, bold, in the accent."""
    for level in master._element.find(".//{*}titleStyle"):
        level.set("algn", "l")
        text = level.find(f"{A}defRPr")
        text.set("sz", "2800")
        text.set("b", "1")
        for fill in text.findall(f"{A}solidFill"):
            text.remove(fill)
        fill = etree.Element(f"{A}solidFill")
        etree.SubElement(fill, f"{A}schemeClr").set("val", "tx2")
        text.insert(0, fill)


def _place(shape: Any, is_cover: bool) -> None:
    kind = str(shape.placeholder_format.type).partition(" ")[0]
    boxes = {
        "TITLE": (0.6, 0.5, 12.13, 1.15),
        "CENTER_TITLE": (1.2, 2.0, 11.0, 2.4),
        "SUBTITLE": (1.2, 4.55, 11.0, 1.7),
        "BODY": (0.6, 1.8, 12.13, 5.0),
        "FOOTER": (0.6, 6.98, 9.5, 0.35),
        "SLIDE_NUMBER": (11.53, 6.98, 1.2, 0.35),
    }
    if kind not in boxes:
        shape._element.getparent().remove(shape._element)
        return
    left, top, width, height = (Inches(each) for each in boxes[kind])
    if is_cover and kind in ("FOOTER", "SLIDE_NUMBER"):
        shape._element.getparent().remove(shape._element)
        return
    shape.left, shape.top, shape.width, shape.height = left, top, width, height
    body = shape._element.find(".//{*}bodyPr")
    for name in ("lIns", "rIns", "tIns", "bIns"):
        body.set(name, "0")
    body.set(
        "anchor", {"CENTER_TITLE": "b", "TITLE": "ctr", "FOOTER": "ctr", "SLIDE_NUMBER": "ctr"}.get(kind, "t")
    )
    for fit in list(body):
        body.remove(fit)
    for style in shape._element.findall(f".//{A}lstStyle/*"):
        style.set("algn", "r" if kind == "SLIDE_NUMBER" else "l")
        for text in style.iter(f"{A}defRPr"):
            if kind in ("FOOTER", "SLIDE_NUMBER"):
                text.set("sz", "1200")


def _band(layout: Any, x: int, y: int, width: int, height: int) -> None:
    drawn = BAND.format(x=int(Emu(x)), y=int(Emu(y)), w=int(Emu(width)), h=int(Emu(height)))
    layout.shapes._spTree.insert(2, parse_xml(drawn))


if __name__ == "__main__":
    HOUSE.parent.mkdir(exist_ok=True)
    HOUSE.write_bytes(build())
