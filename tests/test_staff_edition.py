"""The staff edition: money, assessors, quotations and internal parts are nowhere in it; the rest is all there."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from as_typed import read_aloud
from click.testing import CliRunner, Result
from inputs import HEAD
from made import NAMES, project
from staff_inputs import SECRET, SUM, everything_in, filled, loaded, marked, part_internal
from test_nothing_lost import missing_texts
from word_edits import WordEditor

from conceptgen.cli import write_outputs
from conceptgen.cli.program import Program
from conceptgen.composition import compose, with_slides
from conceptgen.composition.audience import for_audience, left_out
from conceptgen.deliverables.kinds import KINDS, with_edition_for
from conceptgen.document.blocks import Document
from conceptgen.document.printed import printed
from conceptgen.errors import RequestError
from conceptgen.exchange.edits import edits_of
from conceptgen.input import load, load_bytes
from conceptgen.model.project import Project
from conceptgen.model.references import UNKNOWN
from conceptgen.pipeline import Output, RenderRequest, outputs
from conceptgen.writers import write

KINDS_OF_STAFF = [
    (name, variant) for name in with_edition_for("staff") for variant in KINDS[name].variant_names
]
BYTES = [
    ("docx", "combined", "full"),
    ("html", "combined", "full"),
    ("docx", "problem-zones", "full"),
    ("docx", "progress", "full"),
    ("pdf", "concept", "short"),
    ("pdf", "card", "page"),
    ("svg", "chain", "map"),
    ("pptx", "concept", "short"),
    ("pptx", "progress", "short"),
]
INPUT = """schema: conceptgen/1
document: {title: Сервис пекарни, date: 2027-03-02}
organization:
  name: Пекарня
  roles: [{id: admin, name: Администратор}, {id: shadow, name: Ревизор, internal: true}]
  people: [{id: u_one, name: Кострикова Анна}]
concept:
  purpose: Ради гостя.
  principles: [Мы здороваемся первыми., {text: Тайный принцип., internal: true}]
  current_state:
    rounds: [{id: r1, name: Замер, date: 2027-02, assessors: [u_one]}]
    criteria:
      - {component: staff, name: Вежливость, scores: [{round: r1, value: 4, assessor: u_one}]}
    findings: [{text: Очередь, heard: ["«Это не моя работа»"]}]
  programme:
    budget: {amount: 120000}
    actions:
      - {name: Журнал, cost: {amount: 40000}, owner: shadow, deadline: 2027-05}
      - {name: Тайное дело, internal: true}
