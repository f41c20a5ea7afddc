"""Makes docs/images anew from the samples: real pages, side by side; and the preview, as Chromium shows it.

Needs pdftoppm and LibreOffice, and what sh tools/prepare-outputs installs.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image
from pypdf import PageObject, PdfReader

from conceptgen import compose, load, write
from conceptgen.composition import with_slides

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
LIMIT = 250_000
GAP = 16
PRACTICE = (
    ("kit", "full"),
    ("progress", "short"),
    ("roles", "full"),
    ("card", "page"),
    ("problem-zones", "full"),
)
PAPERS = ("check-form", "order", "letter", "announcement")
Wanted = Callable[[PageObject, str], bool]


def with_text(text: str) -> Wanted:
    """A page on which a text stands."""
    return lambda _, found: text in found


def with_figure() -> Wanted:
    """A page with a figure on it."""
    caption = re.compile(r"Рисунок \d+ — ")
    return lambda _, text: bool(caption.search(text))


def numbers(pdf: Path, wanted: tuple[Wanted, ...]) -> Iterator[int]:
    """The first page, from 1, for each wish; no page is taken twice."""
    pages = [(page, " ".join(page.extract_text().split())) for page in PdfReader(pdf).pages]
    taken: set[int] = set()
    for fits in wanted:
        number = next(n for n, (page, text) in enumerate(pages, 1) if n not in taken and fits(page, text))
        taken.add(number)
        yield number


def picture(pdf: Path, number: int, height: int) -> Image.Image:
    """One page as a picture."""
    base = pdf.with_name(f"{pdf.stem}-{number}")
    size = ["-scale-to-x", "-1", "-scale-to-y", str(height)]
    page = ["-f", str(number), "-l", str(number), "-singlefile"]
    subprocess.run(["pdftoppm", "-png", *page, *size, pdf, base], check=True)
    return Image.open(base.with_suffix(".png")).convert("RGB")


def join(pages: list[Image.Image]) -> Image.Image:
    """Pages side by side on a grey ground."""
    width = sum(page.width for page in pages) + GAP * (len(pages) + 1)
    sheet = Image.new("RGB", (width, max(page.height for page in pages) + 2 * GAP), "#d5d9dc")
    left = GAP
    for page in pages:
        sheet.paste(page, (left, GAP))
        left += page.width + GAP
    return sheet


def save(name: str, sheet: Image.Image) -> None:
    """Save with few colours: light enough for a page that is often opened."""
    target = IMAGES / f"{name}.png"
    sheet.quantize(64, dither=Image.Dither.NONE).save(target, optimize=True)
    assert target.stat().st_size < LIMIT, target
    print(target.relative_to(ROOT), target.stat().st_size)


def printed(sample: str, document: str, variant: str, format: str, folder: Path) -> Path:
    """A document of a sample as PDF, written by us or by LibreOffice from our Word file or slides."""
    project = load(ROOT / "samples" / f"{sample}.yaml").project
    assert project
    file = folder / f"{sample}-{document}-{variant}-{format}.{format}"
    composed = compose(project, document, variant)
    file.write_bytes(write(with_slides(project, composed) if format == "pptx" else composed, format))
    if format != "pdf":
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/office",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        subprocess.run([*command, "--outdir", folder, file], check=True, capture_output=True)
    return file.with_suffix(".pdf")


def preview(folder: Path) -> Image.Image:
    """The preview of a sample with a value opened in its panel."""
    file, picture = folder / "clinic.yaml", folder / "preview.png"
    shutil.copy(ROOT / "samples" / "clinic.yaml", file)
    modules = os.environ.get("BROWSER_MODULES", str(ROOT / "build" / "outputs" / "node_modules"))
    command = [sys.executable, "-m", "conceptgen", "preview", str(file)]
    shown = subprocess.Popen(command, stdout=subprocess.PIPE)
    try:
        assert shown.stdout is not None
        address = re.search(r"http://\S+", shown.stdout.readline().decode())
        assert address
        script = ["node", ROOT / "tools" / "picture_of_preview.js", shutil.which("chromium") or "chrome"]
        subprocess.run([*script, address[0], picture], check=True, env={**os.environ, "NODE_PATH": modules})
    finally:
        shown.terminate()
    return Image.open(picture).convert("RGB")


def main() -> None:
    """Make the pictures of the README."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    first = with_text("")
    glance = with_text("Главное на одной странице")
    figure = with_figure()
    full = ("clinic", "concept", "full")
    sheets: dict[str, list[tuple[tuple[str, str, str], str, int, tuple[Wanted, ...]]]] = {
        "concept": [(full, "pdf", 620, (first, glance, figure))],
        "programme": [(full, "pdf", 560, (with_text("Программа во времени"),))],
        "word": [(full, "docx", 560, (figure, figure))],
        "chain": [(("clinic", "chain", "short"), "pdf", 560, (first,))],
        "slides": [
            (("clinic", "concept", "short"), "pptx", 330, (with_text("Так мы теперь"), with_text("Было")))
        ],
        "practice": [(("clinic", kind, variant), "pdf", 400, (first,)) for kind, variant in PRACTICE],
        "papers": [(("clinic", kind, "full"), "pdf", 400, (first,)) for kind in PAPERS],
        "minimal": [(("minimal", "concept", variant), "pdf", 460, (first,)) for variant in ("short", "page")],
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, sheet in sheets.items():
            pages: list[Image.Image] = []
            for which, format, height, wanted in sheet:
                pdf = printed(*which, format, Path(folder))
                pages += [picture(pdf, number, height) for number in numbers(pdf, wanted)]
            save(name, join(pages))
        save("preview", preview(Path(folder)))


if __name__ == "__main__":
    main()
