"""A text longer than a page is told once, wherever else it is named stands its beginning, and none of it is lost."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter

import pytest
from as_typed import read_aloud
from filler import Filler

from conceptgen.composition import compose
from conceptgen.document.blocks import (
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Heading,
    Labels,
    Listing,
    Paragraph,
    Part,
    Row,
    Table,
)
from conceptgen.document.charts import Bars, Series
from conceptgen.document.inline import Text, line, plain
from conceptgen.document.told_once import PAGE, SHOWN, tell_once
from conceptgen.document.walk import blocks
from conceptgen.input import load, load_bytes
from conceptgen.origin import Origin
from conceptgen.resources import samples
from conceptgen.writers import write

TAIL = "щ" * (PAGE + 500)
OFTEN = 3
ADDRESS = Origin(("concept",), "concept")


def document(*given: Block) -> Document:
    labels = Labels("t", "f", "p", "n", "s", "d", "c", "a")
    return Document("К", "К", "С", "С", "ru", "2026-01-01", labels, (Part(given),))


def of_the_filler(*long: str) -> tuple[Filler, dict[str, str], bytes]:
    """The input with every field, some of its texts made longer than a page."""
    filler = Filler()
    data = json.dumps(filler.project(), ensure_ascii=False).replace('"true"', "true")
    words = {path: filler.texts[path] for path in long}
    for word in words.values():
        data = data.replace(f'"{word}"', f'"{word}{TAIL}"')
    return filler, words, data.encode()


def composed(data: bytes, kind: str) -> Document:
    loaded = load_bytes(data, "filled.json")
    assert loaded.project is not None, loaded.findings
    return compose(loaded.project, kind, "full")


@pytest.mark.parametrize("kind", ["concept", "chain"])
def test_no_field_tells_a_long_text_again_and_again(kind: str) -> None:
    """Of every field that a document names often: once in full, and once more at most inside another sentence."""
    filler, _, data = of_the_filler()
    said = Counter("\n".join(read_aloud(composed(data, kind))).split())
    often = [
        path
        for path, word in filler.texts.items()
        if sum(n for each, n in said.items() if word in each) > OFTEN and path != "document.title"
    ]
    assert len(often) >= 8
    _, words, data = of_the_filler(*often)
    made = composed(data, kind)
    page = write(made, "html").decode().replace("<wbr>", "")
    with zipfile.ZipFile(io.BytesIO(write(made, "docx"))) as package:
        text = package.read("word/document.xml").decode()
    for whole in ("".join(read_aloud(made)), page, text):
        counts = {path: whole.count(f"{word}{TAIL}") for path, word in words.items()}
        assert {path: n for path, n in counts.items() if not 1 <= n <= OFTEN} == {}


def test_a_usual_document_stays_as_it_is() -> None:
    project = load(samples() / "clinic.yaml").project
    assert project is not None
    made = compose(project)
    assert tell_once(made) is made


def test_the_first_place_has_all_of_it_and_its_address() -> None:
    long = Text("Я" + TAIL, origin=ADDRESS)
    first, second, third = blocks(
        tell_once(document(Paragraph((long,)), Listing(((long,),)), Paragraph((Text("я" + TAIL + "."),))))
    )
    assert first == Paragraph((long,))
    assert isinstance(second, Listing)
    (short,) = second.items[0]
    assert isinstance(short, Text)
    assert (len(short.text), short.text[-1], short.origin) == (SHOWN, "…", None)
    assert isinstance(third, Paragraph)
    assert len(plain(third.content)) == SHOWN


def test_a_text_of_a_page_may_be_told_twice() -> None:
    made = document(Paragraph(line("я" * PAGE)), Paragraph(line("я" * PAGE)))
    assert tell_once(made) is made


@pytest.mark.parametrize("after", [False, True])
def test_a_heading_a_head_and_a_chart_have_the_beginning_only(after: bool) -> None:
    """What is told nowhere else is told in a note below them."""
    row = Row((Cell((line("х"),)),))
    chart = Chart(
        Bars((TAIL,), (Series("Оценка", (None,)),), (("—",),)), f"Оценки: {TAIL} — 5", line("Рисунок")
    )
    elsewhere = (Paragraph(line(TAIL)),) if after else ()
    for block in (Heading(2, line(TAIL)), Table((Column(line(TAIL)),), (row,), alt=TAIL), chart):
        done, *rest = blocks(tell_once(document(block, *elsewhere)))
        assert TAIL not in str(done)
        assert TAIL[: SHOWN - 1] + "…" in str(done)
        assert rest == [Paragraph(line(TAIL), "body" if after else "note")]
