"""Word: ours beside docxtpl and pandoc on the same content."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Any

import docx
import ours
import pypandoc
from content import parts
from docxtpl import DocxTemplate
from timing import side_by_side, table

from conceptgen import write
from conceptgen.document.look import Look


def measure() -> list[str]:
    """Run phase, warm: what is read once is read before."""
    document = ours.document()
    folder = Path(tempfile.mkdtemp())
    template = _template(folder / "template.docx")
    text = _markdown()
    works = {
        "conceptgen": lambda: write(document, "docx", Look(contents_pages="off")),
        "conceptgen, с номерами страниц": lambda: write(document, "docx"),
        "docxtpl": lambda: _docxtpl(template),
        "pandoc": lambda: pypandoc.convert_text(
            text, "docx", "markdown", outputfile=str(folder / "pandoc.docx")
        ),
    }
    found = side_by_side(works)
    rows = [(name, f"{seconds:.3f}", f"{seconds / found['docxtpl']:.2f}") for name, seconds in found.items()]
    note = (
        "Пишется готовое содержимое, без загрузки программы: 18 разделов, 54 абзаца, 18 таблиц. У docxtpl нет "
        "содержания со ссылками, названий таблиц и альтернативных текстов; pandoc запускается отдельной программой. "
        "Номера страниц в содержании берутся из вёрстки PDF; у docxtpl и pandoc их нет. Цель без номеров: не больше "
        "1,2 времени docxtpl."
    )
    return [table("Word: один и тот же документ", ("", "секунд", "к docxtpl"), rows, note)]


def _docxtpl(path: Path) -> bytes:
    template = DocxTemplate(str(path))
    template.render({"parts": [vars(part) for part in parts()]}, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def _template(path: Path) -> Path:
    """A Word file with loops, as docxtpl wants it: one table for six columns and one for four."""
    file = docx.Document()
    file.add_heading("Концепция", 0)
    file.add_paragraph("{%p for part in parts %}")
    file.add_heading("{{ part.title }}", 1)
    file.add_paragraph("{%p for text in part.paragraphs %}")
    file.add_paragraph("{{ text }}")
    file.add_paragraph("{%p endfor %}")
    for columns in (6, 4):
        file.add_paragraph(f"{{%p if part.heads|length == {columns} %}}")
        _looped(file, columns)
        file.add_paragraph("{%p endif %}")
    file.add_paragraph("{%p endfor %}")
    file.save(str(path))
    return path


def _looped(file: Any, columns: int) -> None:
    made = file.add_table(4, columns, style="Table Grid")
    for column in range(columns):
        made.cell(0, column).text = f"{{{{ part.heads[{column}] }}}}"
        made.cell(2, column).text = f"{{{{ row[{column}] }}}}"
    made.cell(1, 0).text = "{%tr for row in part.rows %}"
    made.cell(3, 0).text = "{%tr endfor %}"


def _markdown() -> str:
    lines = ["% Концепция", ""]
    for part in parts():
        lines += [f"# {part.title}", ""]
        for text in part.paragraphs:
            lines += [text, ""]
        lines += [f"| {' | '.join(part.heads)} |", f"|{'---|' * len(part.heads)}"]
        lines += [f"| {' | '.join(row)} |" for row in part.rows]
        lines += ["", ""]
    return "\n".join(lines)
