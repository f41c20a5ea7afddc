"""Blocks → body text of the file, one function a block."""

from __future__ import annotations

from conceptgen.document.blocks import (
    Block,
    Chart,
    Contents,
    Cover,
    Heading,
    Listing,
    Paragraph,
    Photos,
    Table,
)
from conceptgen.document.charts import Gantt
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body import headings
from conceptgen.writers.docx.body.contents import contents
from conceptgen.writers.docx.body.cover import cover
from conceptgen.writers.docx.body.drawing import drawing
from conceptgen.writers.docx.body.gantt import gantt
from conceptgen.writers.docx.body.inlines import runs
from conceptgen.writers.docx.body.photos import photos
from conceptgen.writers.docx.body.tables import table
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.styles import roles

LIST_ENDS = '<w:spacing w:after="140"/>'
"""The air after a list, as much as after a paragraph."""
_BAR = (
    '<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{}"/></w:pBdr>'
    '<w:spacing w:before="120" w:after="60"/><w:ind w:left="340"/>'
)
"""What sets large words apart from the text, in the order of the schema."""
LIST_INDENT = 397
"""How far each level of a list stands in, in twentieths of a point."""


def write_block(block: Block, build: Build) -> str:
    """The paragraphs and tables of one block."""
    match block:
        case Heading():
            return headings.heading(block, build)
        case Paragraph():
            stays = xml.KEEP_NEXT if block.stays or block.role in ("intro", "label", "pull") else ""
            barred = _BAR.format(build.colours.band) if block.role == "pull" else ""
            return xml.paragraph(roles.PARAGRAPH[block.role], runs(block.content, build), stays + barred)
        case Listing():
            return _listing(block, build)
        case Table():
            return table(block, build)
        case Chart():
            return _chart(block, build)
        case Photos():
            return photos(block, build)
        case Cover():
            return cover(block, build)
        case Contents():
            return contents(block, build)


def _listing(block: Listing, build: Build) -> str:
    style = "ListNumber" if block.ordered else "ListBullet"
    number = str(build.new_list()) if block.ordered else "0" if block.marked else ""
    anew = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    last = len(block.items) - 1
    return "".join(
        [
            xml.paragraph(
                style,
                runs(item, build),
                anew + (LIST_ENDS if index == last else "") + _indent(block, index),
            )
            for index, item in enumerate(block.items)
        ]
    )


def _indent(block: Listing, index: int) -> str:
    """How far an item stands in, where the style does not say it."""
    level = block.level(index)
    if not level and not block.marked:
        return ""
    return f'<w:ind w:left="{LIST_INDENT * (level + 1)}" w:hanging="284"/>'


def _chart(block: Chart, build: Build) -> str:
    if isinstance(block.data, Gantt):
        drawn = gantt(block, block.data, build)
    else:
        drawn = xml.paragraph("Figure", drawing(block, build), xml.KEEP_NEXT if block.caption else "")
    if block.caption:
        return drawn + headings.caption(block, build, "FigureCaption")
    return drawn + xml.SPACER if isinstance(block.data, Gantt) else drawn
