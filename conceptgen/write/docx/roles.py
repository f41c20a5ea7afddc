"""The style contract: the template style of each role of the document."""

from __future__ import annotations

from typing import Final

PARAGRAPH: Final = {
    "body": "",
    "lead": "Lead",
    "note": "Note",
    "label": "Label",
    "intro": "",
    "quote": "Quote",
}
CHARACTER: Final = {"plain": "", "strong": "Strong", "gap": "Gap", "unknown": "Unknown", "quiet": "Quiet"}
ROW: Final = {"body": "TableText", "group": "TableGroup", "total": "TableTotal", "sign": "TableText"}
TABLE: Final = {"grid": "HouseGrid", "card": "HouseCard"}
COVER: Final = {
    "access": "CoverAccess",
    "approval": "CoverApproval",
    "agreement": "CoverAgreement",
    "organization": "CoverOrganization",
    "title": "Title",
    "subtitle": "Subtitle",
    "status": "CoverStatus",
    "author": "CoverAuthor",
    "place": "CoverPlace",
}

TONE: Final = {"none": "", "low": "F9DFDC", "good": "DFF0E2", "quiet": ""}

HEADINGS: Final = frozenset(
    [f"Heading{level}{kind}" for level in range(1, 5) for kind in ("", "Front")]
    + ["AnnexHeading", "AnnexHeading2", "AnnexHeading3", "AnnexHeading4"]
)


def table_text(style: str, crowded: bool) -> str:
    """The style of text in a table; crowded tables have a smaller one of each."""
    return f"{style}Small" if crowded else style


def heading(role: str, level: int) -> str:
    """The style of a heading: numbered, front (unnumbered) or annex."""
    if role == "annex":
        return "AnnexHeading" if level == 1 else f"AnnexHeading{level}"
    return f"Heading{level}Front" if role == "front" else f"Heading{level}"
