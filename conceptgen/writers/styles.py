"""The style contract: what each role of a document is called in Word and in CSS. Both writers read it here.

A Word template must have all of these styles; how they look is its owner's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["paragraph", "character", "table"]


@dataclass(frozen=True, slots=True)
class Style:
    """A role of the document, its style in Word by Word's own (English) name, and its CSS selector.

    ``local`` is what Russian Word calls a style it has built in.
    """

    role: str
    word: str
    css: str = ""
    kind: Kind = "paragraph"
    local: str = ""

    @property
    def id(self) -> str:
        """The style's id in the house template: its name without blanks."""
        return _IDS.get(self.word) or "".join(part[:1].upper() + part[1:] for part in self.word.split())

    @property
    def css_class(self) -> str:
        """The class of the selector; a bare element has none."""
        return self.css.rpartition(".")[2] if "." in self.css else ""


_IDS = {"toc 1": "TOC1", "toc 2": "TOC2"}


def _headings() -> list[Style]:
    found = []
    for level in range(1, 5):
        css = f".level-{level}"
        found += [
            Style(f"heading.section.{level}", f"heading {level}", css, local=f"Заголовок {level}"),
            Style(f"heading.front.{level}", f"Heading {level} Front", css),
            Style(f"heading.annex.{level}", "Annex Heading" + (f" {level}" if level > 1 else ""), css),
        ]
    return found


def _table_text() -> list[Style]:
    kinds = (("body", "Text", "td"), ("head", "Head", "th"), ("group", "Group", ".group"))
    found = [
        Style(f"{role}.{kind}", f"Table {name}{suffix}", css)
        for role, suffix in (("row", ""), ("row_small", " Small"))
        for kind, name, css in (*kinds, ("total", "Total", ".total"))
    ]
    return [
        *found,
        Style("row.sign", "Table Text", ".sign"),
        Style("row.large", "Subtitle", ".large"),
        Style("row.wall", "Subtitle", ".wall"),
    ]


STYLES: Final = (
    *_headings(),
    Style("paragraph.body", "Normal", "p", local="Обычный"),
    Style("paragraph.intro", "Normal", "p.intro", local="Обычный"),
    Style("paragraph.lead", "Lead", "p.lead"),
    Style("paragraph.note", "Note", "p.note"),
    Style("paragraph.label", "Label", "p.label"),
    Style("paragraph.quote", "Quote", "blockquote", local="Цитата 2"),
    Style("paragraph.pull", "Subtitle", "blockquote.pull", local="Подзаголовок"),
    Style("list.bullet", "List Bullet", "ul", local="Маркированный список"),
    Style("list.number", "List Number", "ol", local="Нумерованный список"),
    Style("text.strong", "Strong", "strong", "character", "Строгий"),
    Style("text.gap", "Gap", "mark", "character"),
    Style("text.unknown", "Unknown", "em.unknown", "character"),
    Style("text.quiet", "Quiet", "span.quiet", "character"),
    Style("cover.access", "Cover Access", ".cover-access"),
    Style("cover.approval", "Cover Approval", ".cover-approval"),
    Style("cover.agreement", "Cover Agreement", ".cover-agreement"),
    Style("cover.organization", "Cover Organization", ".cover-organization"),
    Style("cover.title", "Title", ".cover-title", local="Название"),
    Style("cover.subtitle", "Subtitle", ".cover-subtitle", local="Подзаголовок"),
    Style("cover.status", "Cover Status", ".cover-status"),
    Style("cover.author", "Cover Author", ".cover-author"),
    Style("cover.place", "Cover Place", ".cover-place"),
    Style("contents.title", "TOC Heading", ".contents-title", local="Заголовок оглавления"),
    Style("contents.1", "toc 1", ".contents .level-1", local="Оглавление 1"),
    Style("contents.2", "toc 2", ".contents .level-2", local="Оглавление 2"),
    Style("contents.front", "TOC Front"),
    Style("table.grid", "House Grid", "table.grid", "table"),
    Style("table.card", "House Card", "table.card", "table"),
    Style("table.signature", "House Card", "table.signature", "table"),
    Style("table.chart", "House Chart", "figure.gantt", "table"),
    *_table_text(),
    Style("table.caption", "Table Caption", "caption"),
    Style("figure.caption", "Figure Caption", "figcaption"),
    Style("figure.body", "Figure", "figure"),
    Style("chart.text", "Chart Text"),
    Style("chart.group", "Chart Group"),
    Style("chart.head", "Chart Head"),
    Style("chart.milestone", "Milestone", "", "character"),
    Style("footnote.text", "footnote text", ".footnote", local="Текст сноски"),
    Style("footnote.mark", "footnote reference", ".call", "character", "Знак сноски"),
    Style("page.footer", "footer", local="Нижний колонтитул"),
    Style("helper.spacer", "Spacer"),
)

_BY_ROLE: Final = {style.role: style for style in STYLES}


def css_class(role: str) -> str:
    """The CSS class of a role, for the HTML templates; "" for one that its element tells."""
    return _BY_ROLE[role].css_class


def ids(group: str) -> dict[str, str]:
    """The style ids of one group of roles by the role's last name: ``ids("cover")["title"]``."""
    return {
        role.removeprefix(f"{group}."): s.id for role, s in _BY_ROLE.items() if role.startswith(f"{group}.")
    }
