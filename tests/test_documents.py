"""Kinds of documents and what they consist of: one registry, sections that may stand anywhere."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made import project as sample

from conceptgen import compose, load
from conceptgen.composition.documents import VARIANTS, concept
from conceptgen.composition.documents.variant import Place, Variant, annex, front, thesis
from conceptgen.composition.sections import roles, sources
from conceptgen.deliverables.formats import OF_SLIDES, PAGED
from conceptgen.deliverables.kinds import KINDS, MAP_SIZES, VARIANT_NAMES, reviewed_as
from conceptgen.document.blocks import Document, Heading
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks
from conceptgen.errors import RequestError
from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.model.content import chain_names, possible, subjects, usual
from conceptgen.pipeline import RenderRequest, names, outputs, planned_documents

ROOT = Path(__file__).parents[1]
SECTIONS = ROOT / "conceptgen" / "composition" / "sections"
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))


def headings(document: Document) -> list[tuple[str, int, str, str]]:
    """Role, level, number and text of every heading."""
    found = (each for each in blocks(document) if isinstance(each, Heading))
    return [(each.role, each.level, each.number, plain(each.content)) for each in found]


def placed(monkeypatch: pytest.MonkeyPatch, *places: Place) -> Document:
    """A document of these places alone."""
    variant = Variant(runs=tuple((place,) for place in places))
    monkeypatch.setitem(concept.VARIANTS, "full", variant)
    return compose(sample("clinic"), "concept", "full")


# ── sections and their places ──────────────────────────────────────────────────────────────────────────────────


def test_one_section_stands_in_every_role(monkeypatch: pytest.MonkeyPatch) -> None:
    """An annex of the concept, a numbered section of a booklet of its own, a page of theses."""
    as_annex = headings(placed(monkeypatch, annex(roles.blocks)))
    as_section = headings(placed(monkeypatch, Place(roles.blocks)))
    in_theses = headings(placed(monkeypatch, thesis(roles.blocks)))
    assert as_annex[0][:3] == ("annex", 1, "А")
    assert as_annex[1][:3] == ("annex", 2, "А.1")
    assert as_section[0][:3] == ("section", 1, "1")
    assert as_section[1][:3] == ("section", 2, "1.1")
    assert {each[:3] for each in in_theses} == {("front", 2, ""), ("front", 3, "")}
    assert (
        [each[3] for each in as_annex] == [each[3] for each in as_section] == [each[3] for each in in_theses]
    )


def test_a_place_gives_title_key_and_orientation(monkeypatch: pytest.MonkeyPatch) -> None:
    """The title is another, the headings below it stay."""
    usual_title = headings(placed(monkeypatch, Place(roles.blocks)))
    place = Place(roles.blocks, title="governance.title", key="governance", landscape=True)
    document = placed(monkeypatch, place, annex(sources.blocks))
    assert (
        headings(document)[0][3].replace("\u00a0", " ")
        == "Исполнители и порядок управления реализацией программы"
    )
    assert headings(document)[1 : len(usual_title)] == usual_title[1:]
    assert [(part.key, part.landscape) for part in document.parts] == [
        ("governance", True),
        ("sources", False),
    ]


def test_a_name_comes_from_the_file_or_the_function_or_the_place() -> None:
    assert Place(roles.blocks).name == "roles"
    assert front(roles.blocks, key="staff").name == "staff"


def test_no_section_bakes_in_its_role() -> None:
    """Nothing in the sections' room says «annex» or «front» of a heading."""
    found = [
        f"{path.name}:{node.lineno}"
        for path in SECTIONS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Heading"
        if len(node.args) > 2 or any(each.arg == "role" for each in node.keywords)
    ]
    assert len(list(SECTIONS.rglob("*.py"))) > 30
    assert found == []


def test_every_section_stands_in_a_document() -> None:
    """By itself, or inside another that does."""
    placed = {place.section.__module__ for variant in VARIANTS.values() for place in variant.places}
    placed |= {variant.rest.__module__ for variant in VARIANTS.values() if variant.rest}
    open, reached = list(placed), set(placed)
    while open:
        for module in set(_imported(open.pop())) - reached:
            reached.add(module)
            open.append(module)
    assert set(map(_module, SECTIONS.rglob("[!_]*.py"))) - reached == set()


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def _imported(module: str) -> Iterator[str]:
    path = ROOT / f"{module.replace('.', '/')}.py"
    if SECTIONS not in path.parents or not path.is_file():
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


# ── the registry ───────────────────────────────────────────────────────────────────────────────────────────────


