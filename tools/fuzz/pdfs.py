"""Small documents of whatever loads as PDF, by either engine: sound files of a page or more."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from random import Random

import pikepdf

from conceptgen.deliverables.formats import PDF_ENGINES
from conceptgen.document.look import Look
from conceptgen.errors import ConceptgenError
from conceptgen.input import load_bytes
from conceptgen.pipeline import RenderRequest, outputs
from fuzz.mutants import as_json, grown, trees

SECONDS = 180
_TRIES = 6


def case(random: Random, folder: Path) -> None:
    """One short document, or the shortest there is."""
    stem = random.choice([name for name in trees() if name != "filler"])
    for _ in range(_TRIES):
        project = load_bytes(as_json(grown(random, trees()[stem])), "x.json", folder).project
        if project is not None:
            break
    if project is None:
        return
    document = random.choice(("concept", "chain"))
    look = Look(pdf_engine=random.choice(tuple(PDF_ENGINES)))
    request = RenderRequest((document,), (random.choice(("page", "short")),), ("pdf",), look=look)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            made = list(outputs(project, "x", request))
        except ConceptgenError:
            return
        for output in made[:1]:
            with pikepdf.open(io.BytesIO(output.data())) as pdf:
                assert not _faults(pdf)
                assert len(pdf.pages) >= 1


def _faults(pdf: pikepdf.Pdf) -> list[str]:
    """What a reader of files complains of; older ones ask in another word."""
    ask = getattr(pdf, "check_pdf_syntax", None) or pdf.check
    return list(ask())
