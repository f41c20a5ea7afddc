"""Every value of the input is found again in the Word file: by a bookmark that stays, on a map that tells no texts."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx_invariants import MAP, fingerprint
from docx_text import W
from example_document import GANTT, example
from lxml import etree
from made import composed

from conceptgen.composition import compose
from conceptgen.document.blocks import (
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Heading,
    Paragraph,
    Part,
    Row,
    Table,
)
from conceptgen.document.inline import Break, Footnote, Text, line
from conceptgen.document.numbering import number
from conceptgen.document.walk import blocks, lines, texts
from conceptgen.input import load
from conceptgen.origin import SEVERAL, Origin
from conceptgen.resources import samples
from conceptgen.writers.docx import marks, write
from conceptgen.writers.docx.value_map import content_print, forget_map


def said(
    text: str, address: str = "concept.purpose", style: Any = "plain", via: Origin | None = None
) -> Text:
    return Text(text, style, Origin(("concept",), address, via))


def written(*blocks: Block) -> bytes:
    return write(number(replace(example(), parts=(Part(blocks),))))


def tree(data: bytes, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def the_map(data: bytes) -> list[tuple[str, str, str]]:
    """Bookmark, address and fingerprint of every print."""
    root = tree(data, "customXml/item1.xml")
    assert root.tag == f"{MAP}map"
    return [
        (each.get("bookmark"), each.get("address"), each.get("sha256")) for each in root.iter(f"{MAP}print")
    ]


def names(root: Any) -> list[str]:
    return [start.get(f"{W}name") for start in root.iter(f"{W}bookmarkStart")]


def inside(root: Any, name: str) -> str:
    """What stands between the two ends of a bookmark."""
    start = next(s for s in root.iter(f"{W}bookmarkStart") if s.get(f"{W}name") == name)
    kept = []
    for node in start.itersiblings():
        if node.tag == f"{W}bookmarkEnd" and node.get(f"{W}id") == start.get(f"{W}id"):
            break
        kept += [t.text for t in node.iter(f"{W}t")]
    return "".join(kept)


def as_of_format_1(data: bytes) -> bytes:
    """The file as it was written before references were told."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = (
                old.read(name)
                .replace(b'"_cg', b'"cg_')
                .replace(b"urn:conceptgen:map:2", b"urn:conceptgen:map:1")
            )
            new.writestr(name, part.replace(b'format="2"', b'format="1"'))
    return made.getvalue()


def clinic(document: str = "concept") -> Document:
    return composed("clinic", document)


def test_each_value_of_a_paragraph_has_a_bookmark_of_its_own() -> None:
    root = tree(
        written(Paragraph(line("Цель: ", said("меньше ждать", "a"), "; срок: ", said("май", "b"), ".")))
    )
    assert [inside(root, name) for name in names(root)] == ["меньше ждать", "май"]


def test_a_value_in_several_runs_has_one_bookmark_around_all() -> None:
    bold = (said("Мы "), said("слышим", style="strong"), Break(), said(" клиента"))
    root = tree(written(Paragraph(bold)))
    assert len(names(root)) == 1
    assert inside(root, names(root)[0]) == "Мы слышим клиента"


@pytest.mark.parametrize(
    "block",
    [
        Heading(1, line(said("Текст"))),
        Table((Column(line(said("Текст"))),), (Row((Cell((line("1"),)),)),)),
        Table(
            (Column(line("А")),),
            (
                Row(
                    (
                        Cell(
                            (
                                line(
                                    said("Текст"),
                                ),
                            )
                        ),
                    )
                ),
            ),
        ),
        Table((Column(line("А")),), (), caption=line(said("Текст"))),
    ],
    ids=["heading", "head of a table", "cell", "caption"],
)
def test_values_are_marked_wherever_they_stand(block: Block) -> None:
    data = written(block)
    assert inside(tree(data), the_map(data)[0][0]) == "Текст"


def test_values_in_footnotes_are_marked_there() -> None:
    data = written(Paragraph(line("а", Footnote(line(said("Замечание"))))))
    assert inside(tree(data, "word/footnotes.xml"), the_map(data)[0][0]) == "Замечание"


def test_names_in_the_gantt_table_are_marked() -> None:
    tasks = tuple(
        replace(task, origin=Origin((), f"actions[{n}].name")) for n, task in enumerate(GANTT.tasks)
    )
    data = written(Chart(replace(GANTT, tasks=tasks), "Программа"))
    assert [inside(tree(data), name) for name, _, _ in the_map(data)] == [task.name for task in tasks]


def test_fixed_words_have_no_bookmark() -> None:
    assert names(tree(written(Paragraph(line("Просто слова"))))) == []


def test_names_do_not_depend_on_what_else_is_printed() -> None:
    """The second print of a value carries the number two; other values leave the name alone."""
    alone = the_map(written(Paragraph(line(said("а", "goals[g_wait].text")))))
    more = the_map(
        written(
            Paragraph(line(said("б", "purpose"))),
            Paragraph(line(said("а", "goals[g_wait].text"))),
            Paragraph(line(said("а", "goals[g_wait].text"))),
        )
    )
    assert more[1] == alone[0]
    assert more[2][0] == f"{alone[0][0]}_2"


def test_names_fit_word_and_are_hidden() -> None:
    """Word's list of bookmarks is the reader's: names that begin with an underscore are not in it."""
    found = [name for name, _, _ in the_map(write(clinic()))]
    assert all(re.fullmatch(r"_cg[0-9a-f]{12}(_\d+)?", name) for name in found)
    assert max(map(len, found)) <= 40


def test_two_addresses_of_one_name_are_still_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "stem_of", lambda *_: "_cgsame")
    found = the_map(written(Paragraph(line(said("а", "a"), " и ", said("б", "b")))))
    assert [name for name, _, _ in found] == ["_cgsame", "_cgsame_2"]


