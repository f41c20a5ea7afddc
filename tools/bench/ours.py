"""The same content as a document of ours."""

from __future__ import annotations

from content import parts

from conceptgen.document.blocks import (
    Block,
    Cell,
    Column,
    Contents,
    Cover,
    CoverLine,
    Document,
    Heading,
    Labels,
    Paragraph,
    Part,
    Row,
    Table,
)
from conceptgen.document.inline import line
from conceptgen.document.numbering import number

LABELS = Labels(
    "Таблица", "Рисунок", "Страница", "Примечания", "К тексту", "нет данных", "Содержание", "Приложение"
)


def document() -> Document:
    """Cover, contents and the eighteen sections."""
    cover = Cover((CoverLine("organization", line("Ромашка")), CoverLine("title", line("Концепция"))))
    text: list[Block] = []
    for index, part in enumerate(parts()):
        text.append(Heading(1, line(part.title)))
        text += [Paragraph(line(each)) for each in part.paragraphs]
        columns = tuple(Column(line(head)) for head in part.heads)
        rows = tuple(Row(tuple(Cell((line(cell),)) for cell in row)) for row in part.rows)
        caption = line(f"Сведения раздела {index + 1}")
        text.append(Table(columns, rows, caption=caption, anchor=f"table{index}", alt=part.title))
    pages = (
        Part((cover,), new_page=True),
        Part((Contents(line("Содержание")),), new_page=True),
        Part(tuple(text), new_page=True),
    )
    return number(Document("Концепция", "Концепция", "Ромашка", "Ромашка", "ru", "2026-11-21", LABELS, pages))