"""


def _unspaced(tree: str) -> str:
    """Groups of digits together; ``repr`` writes the spaces between them as ``\\xa0``."""
    return tree.replace("\\xa0", "").replace("\\u202f", "").replace("\u00a0", "")


@cache
def secrets() -> Project:
    return marked()


def edition(given: Project, kind: str, variant: str) -> Document:
    return with_slides(given, compose(given, kind, variant, audience="staff"))


def test_the_input_of_these_tests_has_secrets_and_prints_them() -> None:
    """What is looked for below would be found: the whole documents say it."""
    whole = repr(compose(secrets(), "combined", "full"))
    assert len(set(SECRET.findall(whole))) > 3000
    assert _unspaced(whole).count(SUM) >= 5
    rules = {each.rule for each in left_out(secrets(), "staff")}
    assert rules > {"money", "assessors", "quotes", "internal", "sources"}


@pytest.mark.parametrize(("kind", "variant"), KINDS_OF_STAFF)
def test_no_secret_is_anywhere_in_the_tree(kind: str, variant: str) -> None:
    """Texts, alternative texts, ids, addresses, notes of the speaker: all that a writer could write."""
    tree = repr(edition(secrets(), kind, variant))
    assert SECRET.findall(tree) == []
    assert SUM not in _unspaced(tree)


@pytest.mark.parametrize(("format", "kind", "variant"), BYTES)
def test_no_secret_is_anywhere_in_the_file(format: str, kind: str, variant: str) -> None:
    """Charts with their workbooks, the map of values, properties, attachments."""
    held = everything_in(write(edition(secrets(), kind, variant), format))
    assert "слово" in held
    assert SECRET.findall(held) == []
    assert SUM not in held.replace("\u00a0", "").replace("\u202f", "")


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_internal_takes_along_what_hangs_on_it(seed: int) -> None:
    """Six items anywhere in the input: nothing inside them is told, and every document can still be composed."""
    given, inside = part_internal(seed)
    for kind, variant in KINDS_OF_STAFF:
        try:
            tree = repr(edition(given, kind, variant))
        except RequestError:  # the very chapter is internal
            continue
        assert [text for text in inside if text in tree] == [], (kind, variant)


@pytest.mark.parametrize("name", NAMES)
def test_all_the_rest_is_in_the_staff_edition(name: str) -> None:
    """The written rule is ``composition.audience``: every text it leaves in is printed, and it opens no gap."""
    given = project(name)
    told = for_audience(given, "staff")
    documents = [edition(given, "concept", "full")] if given.concept else []
    documents += [compose(given, "chain", chain=each.id or "", audience="staff") for each in given.chains]
    whole = [compose(given, each.edition.document, chain=each.edition.chain) for each in documents]
    said = [line for document in documents for line in read_aloud(document)]
    if given.document.status == "draft":
        assert missing_texts(told, said) == []
    for document, full in zip(documents, whole, strict=True):
        gaps = {gap.origin.path for gap in printed(document).gaps}
        assert gaps <= {gap.origin.path for gap in printed(full).gaps}


@pytest.mark.parametrize("name", NAMES)
def test_what_stays_keeps_its_address(name: str) -> None:
    """So that a finding, a bookmark, an edit made in Word mean the place in the input, not in what is left of it."""
    given = project(name)
    told = for_audience(given, "staff")
    for place in told.relations.places:
        value: Any = given
        for step in place.origin.path:
            aliases = (
                {} if isinstance(step, int) else {"from": "from_", "for": "segments", "schema": "format"}
            )
            value = (
                value[step]
                if isinstance(value, tuple | dict)
                else getattr(value, aliases.get(step, step), value)
            )
        assert getattr(value, "id", None) == getattr(place.part, "id", None)
    for ref in told.relations.references:
        assert ref.names != UNKNOWN
        assert ref.names in told.relations.by_id or ref.names not in given.relations.by_id


def test_the_staff_are_asked_for_no_decision_and_see_no_empty_tables() -> None:
    """Neither a head over quotations that are left out, nor a list of scores of nobody."""
    told = read_aloud(edition(project("hotel"), "concept", "full"))
    whole = read_aloud(compose(project("hotel")))
    for said in (
        "Decision requested",
        "To approve this document, its programme and the budget.",
        "What the customer hears",
    ):
        assert said in whole
        assert said not in told
    assert not [line for line in told if "To approve" in line or "not named" in line]
    assert "Proposed incentives" in whole, "and what is not settled of their pay"
    assert "Proposed incentives" not in told
    assert "What it means for the customer" in told
    assert "Other information" not in told, "single marks of nobody are no information"
    slides = "\n".join(read_aloud(edition(project("hotel"), "concept", "short")))
    assert "The decision we need" not in slides


@pytest.mark.parametrize("variant", ["short", "full"])
def test_a_reader_of_the_staff_finds_what_she_may_decide(variant: str) -> None:
    """Before the sections, and in no other edition."""
    told = read_aloud(edition(project("hotel"), "concept", variant))
    at = told.index("What you may decide yourself")
    assert "Moves a guest to a free room of the same class" in told[at : at + 8]
    assert at < told.index("Where we are" if variant == "short" else "Terms and abbreviations", at)
    assert "What you may decide yourself" not in read_aloud(compose(project("hotel"), "concept", variant))


def test_it_says_whom_it_is_for_and_is_called_otherwise() -> None:
    given = loaded(filled())
    document = edition(given, "concept", "full")
    assert document.title.endswith("(для сотрудников)")
    assert document.draft.startswith("Для сотрудников")
    assert "Для сотрудников" in "\n".join(read_aloud(document))
    whole = compose(given)
    assert "сотрудников)" not in whole.title
    for pattern in ("", "одно-имя"):
        request = RenderRequest(("concept",), ("full",), ("html",), file_name=pattern)
        staff = RenderRequest(("concept",), ("full",), ("html",), file_name=pattern, audience="staff")
        names = [next(outputs(given, "a", each)).name for each in (request, staff)]
        assert names[0] != names[1]
        assert names[1].endswith("-staff.html")


@pytest.fixture
def made_here(monkeypatch: pytest.MonkeyPatch) -> list[Output]:
    """Outputs as they are asked for, without making any."""
    found: list[Output] = []

    def made(output: Output) -> write_outputs.Made:
        found.append(output)
        return write_outputs.Made(b"", (), {}, "")

    monkeypatch.setattr(write_outputs, "_made", made)
    return found


def run(folder: Path, text: str, *words: str) -> Result:
    (folder / "a.yaml").write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("LANG", "ru_RU.UTF-8")
        return CliRunner().invoke(Program(), ["render", "a.yaml", "-o", "out", "--format", "html", *words])


@pytest.mark.parametrize(
    ("head", "mark"),
    [
        (", status: draft, approval: {mode: by_act, act: приказ}", ""),
        (", status: draft", ", проект"),
        ("", ""),
    ],
)
def test_it_is_handed_out_once_it_is_approved(head: str, mark: str) -> None:
    """The blanks of its stamp say whether it is; where there is no stamp, the draft is named."""
    text = HEAD.replace("date: 2026-11-21", f"date: 2026-11-21{head}")
    given = load_bytes(f"{text}concept: {{purpose: Порядок}}".encode(), "вход.yaml").project
    assert given is not None
    made = edition(given, "concept", "full")
    assert made.draft == f"Для сотрудников{mark}"


def test_a_note_to_an_action_that_costs_goes_with_the_cost() -> None:
    paid = "{id: a, name: Приём, remark: За год., cost: {amount: 9, currency: RUB}}"
    actions = f"[{paid}, {{id: b, name: Сбор, remark: Раз.}}]"
    text = f"{HEAD}concept: {{purpose: Порядок, programme: {{actions: {actions}}}}}"
    given = load_bytes(text.encode(), "вход.yaml").project
    assert given is not None
    told = "\n".join(read_aloud(edition(given, "concept", "full")))
    assert "За год" not in told
    assert "Раз." in told


def test_one_message_counts_what_was_left_out(tmp_path: Path) -> None:
    result = run(tmp_path, INPUT, "--variant", "full", "--audience", "staff")
    assert result.exit_code == 0, result.output
    (told,) = [line for line in result.stderr.splitlines() if line.startswith("Издание для сотрудников")]
    assert told == (
        "Издание для сотрудников: по правилу не вошло — суммы и показатели в деньгах: 2; кто ставил оценки: 3; "
        "цитаты: 1; внутреннее (internal): 3. Документ ещё не утверждён: раздавайте издание, когда это случится."
    )
    page = (tmp_path / "out" / "a-concept-full-staff.html").read_text()
    for word in (
        "Тайн",
        "Ревизор",
        "Костриков",
        "не моя работа",
        "120",
        "40 000",
        "не вошло",
        "[заполнить: ответ",
    ):
        assert word not in page.replace("\u00a0", " "), word
    assert "Журнал" in page
    assert "Для сотрудников" in page


def test_nothing_to_leave_out_is_said_too(tmp_path: Path) -> None:
    plain = INPUT.split("  current_state:")[0].replace("internal: true", "code: А")
    result = run(tmp_path, plain, "--audience", "staff")
    assert result.exit_code == 0, result.output
    assert "опускать нечего" in result.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--embed-source",), "файл с данными не вкладывают"),
        (("--embed-source=public",), "файл с данными не вкладывают"),
        (("--review-copy",), "издания для сотрудников у неё нет"),
        (("--document", "order"), "«order» нет издания для сотрудников. Оно бывает у таких: concept, chain"),
        (("--document", "kit"), "нет издания для сотрудников"),
    ],
)
def test_what_would_tell_all_is_refused_in_a_sentence(
    tmp_path: Path, words: tuple[str, ...], says: str
) -> None:
    result = run(tmp_path, INPUT, "--audience", "staff", *words)
    assert result.exit_code == 2
    assert says in result.output + result.stderr
    assert not (tmp_path / "out").exists()


def test_what_would_still_show_is_named_before_it_is_written(tmp_path: Path) -> None:
    result = run(tmp_path, INPUT.replace("Ради гостя.", "Ради гостя и 2 млн руб."), "--audience", "staff")
    assert result.exit_code == 0, result.output
    assert "W-DOC-08" in result.stderr
    assert "a.yaml:7:" in result.stderr
    assert "W-DOC-08" not in run(tmp_path, INPUT.replace("Ради гостя.", "Ради 2 млн руб.")).stderr


def test_an_input_that_is_internal_as_a_whole_has_no_edition() -> None:
    given = load(
        INPUT.replace("date: 2027-03-02", "date: 2027-03-02, internal: true").encode(), "a.yaml"
    ).project
    assert given
    with pytest.raises(RequestError, match="помечены как внутренние"):
        compose(given, "concept", "short", audience="staff")


def test_an_internal_chain_has_no_edition_and_the_others_have_theirs() -> None:
    data = filled()
    data["chains"].append({"id": "c_secret", "name": "Тайная", "internal": True, "stages": [{"name": "Шаг"}]})
    given = loaded(data)
    staff = RenderRequest(("chain",), ("short",), ("html",), audience="staff")
    assert [each.document.edition.chain for each in outputs(given, "a", staff)] == [given.chains[0].id]
    with pytest.raises(RequestError, match="c_secret"):
        compose(given, "chain", "short", chain="c_secret", audience="staff")


EDITED = """schema: conceptgen/1
document: {title: Сервис пекарни «Колосок», date: 2027-03-02}
organization:
  name: Пекарня
  roles: [{id: admin, name: Администратор}, {id: baker, name: Пекарь}]
