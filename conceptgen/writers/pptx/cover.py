"""The title slide: whose document it is, its title, its state and day, the logo."""

from __future__ import annotations

import io
from typing import Any

from conceptgen.document.blocks import Cover
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.document.look import Look
from conceptgen.writers.pptx import fit, text
from conceptgen.writers.pptx.stage import POINT, Box, Stage

_TITLE = range(44, 23, -1)
_UNDER = range(24, 17, -1)
_LOGO = (200.0, 72.0)
"""The room of a logo, in points."""
_BELOW = ("organization", "subtitle", "status")
"""What stands under the title; the rest, as who approves, is told in the notes."""


def write_cover(stage: Stage, slide: Any, cover: Cover, look: Look) -> None:
    """Fill the title slide."""
    titles = [each.content for each in cover.lines if each.role == "title"] or [line(stage.document.title)]
    below = [each.content for role in _BELOW for each in cover.lines if each.role == role]
    _fill(stage, slide.shapes.title, titles, _TITLE)
    for shape in list(slide.placeholders):
        if shape.placeholder_format.idx == 1 and below:
            _fill(stage, shape, below, _UNDER, before=8)
        elif shape.placeholder_format.idx:
            shape._element.getparent().remove(shape._element)
    logo = look.brand.logo
    if logo:
        width, height = logo.fitted(*_LOGO)
        left, top = slide.shapes.title.left / POINT, max(30.0, stage.title.top)
        picture = slide.shapes.add_picture(io.BytesIO(logo.png), *Box(left, top, width, height).emu)
        picture._element.nvPicPr.cNvPr.set("descr", logo.alt)


def _fill(stage: Stage, shape: Any, contents: list[Inlines], sizes: range, before: float = 0) -> None:
    width, high = shape.width / POINT - 4, shape.height / POINT - 4 - before * len(contents)
    size = fit.largest(contents, (width, high), sizes) or sizes[-1]
    left, kept = int(high / (size * fit.LEADING)), []
    for each in contents:
        flat = line(plain(each).replace("\n", " "))
        if left > 0:
            kept.append(fit.cut(flat, size, width, left))
        left -= fit.lines(flat, size, width)
    text.fill(shape.text_frame._txBody, kept, stage.type(size, before=before))
    for each in kept:
        stage.show(plain(each))
