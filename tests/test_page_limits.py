"""Short documents are short on every sample: a page is one page, theses three at most, a map and its points two."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from conftest import SampleFile
from made import NAMES, project
from pypdf import PdfReader

from conceptgen.model.content import chain_names


def _short_documents() -> Iterator[tuple[str, str, str, str, int]]:
    """Sample, document, variant, chain, and how many pages it may have."""
    for name in NAMES:
        given = project(name)
        if given.concept:
            yield name, "concept", "page", "", 1
            yield name, "concept", "short", "", 3
        for chain in chain_names(given):
            yield name, "chain", "short", chain, 2
        if given.concept and given.chains:
            yield name, "combined", "short", "", 3 + len(given.chains)


@pytest.mark.parametrize(("name", "document", "variant", "chain", "most"), list(_short_documents()))
def test_a_short_document_keeps_its_pages(
    name: str, document: str, variant: str, chain: str, most: int, sample_pdf: SampleFile
) -> None:
    data = sample_pdf(name, document, variant, chain)
    assert len(PdfReader(io.BytesIO(data)).pages) <= most
