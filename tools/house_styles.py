"""The styles of the house template. Block roles find them by style id."""

from __future__ import annotations

from house_shapes import (
    ACCENT,
    BOLD,
    GLYPHS,
    INK,
    ITALIC,
    KEEP,
    NO_HYPHENS,
    QUIET,
    RULE,
    SANS_FACE,
    SERIF,
    SERIF_LINE,
    SHADE,
    STATUS,
    border,
    centred,
    char,
    color,
    face,
    indent,
    lines,
    numbered,
    para,
    size,
    spacing,
    style,
)

LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="0"'
    ' w:defQFormat="0" w:count="376"/>'
)
"""Word's own styles stay out of sight."""


def _defaults() -> str:
    lang = '<w:lang w:val="ru-RU" w:eastAsia="ru-RU" w:bidi="ar-SA"/>'
    air = spacing(0, 6.2, lines(1.36, SERIF_LINE))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{face(SERIF)}{size(10.5)}{lang}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr><w:widowControl/>{air}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _standard() -> list[str]:
    cells = (
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
    )
    return [
        style("paragraph", "Normal", "Normal", f"<w:rPr>{color(INK)}</w:rPr>", default=True),
        style("character", "DefaultParagraphFont", "Default Paragraph Font", "", ui=99, default=True),
        style("table", "TableNormal", "Normal Table", cells, ui=99, default=True),
        style("numbering", "NoList", "No List", "", ui=99, default=True),
    ]


def _headings() -> list[str]:
    looks = ((18, 27, 10), (13.5, 18, 6), (11.5, 13, 5), (10.5, 11, 4))
    result = []
    for level, (points, before, after) in enumerate(looks):
        n = level + 1
        outline = f'<w:outlineLvl w:val="{level}"/>'
        rule = f"<w:pBdr>{border('bottom', 10, ACCENT, 5)}</w:pBdr>" if n == 1 else ""
        ppr = KEEP + numbered(1, level) + rule + NO_HYPHENS + spacing(before, after, lines(1.2)) + outline
        rpr = SANS_FACE + BOLD + color(ACCENT if n < 4 else INK) + size(points)
        result.append(para(f"Heading{n}", f"heading {n}", ppr, rpr, next="Normal", ui=9))
        bare = '<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>' + outline
        annex = "Annex Heading" + (f" {n}" if level else "")
        for name in (f"Heading {n} Front", annex):
            result.append(para(name.replace(" ", ""), name, bare, based=f"Heading{n}", next="Normal", ui=9))
    return result


def _text() -> list[str]:
    bar = f"<w:pBdr>{border('left', 24, ACCENT, 9)}</w:pBdr>"
    quote_bar = f"<w:pBdr>{border('left', 12, RULE, 9)}</w:pBdr>"
    return [
        para(
            "Lead",
            "Lead",
            f"<w:keepLines/>{bar}{spacing(0, 11, lines(1.38))}" + indent(227),
            SANS_FACE + color(INK) + size(11.5),
        ),
        para(
            "Note", "Note", f"<w:keepLines/>{spacing(0, 6, lines(1.35))}", SANS_FACE + color(QUIET) + size(9)
        ),
        para(
            "Label",
            "Label",
            KEEP + spacing(11, 4, lines(1.3)),
            SANS_FACE + BOLD + color(INK) + size(10.5),
            next="Normal",
        ),
        para(
            "Quote",
            "Quote",
            f"<w:keepLines/>{quote_bar}{spacing(0, 8, lines(1.36, SERIF_LINE))}" + indent(227),
            ITALIC + color("404A50"),
        ),
        para("ListBullet", "List Bullet", numbered(2) + spacing(0, 3, lines(1.36, SERIF_LINE))),
        para("ListNumber", "List Number", numbered(3) + spacing(0, 3, lines(1.36, SERIF_LINE))),
        para(
            "Caption", "caption", spacing(6, 5, lines(1.3)), SANS_FACE + BOLD + color(INK) + size(10), ui=12
        ),
        para(
            "TableCaption",
            "Table Caption",
            KEEP + NO_HYPHENS + spacing(6, 5, lines(1.3)),
            based="Caption",
            ui=12,
        ),
        para(
            "FigureCaption",
            "Figure Caption",
            NO_HYPHENS + spacing(3, 10, lines(1.3)) + centred(),
            based="Caption",
            ui=12,
        ),
        para("Figure", "Figure", spacing(5, 4) + centred(), ui=12),
        para(
            "Spacer",
            "Spacer",
            '<w:spacing w:before="0" w:after="0" w:line="140" w:lineRule="exact"/>',
            size(4),
            ui=60,
        ),
    ]


