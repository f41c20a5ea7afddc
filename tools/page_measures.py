"""Measures the pages of the samples: ``page_measures.py [SAMPLE…] [--word]``; one line a document and format.

Pages, sheets on their side, pages filled to less than 60 %, type by size and family, sentences that only announce the
table under them. With ``--word`` the Word files too, as LibreOffice lays them out.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from PIL import Image
from pypdf import PdfReader

from conceptgen import compose, load
from conceptgen.document.blocks import Chart, Document, Paragraph, Table
from conceptgen.document.inline import Ref
from conceptgen.model.content import possible
from conceptgen.resources import samples
from conceptgen.writers import docx, libreoffice, pdf

SAMPLES = ("clinic", "dealer", "hotel", "service_centre")
KINDS = ("concept", "chain")
FILLED = 0.6
LARGE, SMALL = 9.95, 9.55
"""Points: what counts as 10 and more, and as 9.5 and less."""
FRAME = 16.0
"""Millimetres at the head and foot of a sheet that belong to running lines and margins."""
DPI = 25
PAPER = 250
"""Greys lighter than this are paper."""
HEADS = f"{'document':28}{'pages':>6}{'on side':>8}{'<60 %':>6}{'≥10 pt':>7}{'≤9.5 pt':>8}{'serif':>7}{'announced':>10}"


@dataclass(frozen=True, slots=True)
class Measures:
    """What is measured of one file."""

    pages: int
    on_side: int
    unfilled: tuple[int, ...]
    letters: Counter[tuple[float, bool]]

    def share(self, least: float = 0.0, most: float = 1000.0, serif: bool = False) -> float:
        """The share of letters of a size, or of those with serifs."""
        chosen = sum(
            n for (size, has), n in self.letters.items() if least <= size <= most and (has or not serif)
        )
        return chosen / max(1, self.letters.total())


def measured(data: bytes) -> Measures:
    """The measures of a PDF."""
    pages = PdfReader(io.BytesIO(data)).pages
    letters: Counter[tuple[float, bool]] = Counter()
    for page in pages:
        page.extract_text(visitor_text=_counter(letters))
    wide = sum(float(page.mediabox.width) > float(page.mediabox.height) for page in pages)
    fills = list(_fills(data))
    unfilled = tuple(n for n, fill in enumerate(fills, 1) if fill < FILLED and n > 1)
    return Measures(len(pages), wide, unfilled, letters)


def _counter(letters: Counter[tuple[float, bool]]) -> Any:
    def count(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        height = abs(size * (tm[3] or tm[1]) * (cm[3] or cm[1]))
        name = str(font.get("/BaseFont", "")) if font else ""
        serif = any(each in name.replace("-", "") for each in ("Serif", "Times", "Georgia", "Cambria"))
        letters[round(height, 1), serif] += sum(not char.isspace() for char in text)

    return count


def _fills(data: bytes) -> Iterator[float]:
    """How far down its text frame each page is filled: drawings count as text does."""
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "a.pdf"
        source.write_bytes(data)
        subprocess.run(
            ["pdftoppm", "-r", str(DPI), "-gray", str(source), f"{name}/page"],
            check=True,
            capture_output=True,
        )
        for picture in sorted(Path(name).glob("page*.pgm")):
            with Image.open(picture) as sheet:
                edge = round(FRAME / 25.4 * DPI)
                frame = sheet.crop((0, edge, sheet.width, sheet.height - edge))
                box = frame.point(lambda grey: 255 * (grey < PAPER)).getbbox()
                yield box[3] / frame.height if box else 0.0


def announcements(document: Document) -> int:
    """Sentences that refer to a table or figure, or only lead to one, which follows at once."""
    return sum(
        isinstance(said, Paragraph)
        and isinstance(exhibit, Table | Chart)
        and (said.role == "intro" or Ref(exhibit.anchor, exhibit.number) in said.content)
        for part in document.parts
        for said, exhibit in pairwise(part.blocks)
    )


def line(name: str, found: Measures, announced: str) -> str:
    """One line of the table."""
    shares = (found.share(LARGE), found.share(most=SMALL), found.share(serif=True))
    sizes = "".join(f"{share:{wide}.0%}" for share, wide in zip(shares, (7, 8, 7), strict=True))
    pages = " ".join(map(str, found.unfilled))
    return f"{name:28}{found.pages:6}{found.on_side:8}{len(found.unfilled):6}{sizes}{announced:>10}  {pages}"


def main(names: list[str], word: bool) -> None:
    """Measure the full concept and the first chain of every sample named."""
    print(HEADS)
    for name in names or SAMPLES:
        project = load(samples() / f"{name}.yaml").project
        assert project is not None, name
        for kind in (each for each in KINDS if each in possible(project)):
            document = compose(project, kind)
            announced = str(announcements(document))
            print(line(f"{name} {kind} pdf", measured(pdf.write(document)), announced), flush=True)
            if word:
                laid_out = libreoffice.pdf(docx.write(document), document.language)
                print(line(f"{name} {kind} word", measured(laid_out), announced), flush=True)


if __name__ == "__main__":
    arguments = [each for each in sys.argv[1:] if each != "--word"]
    main(arguments, "--word" in sys.argv)
