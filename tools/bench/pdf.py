"""PDF: ours beside bare WeasyPrint on the same HTML, and beside typst on the same content."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import ours
import typst
from content import parts
from pypdf import PdfReader
from timing import side_by_side, table
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from conceptgen import write
from conceptgen.writers.html.page import markup
from conceptgen.writers.pdf import fonts
from conceptgen.writers.pdf.engine import _AllowListFetcher


def measure() -> list[str]:
    """Run phase, warm."""
    document = ours.document()
    page = markup(document, paged=True)
    folder = Path(tempfile.mkdtemp())
    source = folder / "page.typ"
    source.write_text(_typst(), encoding="utf-8")
    works = {
        "conceptgen": lambda: write(document, "pdf"),
        "WeasyPrint": lambda: _bare(page),
        "typst": lambda: typst.compile(str(source), output=str(folder / "page.pdf")),
    }
    found = side_by_side(works, 5, time.process_time)
    (folder / "ours.pdf").write_bytes(write(document, "pdf"))
    pages = len(PdfReader(folder / "ours.pdf").pages)
    rows = [
        (name, f"{seconds:.2f}", f"{seconds / found['WeasyPrint']:.2f}") for name, seconds in found.items()
    ]
    note = (
        f"{pages} страниц. WeasyPrint получает готовый HTML конструктора и те же шрифты; у конструктора сверх того — "
        "составление HTML и приведение к PDF/A и PDF/UA. Цель: не больше 1,10 времени WeasyPrint. Почти всё время — "
        "сам WeasyPrint, около 0,15–0,2 с на страницу; typst на порядок быстрее, но потребовал бы третьего набора "
        "шаблонов."
    )
    return [table("PDF: один и тот же документ", ("", "секунд процессора", "к WeasyPrint"), rows, note)]


def _bare(page: str) -> bytes:
    known, shelf = FontConfiguration(), _AllowListFetcher(())
    sheet = CSS(string=fonts.style_sheet(), font_config=known, url_fetcher=shelf)
    html = HTML(string=page, base_url="document:", url_fetcher=shelf)
    made: bytes = html.write_pdf(stylesheets=[sheet], font_config=known, pdf_variant="pdf/a-3a")
    return made


def _typst() -> str:
    lines = ['#set text(lang: "ru")', "#set par(justify: true)", "#outline()"]
    for part in parts():
        lines += [f"= {part.title}", ""]
        for text in part.paragraphs:
            lines += [text, ""]
        cells = "".join(f"[{cell}], " for row in (part.heads, *part.rows) for cell in row)
        lines.append(f"#table(columns: {len(part.heads)}, {cells})")
    return "\n".join(lines)
