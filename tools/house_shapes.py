"""The few shapes WordprocessingML styles are made of, and the colours and fonts of the house."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

SERIF, SANS = "PT Serif", "PT Sans"
"""Text; and headings, tables, everything small. Both travel in the template."""
SERIF_LINE, SANS_LINE = 1.325, 1.294
"""What a line of the typeface takes by itself, in ems: Word counts lines by it, a style sheet does not."""
GLYPHS = "Segoe UI Symbol"
ACCENT = "1F4E5F"
INK = "262626"
QUIET = "5C6770"
STATUS = "A8620B"
RULE = "C5D0D5"
SHADE = "EAF1F3"

BUILT_IN = (
    *(
        "Title",
        "Subtitle",
        "Quote",
        "Strong",
        "Hyperlink",
        "List Bullet",
        "List Number",
        "TOC Heading",
        "caption",
    ),
    *("heading 1", "heading 2", "heading 3", "heading 4", "toc 1", "toc 2", "header", "footer"),
    *("footnote text", "footnote reference"),
)
"""Styles Word knows and shows under their names in the reader's language."""

GALLERY = (
    *(
        "Normal",
        "Heading1",
        "Heading2",
        "Heading3",
        "Lead",
        "Label",
        "ListBullet",
        "ListNumber",
        "Quote",
        "Note",
    ),
    *("TableText", "Strong"),
)
"""The dozen one writes with."""

BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"
NO_HYPHENS = "<w:suppressAutoHyphens/>"


def color(value: str) -> str:
    """The colour of text."""
    return f'<w:color w:val="{value}"/>'


def size(points: float) -> str:
    """The size of text, in points."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def face(name: str) -> str:
    """The typeface of text."""
    return f'<w:rFonts w:ascii="{name}" w:eastAsia="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


SANS_FACE = face(SANS)


def lines(height: float, own: float = SANS_LINE) -> float:
    """A height of line as the style sheet of the PDF has it, counted in lines of the typeface."""
    return height / own


def spacing(before: float = 0, after: float = 0, lines: float = 1.0) -> str:
    """Space before and after, in points, and between lines, in lines."""
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"'
        f' w:line="{round(lines * 240)}" w:lineRule="auto"/>'
    )


def style(  # noqa: PLR0913, PLR0917
    kind: str,
    id: str,
    name: str,
    body: str,
    based: str = "",
    next: str = "",
    ui: int = 1,
    default: bool = False,
) -> str:
    """One style. The gallery shows those of ``GALLERY``; the rest are there for who asks for all of them."""
    based = f'<w:basedOn w:val="{based}"/>' if based else ""
    next = f'<w:next w:val="{next}"/>' if next else ""
    shown = f'<w:uiPriority w:val="{ui}"/>' + ("<w:qFormat/>" if id in GALLERY else "<w:semiHidden/>")
    standard = ' w:default="1"' if default else "" if name in BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{standard} w:styleId={quoteattr(id)}><w:name w:val={quoteattr(name)}/>'
        f"{based}{next}{shown}{body}</w:style>"
    )


def para(
    id: str, name: str, ppr: str = "", rpr: str = "", based: str = "Normal", next: str = "", ui: int = 10
) -> str:
    """A paragraph style."""
    body = (f"<w:pPr>{ppr}</w:pPr>" if ppr else "") + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
    return style("paragraph", id, name, body, based, next, ui)


def char(id: str, name: str, rpr: str, ui: int = 20) -> str:
    """A character style."""
    return style("character", id, name, f"<w:rPr>{rpr}</w:rPr>", "DefaultParagraphFont", ui=ui)


def border(side: str, width: int, shade: str = RULE, space: int = 0) -> str:
    """One side of a border; its width in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{shade}"/>'


def numbered(list_id: int, level: int = 0) -> str:
    """Membership in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def indent(left: int, hanging: int = 0) -> str:
    """A left indent, in twips."""
    return f'<w:ind w:left="{left}"' + (f' w:hanging="{hanging}"' if hanging else "") + "/>"


def centred() -> str:
    """Centred text."""
    return '<w:jc w:val="center"/>'