def test_the_fingerprint_tells_an_edit_but_not_other_spaces() -> None:
    of = {text: the_map(written(Paragraph(line(said(text)))))[0][2] for text in ("18 %", "18\u00a0%", "19 %")}
    assert of["18 %"] == of["18\u00a0%"] == fingerprint("18 %")
    assert of["19 %"] != of["18 %"]
    assert len(of["18 %"]) == 16


def test_a_name_printed_because_of_a_reference_tells_of_both() -> None:
    """Whoever changes the owner in one row has not renamed the position everywhere."""
    one, other = Origin((), "goals[a].owner"), Origin((), "goals[b].owner")
    data = written(
        Paragraph(line(said("Врач", "roles[r].name"))),
        Paragraph(line(said("Врач", "roles[r].name", via=one))),
        Paragraph(line(said("Врач", "roles[r].name", via=other))),
        Paragraph(line(said("Врач", "roles[r].name", via=SEVERAL))),
    )
    prints = list(tree(data, "customXml/item1.xml").iter(f"{MAP}print"))
    assert [each.get("via") for each in prints] == [None, "goals[a].owner", "goals[b].owner", ""]
    assert {each.get("address") for each in prints} == {"roles[r].name"}
    assert len({each.get("bookmark") for each in prints}) == 4
    assert not any("_" in each.get("bookmark")[1:] for each in prints)


def test_owners_of_the_clinic_are_printed_through_their_fields() -> None:
    """Of every position named as an owner it is known in which field."""
    via = {
        text.origin.via.address
        for block in blocks(clinic("combined"))
        for content in lines(block)
        for text in texts(content)
        if text.origin and text.origin.via
    }
    project = load(samples() / "clinic.yaml").project
    assert project is not None
    assert project.concept is not None
    assert project.concept.programme is not None
    owned = {f"concept.programme.actions[{a.id}].owner" for a in project.concept.programme.actions if a.owner}
    assert owned
    assert owned <= via


def test_the_map_tells_which_document_it_is() -> None:
    project = load(samples() / "clinic.yaml").project
    assert project is not None
    one, same = (
        tree(write(compose(project, "chain", "short", "en")), "customXml/item1.xml") for _ in range(2)
    )
    head = project.document
    assert one.get("document") == "chain"
    assert one.get("variant") == "short"
    assert one.get("language") == "en"
    assert one.get("edition") == (head.version or head.date.isoformat())
    assert one.get("status")
    assert one.get("content") == same.get("content")
    changed = project.model_copy(update={"document": head.model_copy(update={"version": "77"})})
    other = tree(write(compose(changed, "chain", "short", "en")), "customXml/item1.xml")
    assert other.get("content") != one.get("content")


@pytest.mark.parametrize("document", ["concept", "chain", "combined"])
def test_the_map_holds_every_printed_value_and_no_text(document: str) -> None:
    """Each address the document prints is on the map; what is printed is not."""
    composed = clinic(document)
    data = write(composed)
    printed = {
        text.origin.address: text.text
        for block in blocks(composed)
        for content in lines(block)
        for text in texts(content)
        if text.origin and text.text
    }
    assert {address for _, address, _ in the_map(data)} == set(printed)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        raw = archive.read("customXml/item1.xml").decode()
    assert not [text for text in printed.values() if len(text) > 20 and text in raw]


def test_the_map_says_its_format_and_hangs_on_the_document() -> None:
    data = written(Paragraph(line(said("а"))))
    assert tree(data, "customXml/item1.xml").get("format") == "2"
    links = tree(data, "word/_rels/document.xml.rels")
    assert any(link.get("Target").endswith("customXml/item1.xml") for link in links)
    assert "urn:conceptgen:map:2" in etree.tostring(
        tree(data, "customXml/itemProps1.xml"), encoding="unicode"
    )


@pytest.mark.parametrize("format", [1, 2])
def test_a_template_made_of_our_document_forgets_its_values(format: int) -> None:
    """Otherwise old names would stand twice and an old map would tell of them."""
    data = written(Paragraph(line("а ", said("б"), " в")))
    file = docx.Document(io.BytesIO(data if format == 2 else as_of_format_1(data)))
    forget_map(file)
    saved = io.BytesIO()
    file.save(saved)
    assert names(tree(saved.getvalue())) == []
    assert next(tree(saved.getvalue()).iter(f"{W}bookmarkEnd"), None) is None
    assert not [name for name in zipfile.ZipFile(saved).namelist() if name.startswith("customXml")]


def test_a_clinic_of_marks_stays_small() -> None:
    """About twenty bytes a value in the text and as many on the map; the typefaces are not counted."""
    with zipfile.ZipFile(io.BytesIO(write(clinic()))) as parts:
        assert (
            sum(each.compress_size for each in parts.infolist() if "/fonts/" not in each.filename) < 240_000
        )


def test_the_print_of_the_content_is_that_of_the_whole_document() -> None:
    document = example()
    whole = hashlib.sha256(repr(document).encode()).hexdigest()
    assert (
        tree(write(document), "customXml/item1.xml").get("content") == content_print(document) == whole[:32]
    )


def test_tables_kept_as_text_are_those_that_would_be_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    awkward = line(said('a "quoted" <&> 5′\t\xad'), "\n", "‑", said(""))
    table = Table(
        (Column(line('«"»'), 1.0),), (Row((Cell((awkward,)),)),), caption=line('"<&>'), anchor="t", alt='«"&'
    )
    apart = written(table)
    monkeypatch.setattr("conceptgen.writers.docx.writer.may_be_apart", lambda _: False)
    assert written(table) == apart
