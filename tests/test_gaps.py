"""One list of gaps: what is marked in a document is found by the review, and what is judged is what is printed."""

from __future__ import annotations

import json
from functools import cache

import pytest
from cases import patched
from filler import Filler
from made import in_turn
from made import loaded as loaded_sample

from conceptgen.composition import compose, printed_of
from conceptgen.deliverables.kinds import KINDS
from conceptgen.document.blocks import Chart, Document
from conceptgen.document.inline import Text
from conceptgen.document.printed import block_texts
from conceptgen.document.walk import blocks, plain_text
from conceptgen.input import Loaded, load_bytes
from conceptgen.model.content import possible, subjects
from conceptgen.pipeline import RenderRequest, outputs
from conceptgen.rulebook import review
from conceptgen.rulebook.gate import stopping
from conceptgen.rulebook.planned_documents import PlannedDocument, planned_document
from conceptgen.rulebook.texts import texts

APPROVED = {
    "document.status": "approved",
    "document.approval": {"position": "Директор", "person": "И. О. Фамилия", "date": "2026-11-21"},
}
Said = tuple[tuple[str | int, ...], str, str]
START = 25
"""So many letters show that a text is printed; short documents print the first paragraph of a long one."""
DECLINED = [
    ("document", "agreements"),
    ("document", "approval"),
    ("document", "binding"),
    ("organization", "people"),
]
"""Who approves, and whom an order names, may stand in another case: «приказом директора»."""
ROLES = ("organization", "roles")
"""The announcement says at whose desk the document lies: «у руководителя сервиса»."""
HOLES: dict[str, dict[str, object]] = {
    "owner of an action": {"a_log.owner": None},
    "start of a programme": {"concept.programme.start": None},
    "no governance": {"concept.governance": None},
    "goal of a stage": {"chains[evening].stages[booking].client_goal": None},
    "phase of a stage": {"chains[evening].stages[booking].phase": None},
    "decision on a touchpoint": {"t_call.decision": None},
    "standard of a moment of truth": {"t_call.standard": None},
    "owner of a touchpoint": {"t_call.owner": None},
    "target of an indicator": {"i_wait.targets": None},
    "data source": {"i_wait.data_source": None},
    "meaning of a principle": {"p_word.client_meaning": None},
    "position under the approval": {"document.approval": {"person": "И. О. Фамилия", "date": "2026-11-21"}},
    "date under the approval": {"document.approval": {"position": "Директор", "person": "И. О. Фамилия"}},
    "number of an act": {"document.approval": {"mode": "by_act", "act": "приказ", "date": "2026-11-21"}},
    "empty stages": {"chains[evening].stages": []},
}


@cache
def sample(name: str) -> Loaded:
    if name == "filler":
        return load_bytes(
            json.dumps(Filler().project(), ensure_ascii=False).replace('"true"', "true").encode(),
            "filler.json",
        )
    return loaded_sample(name)


def planned(loaded: Loaded, status: str = "") -> list[PlannedDocument]:
    """Every kind and variant, each chain its own."""
    project = loaded.project
    assert project is not None
    found = [
        planned_document(project, kind, variant, chain)
        for kind in possible(project)
        for variant in KINDS[kind].variant_names
        for chain in subjects(project, kind)
    ]
    return [PlannedDocument(each.document, each.variant, status or each.status, each.chain) for each in found]


def tree(loaded: Loaded, about: PlannedDocument) -> Document:
    assert loaded.project is not None
    chain = "" if about.chain is None else subjects(loaded.project, about.document)[about.chain]
    return compose(loaded.project, about.document, about.variant, chain=chain, status=about.status)


def marks(document: Document) -> list[Text]:
    """The marks as a reader sees them: highlighted, or a blank that waits for something."""
    runs = [text for block in blocks(document) for text in block_texts(block)]
    return [each for each in runs if each.style == "gap" or each.lacks or each.text.startswith("[заполнить")]


def assert_one_list(loaded: Loaded, about: PlannedDocument, document: Document) -> None:
    """Whatever is marked in the document is stopped at approval; each mark knows what it waits for, and is told of."""
    found = [each for each in review(loaded, (about,)) if not each.suppressed]
    untold = []
    for mark in marks(document):
        assert mark.lacks, mark.text
        told = [each for each in found if each.code[0] == "E" and _tells(each.path, mark.lacks.path)]
        untold += [] if told else [mark]
    assert untold == []
    about_gaps = {each.path for each in found if each.code == "E-DOC-05"}
    assert about_gaps <= {mark.lacks.path for mark in marks(document) if mark.lacks}
    if about.is_final and marks(document):
        assert stopping(found)


