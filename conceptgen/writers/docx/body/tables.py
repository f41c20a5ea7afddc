"""Tables: rows written as text, since cell by cell is far too slow."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from conceptgen.document.blocks import Cell, Row, Table
from conceptgen.document.inline import plain
from conceptgen.writers import columns
from conceptgen.writers.columns import Layout
from conceptgen.writers.docx import xml
from conceptgen.writers.docx.body import headings
from conceptgen.writers.docx.body.drawing import strip
from conceptgen.writers.docx.body.inlines import runs
from conceptgen.writers.docx.body.widths import letter, shares, type_size
from conceptgen.writers.docx.build import Build
from conceptgen.writers.docx.styles import roles

Align = Literal["left", "center", "right"]
TO_SIGN = 370
"""The least height of a row to sign in, in twips."""

_FINE_MARGINS = (
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="68" w:type="dxa"/>'
    '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="68" w:type="dxa"/></w:tblCellMar>'
)
_RULES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F8A90"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_NO_RULES = f"<w:tblBorders>{_RULES.replace('single', 'nil')}</w:tblBorders>"
_TWIPS = 1440 / 25.4
"""In a millimetre."""
_WHOLE_LINES = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
"""Set closer than one line apart, as text in tables is, a drawing loses its head."""
_EDGE_TO_EDGE = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'


def table(block: Table, build: Build) -> str:
    """A table with its caption above it and a little air below."""
    above = headings.caption(block, build, "TableCaption") if block.caption else ""
    layout = columns.layout(block, build.width / letter(block, build))
    widths = shares(layout.shares, build.width)
    rows = [_head(block, widths, build)] if block.has_heads else []
    rows += _rows(block, layout, widths, build)
    name = plain(block.caption) or block.alt
    margins = _FINE_MARGINS if block.fine else ""
    rules = f"<w:tblBorders>{_RULES}</w:tblBorders>" if block.ruled else ""
    rules = _NO_RULES if block.role == "signature" else rules
    framed = frame(roles.TABLE[block.role], widths, "".join(rows), name, block.alt, margins, rules)
    return above + build.apart.add(framed) + xml.SPACER


def frame(
    style: str,
    widths: list[int],
    rows: str,
    caption: str,
    description: str,
    margins: str = "",
    rules: str = "",
) -> str:
    """A table of fixed layout around its rows; ``margins`` and ``rules`` of its cells where its style has others."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = style == "HouseGrid" and "<w:tblHeader/>" in rows
    names = head or (style == "HouseCard" and rules != _NO_RULES)
    look = (
        f'<w:tblLook w:val="{0x600 + 0x20 * head + 0x80 * names:04X}" w:firstRow="{head:d}" w:lastRow="0"'
        f' w:firstColumn="{names:d}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'{rules}<w:tblLayout w:type="fixed"/>{margins}{look}<w:tblCaption w:val={xml.quote(caption)}/>'
        f"<w:tblDescription w:val={xml.quote(description)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def row(cells: str, head: bool = False, whole: bool = True, height: int = 0) -> str:
    """A table row; ``head`` repeats on each page, ``whole`` does not break across pages; at least so high."""
    properties = "<w:cantSplit/>" if whole else ""
    properties += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    properties += "<w:tblHeader/>" if head else ""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"


def cell(paragraphs: str, width: int, span: int = 1, fill: str = "", extra: str = "") -> str:
    """A table cell; it always holds a paragraph."""
    spanning = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanning}{shade}{extra}</w:tcPr>'
        f"{paragraphs or '<w:p/>'}</w:tc>"
    )


def _head(block: Table, widths: list[int], build: Build) -> str:
    style = roles.table_text("TableHead", type_size(block, build))
    cells = [
        cell(
            xml.paragraph(style, runs(c.head, build), xml.KEEP_NEXT + _aligned(c.align)),
            width,
            fill=roles.TONE[c.tone],
        )
        for c, width in zip(block.columns, widths, strict=True)
    ]
    return row("".join(cells), head=True)


def _rows(block: Table, layout: Layout, widths: list[int], build: Build) -> list[str]:
    keeps = _keeps(block, layout)
    return [
        row(
            _cells(block, current, widths, keep, build),
            head=current.role == "head",
            whole=whole,
            height=round(current.height * _TWIPS) or TO_SIGN * (current.role == "sign"),
        )
        for current, keep, whole in zip(block.rows, keeps, layout.whole, strict=True)
    ]


def _keeps(block: Table, layout: Layout) -> list[bool]:
    """Which rows stay with the next: no row is left alone at the head or the foot of a page."""
    last = len(block.rows) - 1
    return [
        (index < last or block.stays)
        and (
            block.stays
            or layout.together
            or layout.stays[index]
            or current.role in ("group", "head")
            or block.rows[index + 1].role == "total"
        )
        for index, current in enumerate(block.rows)
    ]


def _cells(block: Table, current: Row, widths: list[int], keep: bool, build: Build) -> str:
    result, start = [], 0
    size = type_size(block, build)
    for item in _stretched(current, len(widths)):
        role = "TableHead" if block.role == "card" and start == 0 else roles.ROW[current.role]
        style = roles.table_text(role, size)
        align = block.columns[start].align if item.span == 1 else "left"
        look = (xml.KEEP_NEXT if keep else "") + _aligned(align)
        if block.role == "signature":
            style, look = "", (xml.KEEP_NEXT if keep else "") + _as_text(align)
        base = roles.CHARACTER[
            "strong" if current.role in ("large", "wall") else "quiet" if item.tone == "quiet" else "plain"
        ]
        paragraphs = [xml.paragraph(style, runs(line, build, base), look) for line in item.paragraphs]
        fill = roles.TONE[item.tone] or (build.colours.shade if current.role in ("group", "head") else "")
        width = sum(widths[start : start + item.span])
        if item.strip:
            drawn = xml.paragraph(style, strip(item.strip, width, build), look + _WHOLE_LINES)
            result.append(cell(drawn, width, item.span, extra=_EDGE_TO_EDGE))
        else:
            result.append(cell("".join(paragraphs) or xml.paragraph(style, ""), width, item.span, fill))
        start += item.span
    return "".join(result)


def _stretched(current: Row, columns: int) -> tuple[Cell, ...]:
    """The cells of a row, the last one reaching to the edge of the table."""
    missing = columns - sum(item.span for item in current.cells)
    if missing <= 0 or not current.cells:
        return current.cells or (Cell((), columns),)
    *before, last = current.cells
    return (*before, replace(last, span=last.span + missing))


def _aligned(align: Align) -> str:
    return "" if align == "left" else f'<w:jc w:val="{align}"/>'


def _as_text(align: Align) -> str:
    """A signature is as large as the text it stands under, without its indent."""
    return f'<w:spacing w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="{align}"/>'
