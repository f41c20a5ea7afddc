"""The lists of the house template: numbered headings, bullets, numbered items."""

from __future__ import annotations

from house_shapes import ACCENT, color, indent

HANGING = (567, 737, 907, 1077)
"""Where the text of a numbered heading starts, by level, in twips."""


def _level(level: int, kind: str, text: str, left: int, hanging: int, linked: str = "", rpr: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        + (f'<w:pStyle w:val="{linked}"/>' if linked else "")
        + f'<w:suff w:val="tab"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>{indent(left, hanging)}</w:pPr>'
        f"<w:rPr>{rpr}</w:rPr></w:lvl>"
    )


def numbering(namespaces: str) -> str:
    """The whole numbering part: headings, bullets, numbered lists."""
    headings = [
        _level(
            n,
            "decimal",
            ".".join(f"%{i + 1}" for i in range(n + 1)),
            HANGING[n],
            HANGING[n],
            f"Heading{n + 1}",
        )
        for n in range(4)
    ]
    bullet = _level(0, "bullet", "•", 397, 284, "ListBullet", color(ACCENT))
    number = _level(0, "decimal", "%1.", 510, 454, "ListNumber", color(ACCENT))
    lists = (("multilevel", "".join(headings)), ("singleLevel", bullet), ("singleLevel", number))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:nsid w:val="4E5F000{i}"/>'
        f'<w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
        for i, (kind, levels) in enumerate(lists, 1)
    )
    nums = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(1, 4))
    return f"<w:numbering {namespaces}>{abstract}{nums}</w:numbering>"
