"""Growth: how time and memory go with the size of the chain."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from timing import table

SIZES = (100, 1000, 5000)
PDF_SIZES = (100, 1000)


def measure() -> list[str]:
    """A chain of a hundred, a thousand and five thousand touchpoints."""
    folder = Path(tempfile.mkdtemp())
    rows = []
    for size in SIZES:
        path = folder / f"chain{size}.yaml"
        path.write_text(chain(size), encoding="utf-8")
        took = {name: _stage(path, name) for name in ("load", "check", "docx", "html")}
        if size in PDF_SIZES:
            took |= {name: _stage(path, name) for name in ("weasyprint", "typst")}
        shown = [f"{seconds:.2f} с, {memory} МБ" for seconds, memory in took.values()]
        rows.append((size, *shown, *["—"] * (6 - len(shown))))
    heads = ("точек касания", "загрузка", "проверка", "Word", "HTML", "PDF, WeasyPrint", "PDF, Typst")
    note = (
        "Полный документ цепочки, время шага и наибольшая память процесса. "
        "Цели: 1000 точек — проверка ≤ 1 с, Word ≤ 2 с."
    )
    return [table("Рост", heads, rows, note)]


def _stage(path: Path, name: str) -> tuple[float, int]:
    import subprocess

    told = subprocess.run(
        [sys.executable, __file__, str(path), name], capture_output=True, text=True, check=True
    ).stdout.split()
    return float(told[0]), int(told[1])


def chain(size: int) -> str:
    """An input with one chain of so many touchpoints, each with the usual fields."""
    per_element = max(1, size // 100)
    lines = [
        "schema: conceptgen/1",
        "document: {title: Цепочка, date: 2026-11-21}",
        "organization:",
        "  name: Ромашка",
        "  roles: [{id: admin, name: Администратор}]",
        "  channels: [{id: phone, name: Телефон, kind: phone}]",
        "chains:",
        "  - id: visit",
        "    name: Визит",
        "    stages:",
    ]
    for stage in range(10):
        lines += [
            f"      - name: Этап {stage + 1}",
            f"        phase: {('before', 'during', 'after')[stage // 4]}",
            "        zones:",
        ]
        for zone in range(5):
            lines += [
                f"          - name: Зона {stage + 1}.{zone + 1}",
                "            channels: [phone]",
                "            elements:",
            ]
            for element in range(2):
                lines += [f"              - name: Элемент {element + 1}", "                touchpoints:"]
                lines += [
                    _touchpoint(f"{stage + 1}.{zone + 1}.{element + 1}.{n + 1}") for n in range(per_element)
                ]
    return "\n".join(lines) + "\n"


def _touchpoint(number: str) -> str:
    return (
        f"                  - {{name: Точка {number}, owner: admin, client_action: звонит и называет время, "
        "client_expectation: подтверждение сразу, frontstage: отвечает и называет стол, backstage: запись в журнал, "
        "standard: [{text: ответ до третьего гудка, limit: {at_most: 20, unit: sec}}], scores: [{value: 5}]}"
    )


def _alone() -> None:
    """One stage of the work in a process of its own: seconds and megabytes."""
    from timing import peak

    from conceptgen import compose, load, write
    from conceptgen.deliverables.formats import PDF_ENGINES
    from conceptgen.document.look import Look

    path, name = Path(sys.argv[1]), sys.argv[2]
    if name not in ("load", "check"):
        load(path)
    began = time.perf_counter()
    loaded = load(path)
    if name == "check":
        from conceptgen import review

        review(loaded)
    elif name != "load":
        assert loaded.project
        engine = name if name in PDF_ENGINES else ""
        document = compose(loaded.project, "chain", "full")
        write(document, "pdf" if engine else name, Look(pdf_engine=engine))
    print(time.perf_counter() - began, peak())


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    _alone()
