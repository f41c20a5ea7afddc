"""Short documents are short on every sample: a page is one page, theses three at most, a map and its points two."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from conftest import SamplePdf
from pypdf import PdfReader

from conceptgen.input import load
from conceptgen.model.content import chain_names
from conceptgen.model.project import Project
from conceptgen.resources import samples


def _sample(name: str) -> Project:
    project = load(samples() / f"{name}.yaml").project
    assert project is not None
    return project


def _short_documents() -> Iterator[tuple[str, str, str, str, int]]:
    """Sample, document, variant, chain, and how many pages it may have."""
    for path in sorted(samples().glob("*.yaml")):
        project = _sample(path.stem)
        if project.concept:
            yield path.stem, "concept", "page", "", 1
            yield path.stem, "concept", "short", "", 3
        for chain in chain_names(project):
            yield path.stem, "chain", "short", chain, 2
        if project.concept and project.chains:
            yield path.stem, "combined", "short", "", 3 + len(project.chains)


@pytest.mark.parametrize(("name", "document", "variant", "chain", "most"), list(_short_documents()))
def test_a_short_document_keeps_its_pages(
    name: str, document: str, variant: str, chain: str, most: int, sample_pdf: SamplePdf
) -> None:
    data = sample_pdf(name, document, variant, chain)
    assert len(PdfReader(io.BytesIO(data)).pages) <= most
