"""What one document changes in the styles of the template: close contents, a compact title, the type of a poster.

Styles change, not paragraphs: the look stays when Word counts pages anew or the reader goes on writing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from conceptgen.document.blocks import Block, Cover, Document
from conceptgen.document.walk import blocks
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.xml import W

ROOMY_CONTENTS = 34
"""Lines of contents up to which they fit a page with air between them; and set closer."""
CLOSE_CONTENTS = 46
TIGHT_CONTENTS = 56
"""Longer contents take two pages anyway and keep their air."""
POSTER = 24
"""The smallest type of a poster, in half points."""
_CLOSE = {"TOC1": (70, 10, 20), "TOC2": (0, 14, 20)}
"""Space before and after, in twips, and size, in half points."""
_TIGHT = {"TOC1": (36, 4, 19), "TOC2": (0, 4, 19)}
_COMPACT = {"CoverOrganization": (0, 60, 24), "Title": (160, 80, 44), "CoverStatus": (0, 160, 22)}
_POSTER = {"Label": (140, 20, 26), "CoverStatus": (0, 60, 24)}
_POSTER_MARGIN = "907"
_HELPERS = ("Spacer",)


def apply_overrides(file: Any, build: Build) -> None:
    """Change the styles as far as the document asks for it."""
    styles = file.styles.element
    if ROOMY_CONTENTS < build.contents_lines <= TIGHT_CONTENTS:
        _set(styles, _CLOSE if build.contents_lines <= CLOSE_CONTENTS else _TIGHT)
    if any(_is_compact_title(block) for block in blocks(build.document)):
        _set(styles, _COMPACT)
    if build.document.poster:
        _enlarge(styles)
        _set(styles, _POSTER)


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


def _enlarge(styles: Any) -> None:
    for spacing in styles.iterfind(f"{W}docDefaults//{W}spacing"):
        spacing.set(f"{W}line", "240")
        spacing.set(f"{W}after", "60")
    for style in styles.iter(f"{W}rPrDefault", f"{W}style"):
        if style.get(f"{W}styleId") not in _HELPERS:
            for element in _sizes(style):
                element.set(f"{W}val", str(max(POSTER, int(element.get(f"{W}val")))))


def _sizes(style: Any) -> Iterator[Any]:
    yield from style.iter(f"{W}sz", f"{W}szCs")