def _tells(told: tuple[str | int, ...], lacks: tuple[str | int, ...]) -> bool:
    return lacks[: len(told)] == told


@pytest.mark.parametrize("status", ["draft", "approved"])
@pytest.mark.parametrize("name", [*in_turn("service_centre"), "filler"])
def test_marks_are_findings_and_what_is_judged_is_what_is_printed(name: str, status: str) -> None:
    """Of every document of every sample."""
    loaded = sample(name)
    unique = texts_of_one_place(loaded)
    for about in planned(loaded, status):
        document = tree(loaded, about)
        assert_one_list(loaded, about, document)
        # Words of a sample may be words of the program too.
        assert_judged_is_printed(loaded, about, document, unique, is_own=name == "filler")


@pytest.mark.parametrize("hole", HOLES)
def test_marks_of_what_is_missing_are_findings_and_stop_an_approved_document(hole: str) -> None:
    loaded = load_bytes(patched(APPROVED | HOLES[hole]), "hole.yaml")
    assert loaded.project is not None
    marked = 0
    for about in planned(loaded):
        document = tree(loaded, about)
        marked += len(marks(document))
        assert_one_list(loaded, about, document)
    assert marked


def texts_of_one_place(loaded: Loaded) -> list[Said]:
    """The texts that stand nowhere else in the input, with what can be read of each in a document."""
    assert loaded.project is not None
    every = [
        each
        for each in texts(loaded.project.relations)
        if each.path[:2] not in DECLINED
        and not (each.path[:2] == ROLES and each.path[3:] == ("name",))
        and "name_forms" not in each.path  # printed for the name, under its address
    ]
    flat = [_flat(each.text) for each in every]
    whole = "\n".join(flat)
    return [
        (each.path, said[:START], said[-START:])
        for each, said in zip(every, flat, strict=True)
        if len(each.text) > 9 and whole.count(said) == 1
    ]


def assert_judged_is_printed(
    loaded: Loaded, about: PlannedDocument, document: Document, unique: list[Said], *, is_own: bool
) -> None:
    """Judged where they can be read in the document, and, of what nobody else says, only there."""
    assert loaded.project is not None
    chain = "" if about.chain is None else subjects(loaded.project, about.document)[about.chain]
    judged = printed_of(loaded.project, about.document, about.variant, chain, about.status)
    read = _flat(_everything(document))
    for path, start, end in unique:
        is_read = start in read or end in read
        is_judged = judged.says(path)
        if (is_judged and not is_read) or (is_own and is_read and not is_judged):
            pytest.fail(f"{about.name}: {path} «{start}…» judged: {is_judged}")


def _everything(document: Document) -> str:
    charts = [repr(block).replace("\\xa0", " ") for block in blocks(document) if isinstance(block, Chart)]
    return "\n".join(
        [
            document.title,
            document.running,
            document.organization,
            document.author,
            *plain_text(document),
            *charts,
        ]
    )


def _flat(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


def test_unfinished_text_of_the_concept_stops_the_chain_that_prints_it() -> None:
    loaded = load_bytes(patched(APPROVED | {"a_log.name": "TODO назвать"}), "todo.yaml")
    assert loaded.project is not None
    for about in planned(loaded):
        stops = {each.code for each in stopping(review(loaded, (about,)))}
        says = "TODO назвать" in "\n".join(plain_text(tree(loaded, about))).replace("\u00a0", " ")
        assert ("E-TXT-01" in stops) is says, about.name


def test_an_accepted_gap_is_a_dash() -> None:
    line = {"rule": "E-DOC-05", "at": "t_call", "reason": "за кадром"}
    patch = APPROVED | {"t_call.frontstage": None, "review": {"allow": [line]}}
    loaded = load_bytes(patched(patch), "accepted.yaml")
    assert loaded.project is not None
    (made,) = outputs(loaded.project, "a", RenderRequest(("chain",), ("full",), ("html",)))
    assert marks(made.document) == []
    assert not stopping(review(loaded, (planned_document(loaded.project, "chain", "full", "evening"),)))


def test_what_is_left_out_of_an_edition_leaves_the_places_of_the_others_as_they_are() -> None:
    """A round later than the document stands first; the next keeps its own line of the file."""
    late = {"id": "r9", "name": "Поздний", "date": "2027-05", "method": "mystery_shopper", "respondents": "4"}
    first = {**late, "id": "r1", "name": "TODO раунд", "date": "2026-10", "baseline": "true"}
    patch = APPROVED | {"concept.current_state.rounds": [late, first]}
    found = [each for each in review(load_bytes(patched(patch), "a.yaml")) if each.code == "E-TXT-01"]
    assert [each.path for each in found] == [("concept", "current_state", "rounds", 1, "name")]
