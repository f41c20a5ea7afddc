"""A brand put on the template: its theme and styles change colours and fonts, its footers get a line, the logo a part.

Colours are found by the template's own theme: what has the theme's accent as a colour gets the brand's.
"""

from __future__ import annotations

from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from lxml import etree

from conceptgen.document.look import Brand, Logo
from conceptgen.document.typefaces import SHIPPED
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.build import LOGO, Build
from conceptgen.writers.docx.colours import Colours
from conceptgen.writers.docx.xml import RELATIONS, W

_THEME = f"{RELATIONS}/theme"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")
_HEADED = ("Title", "TOCHeading", *(f"Heading{level}" for level in range(1, 5)))
_BANDED = ("Title", "Lead")
"""Styles with a rule that is an ornament, in the second colour."""
_ACCENTS = ("accent1", "text2")


def apply_brand(file: Any, build: Build, brand: Brand) -> None:
    """Put the brand on an open file; without one nothing changes."""
    theme = next((rel.target_part for rel in file.part.rels.values() if rel.reltype == _THEME), None)
    if theme is not None and (brand.accent or brand.second or brand.text_font or brand.heading_font):
        root = etree.fromstring(theme.blob)
        painted = (file.styles.element, file.part.numbering_part.element)
        _recolour(painted, root, build.colours, brand)
        _set_fonts(file.styles.element, root, brand)
        theme._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if brand.footer:
        _add_footer(file, brand.footer)
    if brand.logo:
        _add_logo(file, brand.logo)


def _recolour(painted: tuple[Any, ...], theme: Any, colours: Colours, brand: Brand) -> None:
    """Change the theme, and in the styles and the numbering every colour that was the theme's."""
    if brand.accent:
        old = {_slot(theme, name).get("val"): name for name in ("lt2", "accent1")}
        for root in painted:
            for element in root.iter():
                _repaint(element, old, colours)
        for name in ("dk2", "hlink"):
            _slot(theme, name).set("val", colours.accent)
        _slot(theme, "accent1").set("val", colours.fill)
        _slot(theme, "lt2").set("val", colours.shade)
    if brand.second:
        _slot(theme, "accent2").set("val", colours.band)
    if brand.accent or brand.second:
        _colour_bands(painted[0], colours.band)


def _colour_bands(styles: Any, colour: str) -> None:
    for id in _BANDED:
        for rule in styles.findall(f"{W}style[@{W}styleId='{id}']/{W}pPr/{W}pBdr/*"):
            rule.set(f"{W}color", colour)


def _repaint(element: Any, old: dict[str, str], colours: Colours) -> None:
    """One element: text and rules in the colour that can be read, areas in the soft one."""
    key = f"{W}val" if element.tag == f"{W}color" else f"{W}color"
    named = element.get(f"{W}themeColor") in _ACCENTS
    if named or old.get(element.get(key, "").upper()) == "accent1":
        element.set(key, colours.accent)
    if named:
        for theme_key in ("themeColor", "themeTint", "themeShade"):
            element.attrib.pop(f"{W}{theme_key}", None)
    if old.get(element.get(f"{W}fill", "").upper()) == "lt2":
        element.set(f"{W}fill", colours.shade)


def _slot(theme: Any, name: str) -> Any:
    """The place of one colour of the theme; a colour of the system becomes the one it was last."""
    holder = theme.find(f".//{_A}clrScheme/{_A}{name}")
    given = holder[0]
    value = given.get("lastClr") or given.get("val", "")
    holder.replace(given, etree.Element(f"{_A}srgbClr", val=value.upper()))
    return holder[0]


def _set_fonts(styles: Any, theme: Any, brand: Brand) -> None:
    heading = brand.heading_font or brand.text_font
    for kind, name in (("majorFont", heading), ("minorFont", brand.text_font)):
        if name:
            theme.find(f".//{_A}{kind}/{_A}latin").set("typeface", name)
    usual = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if brand.text_font and usual is not None:
        _set_font(usual, brand.text_font)
        for own in styles.iterfind(f"{W}style/{W}rPr/{W}rFonts"):
            if own.get(f"{W}ascii") == SHIPPED["sans"]:
                _set_font(own.getparent(), brand.text_font)
    if brand.heading_font:
        for id in _HEADED:
            style = styles.find(f"{W}style[@{W}styleId='{id}']")
            if style is not None:
                _set_font(style.get_or_add_rPr(), brand.heading_font)


def _set_font(properties: Any, name: str) -> None:
    fonts = properties.find(f"{W}rFonts")
    if fonts is None:
        fonts = parse_xml(f"<w:rFonts {xml.NAMESPACES}/>")
        properties.insert(0, fonts)
    fonts.attrib.clear()
    for script in _SCRIPTS:
        fonts.set(f"{W}{script}", name)


def _add_footer(file: Any, text: str) -> None:
    """A line of its own over what the footers hold."""
    line = xml.paragraph("Footer", xml.run(text), '<w:jc w:val="left"/>')
    for part in file.part.package.iter_parts():
        if part.partname.startswith("/word/footer"):
            part.element.insert(0, parse_xml(line.replace("<w:p>", f"<w:p {xml.NAMESPACES}>", 1)))


def _add_logo(file: Any, logo: Logo) -> None:
    picture = Part(PackURI("/word/media/logo.png"), "image/png", logo.png, file.part.package)
    file.part.rels.add_relationship(f"{RELATIONS}/image", picture, LOGO)
