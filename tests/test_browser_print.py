"""The page in a real browser: where printed pages end, what fits a small desk and a telephone. Needs Chromium."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from made import composed
from pypdf import PdfReader

from conceptgen.writers import write

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WIDTHS = "[...document.querySelectorAll('table')].map(t => [t.scrollWidth, t.parentElement.clientWidth])"
WEIGHTS = (
    "[...document.querySelector('tr.large + tr').querySelectorAll('td')]"
    ".map(d => getComputedStyle(d.querySelector('p') || d).fontWeight)"
)

pytestmark = [pytest.mark.processes, pytest.mark.skipif(not CHROMIUM, reason="no Chromium")]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The chain and the theses of the clinic as pages; a page allows no script, and here it must measure itself."""
    folder = tmp_path_factory.mktemp("pages")
    for document, variant in (("chain", "full"), ("concept", "full")):
        page = write(composed("clinic", document, variant), "html").decode()
        page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
        (folder / f"{document}.html").write_text(page, encoding="utf-8")
    return folder


def browsed(page: Path, *options: str) -> str:
    told = subprocess.run(
        [
            str(CHROMIUM),
            "--headless",
            "--no-sandbox",
            f"--user-data-dir={page.parent / 'own'}",
            *options,
            page.as_uri(),
        ],
        capture_output=True,
        timeout=240,
        check=False,
    )
    assert told.returncode == 0, told.stderr.decode()
    return told.stdout.decode()


def measured(page: Path, width: int, what: str) -> list[object]:
    """What a script finds on the page in a window of this width."""
    script = f'<script>addEventListener("load", () => document.body.dataset.found = JSON.stringify({what}))</script>'
    probe = page.with_name(f"{page.stem}-{width}.html")
    probe.write_text(page.read_text("utf-8").replace("</body>", f"{script}</body>"), encoding="utf-8")
    found = re.search(r'data-found="([^"]*)"', browsed(probe, f"--window-size={width},900", "--dump-dom"))
    assert found
    result: list[object] = json.loads(found[1].replace("&quot;", '"'))
    return result


def test_no_printed_page_ends_with_the_head_of_a_table(pages: Path) -> None:
    file = pages / "chain.pdf"
    browsed(pages / "chain.html", "--no-pdf-header-footer", f"--print-to-pdf={file}")
    texts = [" ".join(page.extract_text().split()) for page in PdfReader(file).pages]
    assert sum("показатели Решение" in text for text in texts) > 5
    assert [n for n, text in enumerate(texts, 1) if re.search(r"показатели Решение( \d+)?$", text)] == []


def test_no_column_is_behind_the_edge_of_a_small_desk(pages: Path) -> None:
    widths = measured(pages / "chain.html", 1280, WIDTHS)
    assert len(widths) > 10
    assert [each for each in widths if each[0] > each[1]] == []  # type: ignore[index]


def test_large_figures_are_alike_on_a_telephone(pages: Path) -> None:
    weights = measured(pages / "concept.html", 390, WEIGHTS)
    assert len(weights) == 4
    assert len(set(map(str, weights))) == 1


def test_the_marks_of_a_map_are_explained_beside_them(pages: Path) -> None:
    assert "✓ — строка видна" in (pages / "chain.html").read_text("utf-8")
