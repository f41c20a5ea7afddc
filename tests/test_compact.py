"""A small client is printed compactly: by what is in the input, nothing lost, in ten pages of A4."""

from __future__ import annotations

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest
import yaml

from conceptgen.composition import compose, smallness
from conceptgen.composition.smallness import MOST
from conceptgen.document.blocks import Contents, Cover, Document, Heading, Table
from conceptgen.document.inline import plain
from conceptgen.document.look import Look
from conceptgen.document.printed import block_texts
from conceptgen.document.walk import blocks
from conceptgen.input import load, load_bytes
from conceptgen.model.project import Project
from conceptgen.origin import Path as Place
from conceptgen.resources import samples
from conceptgen.starter import PARTS, starter
from conceptgen.writers import write
from conceptgen.writers.typst import write as set_by_typst

FILE = Path(__file__).parent / "fixtures" / "small_client.yaml"
FEW_PAGES = 10


def loaded(text: str) -> Project:
    found = load_bytes(text.encode(), "a.yaml")
    assert found.project, [*map(str, found.findings)]
    return found.project


@cache
def small() -> Document:
    return compose(loaded(FILE.read_text("utf-8")))


def is_compact(document: Document) -> bool:
    return document.close and not any(isinstance(each, Contents) for each in blocks(document))


def with_more(field: str, item: str, count: int) -> Project:
    """The small client with so many more findings, actions … of one kind."""
    tree = yaml.safe_load(FILE.read_text("utf-8"))
    place = tree["concept"]
    for key in field.split("."):
        place = place[key]
    place += [yaml.safe_load(item.format(n=n)) for n in range(count)]
    return loaded(yaml.safe_dump(tree, allow_unicode=True))


def pages(data: bytes) -> int:
    return len(pypdf.PdfReader(io.BytesIO(data)).pages)


def test_the_concept_of_a_small_client_takes_ten_pages() -> None:
    assert pages(write(small(), "pdf")) <= FEW_PAGES


@pytest.mark.outputs
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_and_ten_in_word(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(write(small(), "docx"))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(tmp_path / "a.docx")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    assert pages((tmp_path / "a.pdf").read_bytes()) <= FEW_PAGES


def test_little_in_full_takes_four_pages() -> None:
    """Two dozen lines of input."""
    given = load(samples() / "minimal.yaml").project
    assert given
    assert pages(write(compose(given, variant="full"), "pdf")) <= 4


def test_it_stands_upright_and_runs_on() -> None:
    """One title above the text, no contents, no landscape sheet, no fresh page but the first."""
    assert is_compact(small())
    assert not any(part.landscape for part in small().parts)
    assert [part.new_page for part in small().parts].count(True) == 1
    (cover,) = (each for each in blocks(small()) if isinstance(each, Cover))
    assert cover.compact
    assert all(len(each.columns) <= 5 for each in blocks(small()) if isinstance(each, Table))


def test_the_six_sections_stand_in_their_order() -> None:
    titles = [each for each in blocks(small()) if isinstance(each, Heading) and each.level == 1]
    assert [plain(each.content)[:4] for each in titles if each.role == "section"] == [
        "Цель", "Обще", "Цель", "Прог", "Целе", "Испо",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "item"),
    [
        (
            "current_state.criteria",
            "{{component: staff, name: Критерий {n}, scores: [{{round: w1, value: 7}}]}}",
        ),
        ("current_state.findings", "{{text: Недостаток {n}, actions: [a_news]}}"),
        ("programme.actions", "{{name: Мероприятие {n}, goals: [g_term], owner: owner, deadline: 2027-10}}"),
    ],
)
def test_a_client_with_more_of_anything_is_not_small(field: str, item: str) -> None:
    tree = yaml.safe_load(FILE.read_text("utf-8"))["concept"]
    for key in field.split("."):
        tree = tree[key]
    assert is_compact(compose(with_more(field, item, MOST - len(tree))))
    assert not is_compact(compose(with_more(field, item, MOST - len(tree) + 1)))


def test_nor_is_one_with_more_touchpoints() -> None:
    assert not is_compact(compose(loaded(starter("ru", "clinic"))))
    assert is_compact(compose(loaded(starter("ru", parts=PARTS))))


def test_nothing_is_lost_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same values of the input are printed as in the roomy form."""

    def values(document: Document) -> set[Place]:
        texts = (text for block in blocks(document) for text in block_texts(block))
        return {text.origin.path for text in texts if text.origin}

    said = values(small())
    monkeypatch.setattr(smallness, "MOST", 0)
    roomy = compose(loaded(FILE.read_text("utf-8")))
    assert not is_compact(roomy)
    assert said == values(roomy)


def test_the_other_whole_documents_of_a_small_client_are_compact_too() -> None:
    """Short ones have their own form; with a touchpoint more the chain has its title page and contents again."""
    given = loaded(FILE.read_text("utf-8"))
    assert is_compact(compose(given, "chain"))
    assert is_compact(compose(given, "combined"))
    assert not compose(given, "chain", "short").close
    assert not is_compact(compose(loaded(starter("ru", "clinic")), "chain"))


def fifteen() -> str:
    """A trade's starter with its first fifteen touchpoints."""
    tree = yaml.load(starter("ru", "salon"), yaml.BaseLoader)
    left = MOST

    def kept(part: dict[str, Any]) -> bool:
        nonlocal left
        for key in ("zones", "elements"):
            if key in part:
                part[key] = [each for each in part[key] if kept(each)]
        points = part.get("touchpoints", [])[:left]
        left -= len(points)
        if "touchpoints" in part:
            part["touchpoints"] = points
        return bool(points or part.get("zones") or part.get("elements"))

    chain = tree["chains"][0]
    chain["stages"] = [each for each in chain["stages"] if kept(each)]
    assert left == 0
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize(
    ("client", "kind", "most"),
    [
        ("small_client", "concept", FEW_PAGES),
        ("small_client", "chain", FEW_PAGES),
        ("small_client", "combined", 2 * FEW_PAGES),
        ("minimal", "concept", 4),
        ("salon", "concept", 4),
        ("fifteen", "concept", FEW_PAGES),
        ("fifteen", "chain", FEW_PAGES),
        ("fifteen", "combined", 2 * FEW_PAGES),
    ],
)
def test_the_pages_of_small_clients_are_few_with_typst_too(client: str, kind: str, most: int) -> None:
    given = {"small_client": lambda: FILE.read_text("utf-8"), "fifteen": fifteen}.get(client)
    project = loaded(given()) if given else load(samples() / f"{client}.yaml").project
    assert project
    document = compose(project, kind, "full")
    assert is_compact(document)
    assert pages(set_by_typst(document, Look())) <= most


@pytest.mark.outputs
@pytest.mark.parametrize(("kind", "most"), [("chain", FEW_PAGES), ("combined", 2 * FEW_PAGES)])
def test_and_the_same_pages_with_the_usual_engine(kind: str, most: int) -> None:
    assert pages(write(compose(loaded(FILE.read_text("utf-8")), kind), "pdf")) <= most