def _cover() -> list[str]:
    rule = f"<w:pBdr>{border('top', 20, ACCENT, 20)}</w:pBdr>"
    stamp = NO_HYPHENS + spacing(0, 14, 1.1)
    return [
        para(
            "Title",
            "Title",
            rule + NO_HYPHENS + spacing(24, 11, lines(1.12)),
            SANS_FACE + BOLD + color(ACCENT) + size(30),
            next="Subtitle",
        ),
        para("Subtitle", "Subtitle", NO_HYPHENS + spacing(0, 4, 1.05), SANS_FACE + size(14)),
        para(
            "CoverAccess",
            "Cover Access",
            NO_HYPHENS + spacing(0, 14, 1.1) + indent(5386),
            SANS_FACE + BOLD + size(10.5),
        ),
        para("CoverApproval", "Cover Approval", stamp + indent(5386), SANS_FACE + size(10.5)),
        para("CoverAgreement", "Cover Agreement", stamp, SANS_FACE + size(10.5)),
        para(
            "CoverOrganization",
            "Cover Organization",
            NO_HYPHENS + spacing(0, 8, 1.1),
            SANS_FACE + BOLD + color(QUIET) + size(13),
        ),
        para(
            "CoverStatus",
            "Cover Status",
            NO_HYPHENS + spacing(20, 4, 1.1),
            SANS_FACE + BOLD + color(STATUS) + size(11),
        ),
        para("CoverAuthor", "Cover Author", NO_HYPHENS + spacing(0, 12, 1.1), SANS_FACE + size(10.5)),
        para(
            "CoverPlace",
            "Cover Place",
            NO_HYPHENS + spacing(0, 0, 1.1),
            SANS_FACE + color(QUIET) + size(10.5),
        ),
    ]


def _navigation() -> list[str]:
    page_tab = '<w:tab w:val="right" w:leader="dot" w:pos="9638"/>'
    tabs = '<w:tabs><w:tab w:val="left" w:pos="{}"/>' + page_tab + "</w:tabs>" + NO_HYPHENS
    first = tabs.format(397) + spacing(8, 3.7, lines(1.3)) + indent(397, 397)
    second = tabs.format(964) + spacing(0, 3.7, lines(1.3)) + indent(964, 567)
    front = f"<w:tabs>{page_tab}</w:tabs>" + '<w:ind w:left="0" w:firstLine="0"/>'
    line_below = f"<w:pBdr>{border('bottom', 4, RULE, 4)}</w:pBdr>"
    small = SANS_FACE + color(QUIET) + size(8.5)
    return [
        para(
            "TOCHeading",
            "TOC Heading",
            KEEP
            + f"<w:pBdr>{border('bottom', 10, ACCENT, 5)}</w:pBdr>"
            + NO_HYPHENS
            + spacing(0, 14, lines(1.2)),
            SANS_FACE + BOLD + color(ACCENT) + size(18),
            ui=39,
        ),
        para("TOC1", "toc 1", first, SANS_FACE + BOLD + color(INK) + size(10.5), ui=39),
        para("TOC2", "toc 2", second, SANS_FACE + size(10.5), ui=39),
        para("TOCFront", "TOC Front", front, based="TOC1", ui=39),
        para("Header", "header", line_below + spacing(0, 0), small, ui=99),
        para("Footer", "footer", spacing(0, 0) + '<w:jc w:val="right"/>', small, ui=99),
        para("FootnoteText", "footnote text", spacing(0, 2, 1.0), size(9), ui=99),
    ]


