"""An official layout in Word: page, type and page numbers of the house template changed as ``profiles`` says.

Styles change, not paragraphs, as in ``restyle``; a firm's own template keeps its look.
"""

from __future__ import annotations

from typing import Any, Final

from docx.oxml.parser import parse_xml
from docx.shared import Pt

from conceptgen.document.blocks import Document
from conceptgen.document.typefaces import SHIPPED
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.xml import W
from conceptgen.writers.profiles import Profile, profile_of

TWIPS: Final = 1440 / 25.4
"""Twips in a millimetre."""
_BLACK = "000000"
_LINED = ("HouseGrid", "HouseCard")
_CENTRED = (
    "CoverOrganization",
    "Title",
    "Subtitle",
    "CoverStatus",
    "CoverAuthor",
    "CoverPlace",
    "TOCHeading",
)
_OPENING = ("Heading1", "Heading2", "Heading3", "Heading4")
_UNNUMBERED = tuple(f"{name}Front" for name in _OPENING) + tuple(
    f"AnnexHeading{level}" for level in ("", "2", "3", "4")
)
_TEXT = ("Lead", "ListBullet", "ListNumber", "TOC1", "TOC2", "CoverStatus", "CoverOrganization")
"""Styles as large as the text."""
_STAMPS = ("CoverAccess", "CoverApproval", "CoverAgreement")
_SMALL = ("Note", "FootnoteText")
_FOOTER_FROM_EDGE = 4
"""Millimetres below a footer that has lost its number: it must not push the text out of a margin of ten."""
_BELOW_ORGANIZATION: Final = Pt(16)
"""Between the name of the organisation and what the act is called."""


def set_margins(body: Any, document: Document) -> None:
    """The margins of an official page; the number stands in the upper one."""
    profile = profile_of(document)
    if profile is None:
        return
    margin = body.find(f"{W}sectPr/{W}pgMar")
    for side in ("top", "right", "bottom", "left"):
        margin.set(f"{W}{side}", str(_twips(getattr(profile, side))))
    margin.set(f"{W}header", str(_twips(profile.number_from_edge)))
    margin.set(f"{W}footer", str(_twips(_FOOTER_FROM_EDGE)))


def apply_profile(file: Any, document: Document) -> None:
    """Change styles, headers and footers, if the document asks for an official layout."""
    profile = profile_of(document)
    if profile is None:
        return
    styles = {style.get(f"{W}styleId"): style for style in file.styles.element.iter(f"{W}style")}
    _set_type(file.styles.element, profile)
    numbering = file.part.numbering_part.element
    _blacken((*styles.values(), numbering))
    _indent(styles, profile)
    _set_sizes(styles, profile)
    for name in _LINED:
        _rule(styles[name])
    _lighten(styles["Caption"])
    _space_numbers(numbering)
    for part in file.part.package.iter_parts():
        if part.partname.startswith("/word/header"):
            _number_above(part.element, document.draft)
        elif part.partname.startswith("/word/footer"):
            _drop_number(part.element)


def _twips(millimetres: float) -> int:
    return round(millimetres * TWIPS)


def _set_type(styles: Any, profile: Profile) -> None:
    defaults = styles.find(f"{W}docDefaults")
    for own in [*styles.iterfind(f"{W}style/{W}rPr/{W}rFonts")]:
        if own.get(f"{W}ascii") in SHIPPED.values():
            own.getparent().remove(own)
    for fonts in defaults.iter(f"{W}rFonts"):
        for script in ("ascii", "eastAsia", "hAnsi", "cs"):
            fonts.set(f"{W}{script}", profile.face)
    _resize(defaults, profile.size)
    spacing = defaults.find(f".//{W}spacing")
    spacing.set(f"{W}after", "0")
    spacing.set(f"{W}line", str(round(240 * profile.line)))


def _blacken(styles: Any) -> None:
    for style in styles:
        for color in style.iter(f"{W}color"):
            color.set(f"{W}val", _BLACK)
        for bar in style.findall(f"{W}pPr/{W}pBdr"):
            bar.getparent().remove(bar)


