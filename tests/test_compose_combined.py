"""The concept with its chains: one document, one numbering, nothing lost, nothing twice."""

from __future__ import annotations

import docx_text
import html_text
import pytest
from as_typed import plain, read_aloud
from filler import Filler
from made import project as sample
from test_nothing_lost import filled as filled
from test_nothing_lost import known_then, missing_texts

from conceptgen.composition import compose
from conceptgen.document.blocks import Chart, Document, Heading, Table
from conceptgen.document.walk import blocks
from conceptgen.errors import RequestError
from conceptgen.input import load_bytes
from conceptgen.model.project import Project
from conceptgen.writers import write

BOTH = ("clinic", "dealer", "hotel", "service_centre")
"""The samples with a concept and chains."""


def headings(document: Document, level: int) -> list[tuple[str, str]]:
    """(Number, words) of the headings of a level."""
    found = [block for block in blocks(document) if isinstance(block, Heading) and block.level == level]
    return [(head.number, plain(head.content)) for head in found]


def test_the_order_of_the_concept_is_kept() -> None:
    """The map stands in section 2, the rest of each chain in an annex before the others."""
    document = compose(sample("dealer"), "combined")
    second = headings(document, 2)
    assert ("2.7", "Цепочка клиентского сервиса «Покупка машины»: как есть") in second
    letters = [(number, words) for number, words in headings(document, 1) if number in ("А", "Б")]
    chains = sample("dealer").chains
    assert letters == [("А", chains[0].name), ("Б", chains[1].name)]


def test_tables_have_one_numbering_and_their_own_references() -> None:
    """Anchors and numbers are unique though two chains bring the same tables."""
    found = [
        b for b in blocks(compose(sample("dealer"), "combined")) if isinstance(b, Table | Chart) and b.caption
    ]
    assert len({block.anchor for block in found}) == len(found) > 40
    for kind in (Table, Chart):
        numbers = [block.number for block in found if isinstance(block, kind)]
        assert len(set(numbers)) == len(numbers)


def test_zones_by_stage_stand_in_section_2_and_nowhere_else() -> None:
    """One matrix a chain beside the audit, none in the annexes; the concept alone has them too."""
    for variant in ("concept", "combined"):
        found = [b for b in blocks(compose(sample("dealer"), variant)) if isinstance(b, Table)]
        captions = [plain(b.caption) for b in found if "Проблемные зоны по этапам" in plain(b.caption)]
        assert captions == [
            "Проблемные зоны по этапам 1–7. Цепочка клиентского сервиса «Покупка машины»",
            "Проблемные зоны по этапам 1–6. Цепочка клиентского сервиса «Заезд в мастерскую»",
        ]


def test_the_maps_alone_stand_on_large_sheets() -> None:
    """Each map on A3, its key touchpoints on the usual paper."""
    parts = compose(sample("dealer"), "combined", map_size="a3").parts
    assert [part.sheet for part in parts].count("a3") == 2
    assert [part.sheet for part in compose(sample("dealer"), "combined", "short", map_size="a3").parts].count(
        "a3"
    ) == 2


def test_each_touchpoint_is_printed_in_full_once() -> None:
    """What a client expects at a touchpoint stands in the combined document one time."""
    project = sample("clinic")
    text = "\n".join(read_aloud(compose(project, "combined")))
    expected = [
        point.client_expectation
        for stage in project.chains[0].stages
        for zone in stage.zones
        for element in zone.elements
        for point in element.touchpoints
        if isinstance(point.client_expectation, str) and len(point.client_expectation) > 30
    ]
    assert len(expected) > 5
    assert [each for each in expected if text.count(each) != 1] == []


def test_nothing_of_concept_and_chains_is_lost(filled: tuple[Filler, Project, Document]) -> None:
    """Every text of every field, and of the clinic, in one document."""
    _, project, _ = filled
    for each in (project, *map(known_then, BOTH)):
        assert missing_texts(each, read_aloud(compose(each, "combined"))) == []


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("variant", ["short", "full"])
def test_word_and_html_say_the_same(name: str, variant: str) -> None:
    """Parity, line by line."""
    document = compose(sample(name), "combined", variant)
    assert docx_text.body_text(write(document, "docx")) == docx_text.expected_text(document)
    assert html_text.body_text(write(document, "html")) == html_text.expected_text(document)


def test_a_concept_alone_cannot_be_combined() -> None:
    """The refusal is a sentence."""
    with pytest.raises(RequestError, match="В файле нет раздела"):
        compose(sample("minimal"), "combined")


def test_all_chapters_that_are_missing_are_named() -> None:
    with pytest.raises(
        RequestError, match=r"нет разделов: concept, progress\. Документа «progress» не будет"
    ):
        compose(sample("chain_only"), "progress")


def test_a_chain_alone_cannot_be_combined() -> None:
    """Nor can a chain without a concept."""
    head = 'schema: conceptgen/1\ndocument: {title: Т, date: "2026-01-01"}\n'
    text = f"{head}organization: {{name: О}}\nchains: [{{name: Ц}}]\n"
    project = load_bytes(text.encode(), "a.yaml").project
    assert project is not None
    with pytest.raises(RequestError):
        compose(project, "combined", "short")
