"""What one document changes in the styles of the template: contents, a compact title, a poster, type set close.

Styles change, not paragraphs: the look stays when Word counts pages anew or the reader goes on writing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from conceptgen.document.blocks import Block, Cover, Document
from conceptgen.document.walk import blocks
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.xml import W
from conceptgen.writers.profiles import profile_of

ROOMY_CONTENTS = 34
"""Lines of contents up to which they fit a page with air between them; and set closer."""
CLOSE_CONTENTS = 46
TIGHT_CONTENTS = 56
"""Longer contents take two pages anyway and keep their air."""
POSTER = 24
"""The smallest type of a poster, in half points; and of one set close."""
CLOSE_POSTER = 20
_CLOSE = {"TOC1": (70, 10, 20), "TOC2": (0, 14, 20)}
"""Space before and after, in twips, and size, in half points."""
_TIGHT = {"TOC1": (36, 4, 19), "TOC2": (0, 4, 19)}
_COMPACT = {"CoverOrganization": (0, 60, 24), "Title": (160, 80, 44), "CoverStatus": (0, 160, 22)}
_POSTER = {
    "Label": (140, 20, 26), "CoverStatus": (0, 60, 24), "Heading1": (0, 160, 36), "Note": (0, 60, 24),
    "Lead": (0, 80, 24), "ListBullet": (0, 30, 24),
}  # fmt: skip
_CLOSE_POSTER = {
    "Label": (100, 15, 22), "CoverStatus": (0, 40, 20), "Heading1": (0, 110, 32), "Note": (0, 40, 20),
    "Lead": (0, 60, 20), "ListBullet": (0, 20, 20),
}  # fmt: skip
_POSTER_MARGIN = "850"
_CLOSE_TEXT = {
    "Heading1": (240, 110, 30), "Heading2": (190, 70, 23), "Heading3": (140, 60, 21), "Lead": (20, 110, 21),
    "Label": (110, 50, 20), "TableCaption": (90, 50, 19), "FigureCaption": (50, 130, 19), "Figure": (60, 60, 20),
    "TableText": (0, 10, 18), "ListBullet": (0, 20, 20), "ListNumber": (0, 20, 20),
}  # fmt: skip
_HELPERS = ("Spacer",)


def apply_overrides(file: Any, build: Build, *, is_own: bool) -> None:
    """Change the styles as far as the document asks for it; the air of one's own template is its owner's business."""
    styles = file.styles.element
    if ROOMY_CONTENTS < build.contents_lines <= TIGHT_CONTENTS:
        _set(styles, _CLOSE if build.contents_lines <= CLOSE_CONTENTS else _TIGHT)
    if any(_is_compact_title(block) for block in blocks(build.document)):
        _set(styles, _COMPACT)
    if build.document.poster:
        is_close = build.document.close
        _enlarge(styles, CLOSE_POSTER if is_close else POSTER)
        _set(styles, _CLOSE_POSTER if is_close else _POSTER)
        if not is_own:
            _colour_labels(styles, build.colours.accent)
    elif build.document.close and not (is_own or profile_of(build.document)):
        _draw_together(styles)
        _set(styles, _CLOSE_TEXT)


def _is_compact_title(block: Block) -> bool:
    return isinstance(block, Cover) and block.compact and any(each.role == "title" for each in block.lines)


def narrow_margins(setup: Any, document: Document) -> None:
    """Give a poster the whole sheet: narrow margins, neither header nor page number."""
    if not document.poster:
        return
    for running in setup.findall(f"{W}headerReference") + setup.findall(f"{W}footerReference"):
        setup.remove(running)
    for side in ("top", "right", "bottom", "left"):
        setup.find(f"{W}pgMar").set(f"{W}{side}", _POSTER_MARGIN)


def _set(styles: Any, looks: dict[str, tuple[int, int, int]]) -> None:
    for id, (before, after, size) in looks.items():
        style = styles.find(f"{W}style[@{W}styleId='{id}']")
        for spacing in style.iterfind(f"{W}pPr/{W}spacing"):
            for name, value in (("before", before), ("after", after), ("line", 240)):
                spacing.set(f"{W}{name}", str(value))
        for element in _sizes(style):
            element.set(f"{W}val", str(size))


def _enlarge(styles: Any, least: int) -> None:
    """Large type, all of it in the face of the labels: a line holds as much as in PDF; ``least``: of the text."""
    face = styles.find(f"{W}style[@{W}styleId='Label']/{W}rPr/{W}rFonts")
    for fonts in styles.iterfind(f"{W}docDefaults//{W}rFonts"):
        fonts.attrib.update(face.attrib if face is not None else {})
    for spacing in styles.iterfind(f"{W}docDefaults//{W}spacing"):
        spacing.set(f"{W}line", "240")
        spacing.set(f"{W}after", "60")
    for style in styles.iter(f"{W}rPrDefault", f"{W}style"):
        if style.get(f"{W}styleId") not in _HELPERS:
            for element in _sizes(style):
                element.set(f"{W}val", str(max(least, int(element.get(f"{W}val")))))
    for element in _sizes(styles.find(f"{W}docDefaults")):
        element.set(f"{W}val", str(least))


def _colour_labels(styles: Any, colour: str) -> None:
    """What a poster says first stands out, as in PDF."""
    for each in styles.iterfind(f"{W}style[@{W}styleId='Label']/{W}rPr/{W}color"):
        each.set(f"{W}val", colour)


def _draw_together(styles: Any) -> None:
    """Prose at ten points with less air below it."""
    defaults = styles.find(f"{W}docDefaults")
    for spacing in defaults.iter(f"{W}spacing"):
        spacing.set(f"{W}line", "252")
        spacing.set(f"{W}after", "90")
    for element in _sizes(defaults):
        element.set(f"{W}val", "20")


def _sizes(style: Any) -> Iterator[Any]:
    yield from style.iter(f"{W}sz", f"{W}szCs")