def _indent(styles: dict[str, Any], profile: Profile) -> None:
    """The first line of the text is indented, and of headings; nothing else is."""
    first = _twips(profile.indent)
    for style in styles.values():
        if style.get(f"{W}type") != "paragraph":
            continue
        based = style.find(f"{W}basedOn")
        if based is not None and based.get(f"{W}val") == "Normal" and style.find(f"{W}pPr/{W}numPr") is None:
            _place(style, left=None, first=0)
            _align(style, "left", replace=False)
    for name in ("Normal", "Lead", "Label"):
        _place(styles[name], left=0, first=first)
        _align(styles[name], "left" if name == "Label" else "both")
    for name in (*_OPENING, *_UNNUMBERED):
        _place(styles[name], left=0, first=first)
    for name in ("ListBullet", "ListNumber"):
        _place(styles[name], left=first + 284, first=-284)
        _align(styles[name], "both")
    for name in _CENTRED:
        _align(styles[name], "center")
    styles["CoverOrganization"].get_or_add_pPr().get_or_add_spacing().after = _BELOW_ORGANIZATION
    _set_stamps(styles, profile)


def _set_stamps(styles: dict[str, Any], profile: Profile) -> None:
    """Approval in the right corner, agreement in the left one, both of the width of a stamp."""
    beside = _twips(210 - profile.left - profile.right - profile.stamp)
    for name in _STAMPS:
        ind = styles[name].get_or_add_pPr().get_or_add_ind()
        for side in ("left", "right"):
            ind.attrib.pop(f"{W}{side}", None)
        ind.set(f"{W}{'right' if name == 'CoverAgreement' else 'left'}", str(beside))


def _place(style: Any, left: int | None, first: int) -> None:
    ind = style.get_or_add_pPr().get_or_add_ind()
    if left is None and ind.get(f"{W}hanging") is not None:
        return
    ind.attrib.pop(f"{W}hanging", None)
    ind.attrib.pop(f"{W}firstLine", None)
    ind.set(f"{W}{'firstLine' if first >= 0 else 'hanging'}", str(abs(first)))
    if left is not None:
        ind.set(f"{W}left", str(left))


def _align(style: Any, how: str, replace: bool = True) -> None:
    jc = style.get_or_add_pPr()._add_jc() if style.find(f"{W}pPr/{W}jc") is None else None
    if jc is None and not replace:
        return
    style.find(f"{W}pPr/{W}jc").set(f"{W}val", how)


def _set_sizes(styles: dict[str, Any], profile: Profile) -> None:
    sizes = dict(zip(_OPENING, profile.headings, strict=True))
    sizes |= dict.fromkeys((*_TEXT, *_STAMPS, "Label", "CoverAuthor", "CoverPlace", "Caption"), profile.size)
    for kind in ("Text", "Head", "Group", "Total"):
        sizes |= {f"Table{kind}": profile.table, f"Table{kind}Small": profile.map}
    sizes |= dict.fromkeys(_SMALL, profile.note) | {"Title": profile.title, "TOCHeading": profile.headings[0]}
    for name, size in sizes.items():
        _resize(styles[name], size)


def _resize(style: Any, size: float) -> None:
    for each in style.iter(f"{W}sz", f"{W}szCs"):
        each.set(f"{W}val", str(round(size * 2)))


def _lighten(style: Any) -> None:
    for bold in [*style.iter(f"{W}b", f"{W}bCs")]:
        bold.getparent().remove(bold)


def _rule(style: Any) -> None:
    """Black lines around every cell, no shades."""
    borders = style.find(f"{W}tblPr/{W}tblBorders")
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_BLACK}"/>' for side in sides)
    ruled = parse_xml(f"<w:tblBorders {xml.NAMESPACES}>{lines}</w:tblBorders>")
    borders.getparent().replace(borders, ruled)
    for condition in style.findall(f"{W}tblStylePr"):
        style.remove(condition)


def _space_numbers(numbering: Any) -> None:
    """The number of a heading is followed by a space: it stands in the indent of its first line."""
    for level in numbering.iter(f"{W}lvl"):
        linked = level.find(f"{W}pStyle")
        if linked is not None and linked.get(f"{W}val") in _OPENING:
            level.find(f"{W}suff").set(f"{W}val", "space")


def _number_above(header: Any, draft: str) -> None:
    """The page number in the middle of the upper margin; under it the mark of a draft."""
    number = xml.field("PAGE", xml.run("2"))
    centred, right = '<w:jc w:val="center"/>', '<w:jc w:val="right"/>'
    lines = xml.paragraph("Header", number, centred)
    lines += xml.paragraph("Header", xml.run(draft, "DraftMark"), right) if draft else ""
    for child in list(header):
        header.remove(child)
    header.extend(list(parse_xml(f"<w:hdr {xml.NAMESPACES}>{lines}</w:hdr>")))


def _drop_number(footer: Any) -> None:
    """Take the line with the page number out of a footer, and leave what else stands there."""
    for paragraph in footer.iter(f"{W}p"):
        if next(paragraph.iter(f"{W}fldChar"), None) is not None:
            for run in paragraph.findall(f"{W}r"):
                paragraph.remove(run)