concept:
  purpose: Ради гостя.
  goals:
    - {text: Тайная цель, internal: true}
    - {text: Гость садится сразу, owner: admin, horizon: 2027-06}
  programme:
    actions:
      - {name: Тайное дело, internal: true, owner: admin}
      - {name: Журнал брони, cost: {amount: 40000}, owner: admin, deadline: 2027-05-01}
      - {name: Второй телефон, owner: baker, deadline: 2027-06-01}
"""


def test_edits_of_a_staff_file_find_their_places_in_the_whole_input() -> None:
    """Though something that stands before them in the input is not in the file; what is hidden is untouched."""
    given = load(EDITED.encode(), "a.yaml").project
    assert given
    file = WordEditor(write(compose(given, audience="staff"), "docx"))
    file.replace(file.mark("concept.goals[1].text"), "Гость садится через минуту")
    file.replace(file.mark("concept.programme.actions[2].name"), "Второй телефон у входа")
    found = edits_of(file.saved(), "a.docx", given, "a.yaml")
    assert [each.outcome for each in found.found] == ["applied", "applied"]
    changed = found.applied_to(EDITED.encode(), "a.yaml").decode()
    assert changed == EDITED.replace("садится сразу", "садится через минуту").replace(
        "телефон,", "телефон у входа,"
    )


def test_a_row_removed_from_a_staff_file_takes_nothing_hidden_along() -> None:
    """A risk with an internal part goes by hand only; one without goes as from every file."""
    hidden = "      - {text: касса ломается, mitigation: запасная, disputed: [{text: 9 руб., value: 9, unit: rub}]}\n"
    text = EDITED + "    risks:\n" + hidden + "      - {text: печь остывает, mitigation: топим раньше}\n"
    given = load(text.encode(), "a.yaml").project
    assert given
    file = WordEditor(write(compose(given, audience="staff"), "docx"))
    for number in (0, 1):
        file.delete_row(file.mark(f"concept.programme.risks[{number}].text"))
    found = edits_of(file.saved(), "a.docx", given, "a.yaml")
    assert {(each.outcome, each.reason) for each in found.found} == {("unplaced", "hidden"), ("applied", "")}
    changed = found.applied_to(text.encode(), "a.yaml").decode()
    assert "касса ломается" in changed
    assert "печь остывает" not in changed


def test_a_chapter_that_is_internal_is_not_said_to_be_missing() -> None:
    text = INPUT.replace("name: Администратор}", "name: Администратор, internal: true}")
    found = load_bytes(text.encode(), "a.yaml").project
    assert found
    wish = RenderRequest(documents=("card",), formats=("html",), audience="staff")
    with pytest.raises(RequestError, match=r"«organization\.roles» — внутреннее"):
        [*outputs(found, "a", wish)]
    with pytest.raises(RequestError, match=r"«organization\.roles» — внутреннее"):
        compose(found, "card", "page", audience="staff")
