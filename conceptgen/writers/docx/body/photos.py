"""Photographs in the text: each over its caption, two beside one another, a portrait beside its text."""

from __future__ import annotations

from conceptgen.document.blocks import Photo, Photos
from conceptgen.document.photos import PORTRAIT, room, size
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body.drawing import CENTIMETRE, TWIP, photo
from conceptgen.writers.docx.body.inlines import runs
from conceptgen.writers.docx.body.tables import cell, frame, row
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.styles import roles

_CENTRED = '<w:jc w:val="center"/>'
_GAP = 170
"""The air beside a portrait, in twips."""
_NO_RULES = (
    "<w:tblBorders>"
    + "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    + "</w:tblBorders>"
)


def photos(block: Photos, build: Build) -> str:
    """The paragraphs of one photograph, or a table without rules around several."""
    if block.role == "portrait":
        rows = "".join(_portrait(each, build) for each in block.items)
        return _table(rows, _portrait_widths(build), block) + xml.SPACER
    if len(block.items) == 1:
        return _over_caption(block.items[0], block, build)
    width = build.width // block.places
    cells = "".join(cell(_over_caption(each, block, build), width) for each in block.items)
    return _table(row(cells), [width] * len(block.items), block) + xml.SPACER


def _over_caption(each: Photo, block: Photos, build: Build) -> str:
    stays = xml.KEEP_NEXT if each.caption else ""
    drawn = xml.paragraph("Figure", photo(each, size(each, room(block)), build), stays)
    return drawn + "".join(
        xml.paragraph(
            roles.PARAGRAPH["note"],
            runs(said, build),
            (xml.KEEP_NEXT if said is not each.caption[-1] else "") + _CENTRED,
        )
        for said in each.caption
    )


def _portrait(each: Photo, build: Build) -> str:
    narrow, wide = _portrait_widths(build)
    drawn = xml.paragraph("Figure", photo(each, size(each, PORTRAIT), build), '<w:jc w:val="left"/>')
    style = roles.table_text(roles.ROW["body"], "")
    told = "".join(xml.paragraph(style, runs(said, build)) for said in each.caption)
    return row(cell(drawn, narrow) + cell(told or xml.paragraph(style, ""), wide))


def _portrait_widths(build: Build) -> list[int]:
    narrow = round(PORTRAIT[0] / 10 * CENTIMETRE / TWIP) + _GAP
    return [narrow, build.width - narrow]


def _table(rows: str, widths: list[int], block: Photos) -> str:
    told = " ".join(each.alt for each in block.items)
    return frame(roles.TABLE["chart"], widths, rows, told[:100], told, rules=_NO_RULES)