def _characters() -> list[str]:
    gap = color("5B4300") + '<w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/>'
    return [
        char("Strong", "Strong", BOLD),
        char("Gap", "Gap", gap),
        char("Unknown", "Unknown", ITALIC + color("7A4B12")),
        char("Quiet", "Quiet", color(QUIET)),
        char(
            "Milestone",
            "Milestone",
            f'<w:rFonts w:ascii="{GLYPHS}" w:eastAsia="{GLYPHS}" w:hAnsi="{GLYPHS}" w:cs="{GLYPHS}"/>'
            + size(8),
            ui=60,
        ),
        char("DraftMark", "Draft Mark", BOLD + color(ACCENT)),
        char("Hyperlink", "Hyperlink", "", ui=99),
        char("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>', ui=99),
    ]


def _table_text() -> list[str]:
    text = spacing(0, 0.9, lines(1.2))
    kinds = [
        para("TableText", "Table Text", text, SANS_FACE + size(10)),
        para("TableHead", "Table Head", NO_HYPHENS + text, BOLD + color(ACCENT), based="TableText"),
        para("TableGroup", "Table Group", KEEP, BOLD + color(ACCENT), based="TableText"),
        para("TableTotal", "Table Total", "", BOLD, based="TableText"),
    ]
    small = [
        para(
            f"Table{kind}Small",
            f"Table {kind} Small",
            spacing(0, 0.9, lines(1.25)),
            size(9),
            based=f"Table{kind}",
        )
        for kind in ("Text", "Head", "Group", "Total")
    ]
    return [
        *kinds,
        *small,
        para("ChartText", "Chart Text", NO_HYPHENS + spacing(0, 0, 1.0), size(8), based="TableText", ui=60),
        para("ChartGroup", "Chart Group", "", BOLD + color(ACCENT), based="ChartText", ui=60),
        para(
            "ChartHead",
            "Chart Head",
            centred(),
            BOLD + color(ACCENT) + size(7.5),
            based="ChartText",
            ui=60,
        ),
    ]


def _margins(top: int, left: int, bottom: int) -> str:
    sides = (("top", top), ("left", left), ("bottom", bottom), ("right", left))
    return (
        "<w:tblCellMar>" + "".join(f'<w:{s} w:w="{w}" w:type="dxa"/>' for s, w in sides) + "</w:tblCellMar>"
    )


def _table(id: str, name: str, borders: str, margins: str, conditions: str = "") -> str:
    body = (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr>'
    )
    return style("table", id, name, body + conditions, "TableNormal", ui=40)


def _condition(kind: str, properties: str) -> str:
    return f'<w:tblStylePr w:type="{kind}"><w:tcPr>{properties}</w:tcPr></w:tblStylePr>'


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _tables() -> list[str]:
    lines = border("top", 8, ACCENT) + border("bottom", 8, ACCENT) + border("insideH", 4)
    card = border("top", 4) + border("bottom", 4) + border("insideH", 4)
    chart = border("top", 4) + border("bottom", 4) + border("insideV", 4, "E3E9EC")
    head = f"<w:tcBorders>{border('bottom', 8, ACCENT)}</w:tcBorders>{_shade(SHADE)}"
    return [
        _table("HouseGrid", "House Grid", lines, _margins(45, 85, 22), _condition("firstRow", head)),
        _table("HouseCard", "House Card", card, _margins(45, 85, 22), _condition("firstCol", _shade(SHADE))),
        _table("HouseChart", "House Chart", chart, _margins(26, 30, 26)),
    ]


def styles(namespaces: str) -> str:
    """The whole styles part."""
    every = (
        _standard()
        + _headings()
        + _text()
        + _cover()
        + _navigation()
        + _characters()
        + _table_text()
        + _tables()
    )
    return f"<w:styles {namespaces}>{_defaults()}{LATENT}{''.join(every)}</w:styles>"
