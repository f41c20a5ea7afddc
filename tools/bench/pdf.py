"""PDF: ours by both engines beside bare WeasyPrint on the same HTML and bare typst on the same content.

Each time in a process of its own: typst remembers what it has set once, and would find all of it ready.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

TIMES = 5
NAMES = {
    "conceptgen": "conceptgen, WeasyPrint",
    "conceptgen_typst": "conceptgen, Typst",
    "weasyprint": "WeasyPrint",
    "typst": "typst",
}


def measure() -> list[str]:
    """Libraries loaded, everything else for the first time; in turns."""
    from timing import table

    taken: dict[str, list[tuple[float, int, int]]] = {name: [] for name in NAMES}
    for _ in range(TIMES):
        for name, found in taken.items():
            found.append(_in_a_process(name))
    seconds = {name: statistics.median(each[0] for each in found) for name, found in taken.items()}
    rows = [
        (
            NAMES[name],
            f"{seconds[name]:.2f}",
            f"{seconds[name] / seconds['weasyprint']:.2f}",
            f"{found[0][1]}",
            f"{found[0][2]}",
        )
        for name, found in taken.items()
    ]
    note = (
        "Каждый раз новый процесс, библиотеки уже загружены. WeasyPrint получает готовый HTML конструктора и те же "
        "шрифты, typst — то же содержание, шрифты и стандарты (PDF/A-3a с PDF/UA-1), но без оформления; у конструктора "
        "сверх того — составление HTML или данных и приведение к стандартам. Цель: с WeasyPrint не больше 1,10 его "
        "времени."
    )
    heads = ("", "секунд процессора", "к WeasyPrint", "страниц", "МБ")
    return [table("PDF: один и тот же документ", heads, rows, note)]


def _in_a_process(name: str) -> tuple[float, int, int]:
    told = subprocess.run(
        [sys.executable, __file__, name], capture_output=True, text=True, check=True
    ).stdout.split()
    return float(told[0]), int(told[1]), int(told[2])


def _conceptgen(engine: str) -> Callable[[], bytes]:
    import ours

    from conceptgen import write
    from conceptgen.document.look import Look
    from conceptgen.writers.html import page  # noqa: F401
    from conceptgen.writers.pdf import engine as weasyprint  # noqa: F401
    from conceptgen.writers.typst import engine as typst  # noqa: F401

    document = ours.document()
    return lambda: write(document, "pdf", Look(pdf_engine=engine))


def _weasyprint() -> Callable[[], bytes]:
    import ours

    from conceptgen.writers.html.page import markup

    page = markup(ours.document(), paged=True)
    return lambda: bare(page)


def bare(page: str) -> bytes:
    """A page of ours by WeasyPrint alone."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from conceptgen.writers.pdf import fonts
    from conceptgen.writers.pdf.engine import _AllowListFetcher

    known, shelf = FontConfiguration(), _AllowListFetcher(())
    sheet = CSS(string=fonts.style_sheet(), font_config=known, url_fetcher=shelf)
    html = HTML(string=page, base_url="document:", url_fetcher=shelf)
    made: bytes = html.write_pdf(stylesheets=[sheet], font_config=known, pdf_variant="pdf/a-3a")
    return made


def _typst() -> Callable[[], bytes]:
    import typst
    from content import parts

    from conceptgen.writers.typst.engine import STANDARDS, _fonts

    lines = [
        '#set document(title: "Концепция", date: datetime(year: 2026, month: 11, day: 21))',
        '#set text(lang: "ru", font: "PT Serif")',
        "#set par(justify: true)",
        "#outline()",
    ]
    for part in parts():
        lines += [f"= {part.title}", ""]
        for text in part.paragraphs:
            lines += [text, ""]
        cells = "".join(f"[{cell}], " for row in part.rows for cell in row)
        heads = "".join(f"[{cell}], " for cell in part.heads)
        lines.append(f"#table(columns: {len(part.heads)}, table.header({heads}), {cells})")
    source = "\n".join(lines).encode()
    return lambda: typst.compile(
        source, font_paths=_fonts(), ignore_system_fonts=True, pdf_standards=STANDARDS, timestamp=0
    )


WORKS = {
    "conceptgen": lambda: _conceptgen("weasyprint"),
    "conceptgen_typst": lambda: _conceptgen("typst"),
    "weasyprint": _weasyprint,
    "typst": _typst,
}


def _alone(name: str) -> None:
    """One PDF: seconds of the processor, pages, megabytes."""
    import io

    from pypdf import PdfReader
    from timing import peak

    work = WORKS[name]()
    began = time.process_time()
    made = work()
    seconds = time.process_time() - began
    memory = peak()
    print(seconds, len(PdfReader(io.BytesIO(made)).pages), memory)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    _alone(sys.argv[1])
