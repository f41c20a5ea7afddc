"""Fifty clients: all, none changed, one changed; one worker and two, beside bare WeasyPrint on the same pages."""

from __future__ import annotations

import multiprocessing
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from timing import process, table

from conceptgen.batch.plan import Plan
from conceptgen.batch.run import Build

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "salon.yaml"
CLIENTS, UNCHANGED = 50, 200


def measure() -> list[str]:
    """The build of fifty clients, each with theses in Word and PDF."""
    folder = Path(tempfile.mkdtemp())
    inputs = folder / "in"
    inputs.mkdir()
    for number in range(CLIENTS):
        (inputs / f"client{number:03}.yaml").write_text(_client(number), encoding="utf-8")
    one = _build(inputs, folder / "one", 1)
    two = _build(inputs, folder / "two", 2)
    bare_one, bare_two = _bare(inputs, 1), _bare(inputs, 2)
    unchanged = _build(inputs, folder / "two", 2)
    (inputs / "client007.yaml").write_text(_client(7, " и подруг"), encoding="utf-8")
    edited = _build(inputs, folder / "two", 2)
    command = [sys.executable, "-m", "conceptgen", "render", str(inputs / "client007.yaml")]
    alone, _ = process([*command, "-o", str(folder / "alone")])
    rows = [
        ("все, один работник", f"{one:.1f}", ""),
        ("все, два работника", f"{two:.1f}", f"быстрее в {one / two:.2f} раза"),
        (
            "WeasyPrint на тех же страницах: один процесс, два",
            f"{bare_one:.1f}, {bare_two:.1f}",
            f"быстрее в {bare_one / bare_two:.2f} раза",
        ),
        ("ничего не изменилось", f"{unchanged:.2f}", f"{unchanged / two:.1%} от полной сборки"),
        ("изменён один", f"{edited:.2f}", f"один клиент отдельной командой render: {alone:.2f} с"),
        (f"{UNCHANGED} клиентов, ничего не изменилось", f"{_many(folder):.2f}", ""),
    ]
    return [table(f"{CLIENTS} клиентов: тезисы в Word и PDF", ("", "секунд", ""), rows)]


def _client(number: int, addition: str = "") -> str:
    text = SAMPLE.read_text("utf-8")
    return re.sub(r"(?m)^(  title: .*)$", rf"\1 {number}{addition}", text, count=1)


def _build(inputs: Path, out: Path, jobs: int) -> float:
    began = time.perf_counter()
    report = Build(Plan((inputs,), out, jobs), lambda *_: None).run()
    assert not report.counts["failed"], report.lines
    return time.perf_counter() - began


def _many(folder: Path) -> float:
    """Two hundred small clients in HTML are built once; what counts is the second time."""
    inputs = folder / "many"
    inputs.mkdir()
    for number in range(UNCHANGED):
        text = _client(number) + "deliverables: [{document: concept, variant: [page, short], format: html}]\n"
        (inputs / f"client{number:03}.yaml").write_text(text, encoding="utf-8")
    _build(inputs, folder / "many-out", 2)
    return _build(inputs, folder / "many-out", 2)


def _bare(inputs: Path, workers: int) -> float:
    """What WeasyPrint alone takes for the same PDF pages, in so many processes."""
    pages = [page for path in sorted(inputs.glob("*.yaml")) for page in _pages(path)]
    with multiprocessing.get_context("forkserver").Pool(workers) as pool:
        pool.map(_print, [pages[0]] * workers, 1)
        began = time.perf_counter()
        pool.map(_print, pages, 2)
        return time.perf_counter() - began


def _pages(path: Path) -> list[str]:
    from conceptgen import compose, load
    from conceptgen.writers.html.page import markup

    project: Any = load(path).project
    return [markup(compose(project, "concept", variant), paged=True) for variant in ("short",)]


def _print(page: str) -> int:
    sys.path.insert(0, str(Path(__file__).parent))
    from pdf import bare

    return len(bare(page))
