"""Links to sections: named by their words, and none of two leads to the same place."""

from __future__ import annotations

import pytest

from conceptgen import compose, load
from conceptgen.document.anchors import anchor
from conceptgen.document.blocks import Document, Heading
from conceptgen.document.inline import plain
from conceptgen.resources import samples


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Цель документа", "tsel-dokumenta"),
        ("Щётка, ёлка и йод", "shchetka-elka-i-yod"),
        ("Purpose & scope", "purpose-scope"),
        ("日本", "section"),
        ("Note 1", "note-1-2"),
        ("Main text", "main-text-2"),
    ],
)
def test_an_anchor_is_made_of_the_words(words: str, expected: str) -> None:
    assert anchor(words, set(), "section") == expected


def test_a_second_heading_of_the_same_words_gets_a_number() -> None:
    assert anchor("Выводы", {"vyvody", "vyvody-2"}, "section") == "vyvody-3"


def headings(document: Document) -> dict[str, str]:
    found = [b for part in document.parts for b in part.blocks if isinstance(b, Heading)]
    assert len({each.anchor for each in found}) == len(found)
    return {each.anchor: plain(each.content) for each in found}


def test_links_survive_an_added_section() -> None:
    """Without principles the links to all other sections lead where they led."""
    project = load(samples() / "clinic.yaml").project
    whole = headings(compose(project))
    assert project.concept
    concept = project.concept.model_copy(update={"principles": ()})
    fewer = headings(compose(project.model_copy(update={"concept": concept})))
    assert "printsipy" in whole
    assert "printsipy" not in fewer
    assert fewer.items() <= whole.items()