def test_each_declared_variant_has_its_contents() -> None:
    assert list(VARIANTS) == [(kind.name, name) for kind in KINDS.values() for name in kind.variant_names]
    assert all(variant.places for variant in VARIANTS.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_variant_has_words(language: str) -> None:
    words = vocabulary(language)
    missing = [
        f"{language}: {key}.{name}"
        for key, known, wanted in (
            ("lists.document_kind", words["lists"]["document_kind"], tuple(KINDS)),
            ("lists.variant", words["lists"]["variant"], VARIANT_NAMES),
            ("documents.properties", words["documents"]["properties"], (*KINDS, *VARIANT_NAMES)),
        )
        for name in wanted
        if name not in known
    ]
    assert missing == []


def test_every_document_is_judged_by_the_rules_for_all() -> None:
    assert reviewed_as() == {f"{document}/{variant}" for document, variant in VARIANTS}


def test_what_is_usual_waits_for_its_content() -> None:
    """A concept with nothing but principles gets its theses alone; with all six sections, the whole document too."""
    whole = sample("clinic")
    assert usual(whole, "concept") == usual(whole, "combined") == ("short", "full")
    assert whole.concept is not None
    for field in ("purpose", "current_state", "goals", "programme", "indicators", "governance"):
        empty = () if field in ("goals", "indicators") else None
        lacking = whole.concept.model_copy(update={field: empty})
        assert usual(whole.model_copy(update={"concept": lacking}), "concept") == ("short",), field
    assert usual(whole.model_copy(update={"concept": None}), "chain") == ("short", "full")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_names_papers_and_outputs_are_of_one_mind(path: Path) -> None:
    """For all that a sample has: as many documents judged as named, each name once."""
    project = load(path).project
    assert project is not None
    for kind in possible(project):
        request = RenderRequest((kind,), KINDS[kind].variant_names, ("docx",))
        named = list(names(project, path.stem, request))
        judged = [paper.name for paper in planned_documents(project, request)]
        assert len(named) == len(set(named)) == len(judged)
        assert len(named) == len(KINDS[kind].variants) * len(subjects(project, kind))


# ── wishes that nothing can fulfil ─────────────────────────────────────────────────────────────────────────────

ODD = {
    "documents": ("", "strategy"),
    "variants": ("", "tiny"),
    "formats": ("odt",),
    "language": ("fr",),
    "chains": ("nowhere",),
    "map_size": ("a2",),
}


def _with(request: RenderRequest, field: str, value: object) -> RenderRequest:
    changed: dict[str, Any] = {field: value}
    return replace(request, **changed)


def _wishes() -> Iterator[RenderRequest]:
    """Every one wrong wish among right ones, before and after them, with every kind of document."""
    for documents_ in ((), ("concept",), ("chain",), ("combined", "concept")):
        right = RenderRequest(documents_, ("short",), (*PAGED, *OF_SLIDES))
        for field, values in ODD.items():
            for value in values:
                now = getattr(right, field)
                if isinstance(now, tuple):
                    yield from (_with(right, field, each) for each in ((*now, value), (value, *now)))
                else:
                    yield _with(right, field, value)


@pytest.mark.parametrize("wish", list(_wishes()), ids=lambda wish: f"{wish.documents}-{wish.formats[:1]}")
def test_a_wrong_wish_is_refused_before_anything_is_made(wish: RenderRequest) -> None:
    """By the outputs, their names and what is judged, all before the first."""
    project = sample("clinic")
    for asked in (outputs(project, "x", wish), names(project, "x", wish)):
        with pytest.raises(RequestError):
            next(iter(asked))
    with pytest.raises(RequestError):
        planned_documents(project, wish)


@pytest.mark.parametrize(
    ("documents_", "variants"),
    [
        (("concept", "chain"), ("page",)),
        (("chain", "concept"), ("short", "page")),
        (("combined",), ("page",)),
        (("combined", "concept"), ("page", "full")),
    ],
)
def test_a_variant_that_only_one_of_the_documents_has_is_refused(
    documents_: tuple[str, ...], variants: tuple[str, ...]
) -> None:
    with pytest.raises(RequestError, match="page"):
        next(outputs(sample("clinic"), "x", RenderRequest(documents_, variants, ("html",))))


def test_a_variant_that_no_document_of_the_input_has_is_refused() -> None:
    """The sheet of principles, of a file that has chains alone: nothing would be made of it."""
    with pytest.raises(RequestError, match="page"):
        next(outputs(sample("chain_only"), "x", RenderRequest((), ("page",), ("html",))))


def test_of_documents_nobody_named_those_that_have_the_variant_are_made() -> None:
    project = sample("clinic")
    made = [output.name for output in outputs(project, "x", RenderRequest((), ("page",), ("html",)))]
    assert made == ["x-concept-page.html"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chain_is_refused_for_documents_that_are_about_no_chain(kind: str) -> None:
    """A chain named for a concept chooses nothing."""
    project = sample("clinic")
    chain = chain_names(project)[0]
    wished = outputs(
        project, "x", RenderRequest((kind,), KINDS[kind].variant_names[:1], ("html",), chains=(chain,))
    )
    if KINDS[kind].per_chain:
        assert next(wished).name.startswith(f"x-{kind}")
    else:
        with pytest.raises(RequestError, match=chain):
            next(wished)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"document": "strategy"}, "strategy"),
        ({"variant": "tiny"}, "tiny"),
        ({"document": "chain", "variant": "page"}, "page"),
        ({"language": "fr"}, "fr"),
        ({"map_size": "a2"}, "a2"),
        ({"document": "chain", "chain": "nowhere"}, "nowhere"),
    ],
)
def test_the_api_refuses_as_the_command_does(asked: dict[str, str], told: str) -> None:
    """In the input's own language, with what there is."""
    with pytest.raises(RequestError, match=f"«{told}».*Есть: "):
        compose(sample("clinic"), **asked)


def test_the_api_names_the_chapter_a_document_lacks() -> None:
    with pytest.raises(RequestError, match="«concept»"):
        compose(sample("chain_only"), "combined", "full")


@pytest.mark.parametrize(("kind", "size"), list(itertools.product(KINDS, MAP_SIZES)))
def test_every_kind_takes_every_map_size(kind: str, size: str) -> None:
    assert next(
        outputs(
            sample("clinic"),
            "x",
            RenderRequest((kind,), KINDS[kind].variant_names[:1], ("html",), map_size=size),
        )
    ).data()
