"""Writes all there is of every sample, in every variant and format: ``all_outputs.py FOLDER [SAMPLE…]``.

Documents, then the readiness report and the review copies of the documents made when nothing is named. Every PDF is
made by each engine; the name of a file by another than the usual one ends with its name.

With ``--compare`` each file is also held against the tree it was made from; what it does not say goes to parity.json.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import docx_text  # noqa: E402
import html_text  # noqa: E402
import pdf_text  # noqa: E402
import picture_text  # noqa: E402
import pptx_text  # noqa: E402

from conceptgen import load  # noqa: E402
from conceptgen.deliverables.formats import OF_PICTURES, OF_SLIDES, PAGED, PDF_ENGINES  # noqa: E402
from conceptgen.deliverables.kinds import KINDS  # noqa: E402
from conceptgen.document.look import Attachment, Look  # noqa: E402
from conceptgen.model.content import possible  # noqa: E402
from conceptgen.pipeline import Output, RenderRequest, outputs  # noqa: E402
from conceptgen.readiness import reports, review_copies  # noqa: E402

TRANSLATED = ("clinic", "minimal")
"""Samples that are also written with the fixed words of the other language."""


def by_every_engine(sample: Path) -> Iterator[Output]:
    """Every output of a sample, a PDF by each engine."""
    for output in wished(sample):
        yield output
        if output.format == "pdf":
            for engine in (each for each in PDF_ENGINES if each != output.look.pdf_engine):
                name = f"{output.name.removesuffix('.pdf')}-{engine}.pdf"
                yield replace(output, name=name, look=replace(output.look, pdf_engine=engine))


def wished(sample: Path) -> Iterator[Output]:
    """Every output of a sample; where it is small, with the source inside the PDF."""
    loaded = load(sample)
    project = loaded.project
    assert project is not None, sample
    own = project.document.language
    languages = (own, "en" if own == "ru" else "ru") if sample.stem in TRANSLATED else (own,)
    look = Look(source=Attachment(sample.name, sample.read_bytes()) if sample.stem == "minimal" else None)
    for language in languages:
        for kind in possible(project):
            request = RenderRequest((kind,), KINDS[kind].variant_names, PAGED, language, look=look)
            yield from outputs(project, sample.stem, request)
            for formats in (OF_SLIDES, OF_PICTURES):
                shown = tuple(each.name for each in KINDS[kind].variants if formats[0] in each.also)
                if shown:
                    yield from outputs(
                        project, sample.stem, replace(request, variants=shown, formats=formats)
                    )
    yield from reports(loaded, sample.stem, PAGED)
    yield from review_copies(loaded, sample.stem, RenderRequest())


def unsaid(output: Output, data: bytes) -> list[str]:
    """The lines in which a file and its tree differ."""
    if output.format == "pdf":
        return pdf_text.unsaid(output.document, data)
    if output.format == "pptx":
        return pptx_text.unsaid(output.document, data)
    if output.format in OF_PICTURES:
        return picture_text.unsaid(output.document, data)
    side = {"docx": docx_text, "html": html_text}[output.format]
    said, expected = side.body_text(data), side.expected_text(output.document)
    if said == expected:
        return []
    differing = [line for line in expected if line not in said] + [
        line for line in said if line not in expected
    ]
    return differing or ["the same lines in another order"]


def main(folder: Path, names: list[str], compare: bool) -> None:
    """Write everything; samples and outputs in a fixed order."""
    parity = {}
    for sample in sorted((ROOT / "samples").glob("*.yaml")):
        if names and sample.stem not in names:
            continue
        for output in by_every_engine(sample):
            data = output.data()
            (folder / output.name).write_bytes(data)
            parity[output.name] = unsaid(output, data) if compare else []
    if compare:
        (folder / "parity.json").write_text(json.dumps(parity, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    arguments = [each for each in sys.argv[1:] if each != "--compare"]
    main(Path(arguments[0]), arguments[1:], "--compare" in sys.argv)
