"""The material of several participants put together: nobody is lost, nothing is decided in silence."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from conceptgen.batch.recognise import is_input
from conceptgen.changes.plain import plain
from conceptgen.cli.program import Program
from conceptgen.composition.paper import scope_of
from conceptgen.document.walk import plain_text
from conceptgen.exchange.contributions import Merged, merge_contributions
from conceptgen.exchange.contributions.report import opinions
from conceptgen.exchange.contributions.telling import Tale
from conceptgen.exchange.excel import blank, workbook
from conceptgen.exchange.excel.blank import blank_data
from conceptgen.input import load
from conceptgen.input.contribution import Contribution, read_contribution
from conceptgen.model.project import Project
from conceptgen.rulebook import review

SAMPLES = Path(__file__).parents[1] / "samples" / "contributions"
BASE = (SAMPLES / "base.yaml").read_bytes()
THREE = tuple((SAMPLES / f"{name}.yaml").read_bytes() for name in ("manager", "receiver", "anonymous"))


def project(data: bytes) -> Project:
    """An input that has no errors."""
    found = load(data, "base.yaml").project
    assert found is not None, load(data, "base.yaml").findings
    return found


def read(data: bytes, base: bytes = BASE, name: str = "a.yaml") -> Contribution:
    """A contribution as it is read."""
    return read_contribution(data, name, project(base))


def merged(*contributions: bytes, base: bytes = BASE) -> Merged:
    """What comes of contributions without errors."""
    found = [
        read(each, base, f"{n}.xlsx" if each[:2] == b"PK" else f"{n}.yaml")
        for n, each in enumerate(contributions)
    ]
    assert all(each.project is not None for each in found), [each.findings for each in found]
    return merge_contributions(project(base), found, blank_data("ru"), "base.yaml")


def text(result: Merged, base: bytes = BASE) -> str:
    """The merged file."""
    return result.applied_to(base, "base.yaml").decode()


def said(body: str, who: str = "{name: Анна}") -> bytes:
    """A contribution by somebody."""
    return f"schema: conceptgen-contribution/1\ncontributor: {who}\n{body}\n".encode()


def look(more: str, at: str = "t_look") -> str:
    """What is said of a touchpoint that the base has."""
    place = f"elements: [{{id: inspection, touchpoints: [{{id: {at}, {more}}}]}}]"
    return f"chains: [{{id: repair, stages: [{{id: take, zones: [{{id: desk, {place}}}]}}]}}]"


def test_three_voices_of_one_client() -> None:
    """One conflict, and the base stands; one voice, and it is told; near names are two; every score is kept."""
    result = merged(*THREE)
    (conflict,) = result.settled.conflicts
    assert conflict.address == "t_look.owner"
    assert conflict.opinions == {
        "": "receiver",
        "upravlyayushchii": "manager",
        "priemshchik_vechernei": "mechanic",
    }
    assert {each.name for each in Tale(result).single() if each.kind == "Точка касания"} == {
        "Звонок «велосипед готов»",
        "Звонок о готовности велосипеда",
    }
    assert [(each.said, each.known_id) for each in result.near] == [
        ("Звонок о готовности велосипеда", "zvonok_velosiped_gotov")
    ]
    terms, hall, work = Tale(result).judged()
    assert (terms.median, terms.range, len(terms.scores)) == (4, (3, 8), 3)
    assert (hall.median, hall.range) == (7, (6, 7))
    assert (work.median, work.range) == (9, (8, 9))
    (circle,) = (each for each in Tale(result).shared() if each.kind == "Точка касания")
    assert circle.name == "Пробный круг"
    assert circle.by == ("Управляющий", "Приёмщик вечерней смены")


def test_the_base_keeps_its_bytes_and_holds_all() -> None:
    """Lines that no participant speaks of stay as they are, comments too; what is new is there."""
    after = text(merged(*THREE))
    changed = [line for line in BASE.decode().splitlines() if line not in after.splitlines()]
    assert [line.split("name: ")[1].split(",")[0] for line in changed] == [
        "Срок называют сразу",
        "Порядок у стойки",
        "Ремонт с первого раза",
        "Выдача велосипеда",
    ]
    assert "owner: receiver        # пока так" in after
    loaded = load(after.encode(), "m.yaml")
    assert loaded.project is not None
    assert {each.code for each in review(loaded) if "MRG" in each.code} == {"E-MRG-01", "W-MRG-01"}
    (stopping,) = (each for each in review(loaded) if each.code == "E-MRG-01")
    assert stopping.severity == "error"
    assert "«Управляющий», «Приёмщик вечерней смены»" in stopping.message


def test_the_same_again_changes_nothing() -> None:
    """Whoever is in the file already is known again."""
    once = text(merged(*THREE)).encode()
    assert text(merged(*THREE, base=once), once).encode() == once


def test_who_asked_not_to_be_named_is_not() -> None:
    """Neither name nor position is kept."""
    after = text(merged(said(look("pain: очередь"), "{name: Иван Тайный, role: mechanic, anonymous: true}")))
    assert "Тайный" not in after
    assert "role: mechanic" not in after
    assert "anonymous: true" in after
    assert "Участник 1" in after


@pytest.mark.parametrize(
    ("wish", "owner"),
    [
        ("participant: Управляющий, reason: он отвечает за смену", "manager"),
        ("participant: priemshchik_vechernei", "mechanic"),
        ("participant: base", "receiver"),
        ("value: mechanic, reason: решено на сессии", "mechanic"),
    ],
)
def test_a_decision_of_the_base_settles(wish: str, owner: str) -> None:
    """By whom, or by the value; the reason is told, the conflict is gone."""
    base = BASE + f"resolutions: [{{at: t_look.owner, {wish}}}]\n".encode()
    result = merged(*THREE, base=base)
    assert not result.settled.conflicts
    assert not result.settled.unused
    after = project(text(result, base).encode())
    assert after.relations.by_id["t_look"].owner == owner  # type: ignore[attr-defined]
    assert not after.contributions.conflicts


def test_a_decision_about_nothing_is_told() -> None:
    """A place where nobody differs, a participant who said nothing."""
    base = (
        BASE
        + "resolutions: [{at: t_out.owner, value: mechanic}, {at: t_look.owner, participant: Никто}]\n".encode()
    )
    result = merged(*THREE, base=base)
    assert [each.at for each in result.settled.unused] == ["t_out.owner", "t_look.owner"]
    assert len(result.settled.conflicts) == 1


def test_a_figure_is_one_value() -> None:
    """A limit is not taken from two participants by halves; it is settled as a whole."""
    limits = ("{at_most: 5, unit: min}", "{at_most: 1, unit: hour}")
    first, second = (look(f"standard: [{{text: осмотр при хозяине, limit: {each}}}]") for each in limits)
    result = merged(said(first), said(second, "{name: Олег}"))
    (conflict,) = result.settled.conflicts
    assert conflict.address == "t_look.standard[0].limit"
    assert conflict.stands is None
    assert "limit" not in text(result).partition("contributions:")[0]
    base = BASE + b"resolutions: [{at: 't_look.standard[0].limit', value: {at_most: 10, unit: min}}]\n"
    assert "at_most: 10" in text(merged(said(first), said(second, "{name: Олег}"), base=base), base)
    wish = "resolutions: [{at: 't_look.standard[0].limit', participant: Олег}]\n"
    later = text(result).replace("contributions:", f"{wish}contributions:").encode()
    again = merged(said(look("pain: ждут"), "{name: Пётр}"), base=later)
    assert not again.settled.conflicts
    assert project(text(again, later).encode()).relations.by_id["t_look"].standard[0].limit.at_most == 1  # type: ignore[attr-defined]


def test_same_as_unites_what_names_do_not() -> None:
    """The participant's own id may be kept: it leads to the thing of the base."""
    theirs = """\
chains:
  - id: repair
    stages:
      - id: give
        zones:
          - id: out
            touchpoints:
              - {id: mine, same_as: t_out, name: Отдаём велосипед, pain: ищут ключ от замка}
              - {name: Проверка, owner: mechanic}
concept: {current_state: {findings: [{text: Ключ теряют., touchpoints: [mine]}]}}
"""
    result = merged(said(theirs))
    after = project(text(result).encode())
    assert "mine" not in after.relations.by_id
    assert after.relations.by_id["t_out"].pain[0].text == "ищут ключ от замка"  # type: ignore[attr-defined]
    assert after.concept.current_state.findings[0].touchpoints == ("t_out",)  # type: ignore[union-attr]
    assert [each.address for each in result.settled.conflicts] == ["t_out.name"]


def test_ids_of_two_people_do_not_collide() -> None:
    """Two things that happen to have one id are two; references follow."""
    one, other = (
        said(
            f"chains: [{{id: repair, stages: [{{id: take, touchpoints: [{{id: t1, name: {name}}}]}}]}}]\n"
            f"concept: {{current_state: {{findings: [{{text: Беда {name}, touchpoints: [t1]}}]}}}}",
            f"{{name: {who}}}",
        )
        for name, who in (("Очередь", "Анна"), ("Бумажный талон", "Олег"))
    )
    after = project(text(merged(one, other)).encode())
    found = {each.text: each.touchpoints for each in after.concept.current_state.findings}  # type: ignore[union-attr]
    names = {text: [after.relations.by_id[each].name for each in ids] for text, ids in found.items()}  # type: ignore[attr-defined]
    assert names == {"Беда Очередь": ["Очередь"], "Беда Бумажный талон": ["Бумажный талон"]}


def test_a_workbook_speaks_only_of_what_was_changed() -> None:
    """What it was filled with beforehand is nobody's word, be it made from the base or blank."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(project(BASE))))
    points = book["Точки касания"]
    heads = {str(cell.value): cell.column for cell in points[2]}
    points.cell(3, heads["Ожидание клиента"]).value = "цену назовут сразу"
    _fill_in(book, "Олег")
    result = merged(_bytes(book))
    assert [(each.address, each.opinions) for each in result.settled.points] == [
        ("t_look.client_expectation", {"oleg": "цену назовут сразу"})
    ]
    empty = openpyxl.load_workbook(io.BytesIO(blank("ru")))
    _fill_in(empty, "Анна")
    empty["Проблемные зоны"].cell(3, 4).value = "выявлена"
    result = merged(_bytes(empty))
    assert [(each.address, each.stands) for each in result.settled.points if each.field == "verdict"] == [
        ("concept.current_state.zone_audit[0].verdict", "found")
    ]
    assert text(result).count("problem_zone:") == 1


def _fill_in(book: openpyxl.Workbook, who: str) -> None:
    sheet = book["Участник"]
    for row in sheet.iter_rows(min_row=3):
        if row[1].value == "Имя участника":
            row[2].value = who


def _bytes(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


BROKEN = {
    "a reference to nobody": (said(look("owner: nobody")), "a.yaml:3:", "E-REF-01"),
    "a key that nothing has": (said("goals: []"), "a.yaml:3:1", "E-REF-04"),
    "a score outside the scale": (
        said("concept: {current_state: {criteria: [{id: c_terms, scores: [{round: w1, value: 40}]}]}}"),
        "a.yaml:3:",
        "E-ASM-01",
    ),
    "same_as of many": (said(look("same_as: [t_out]")), "a.yaml:3:", "E-MRG-02"),
    "a way that is none": (said("", "{mode: телепатия}"), "a.yaml:2:", "E-TYP-08"),
    "no schema": (b"concept: {purpose: x}", "a.yaml", "E-TYP-01"),
    "another schema": (b"schema: conceptgen-contribution/2", "a.yaml:1", "E-"),
    "a list": (b"- 1", "a.yaml", "E-"),
    "nothing": (b"", "a.yaml", "E-"),
    "noise": (bytes(range(256)), "a.yaml", "E-"),
    "a broken workbook": (b"PK\x03\x04 and no more", "a.yaml", "E-XLS"),
    "an alias bomb": (b"a: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]", "a.yaml", "E-"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_wrong_is_told_with_its_place(case: str) -> None:
    """Never raises; nothing of it goes into the file."""
    data, place, code = BROKEN[case]
    found = read(data)
    assert found.project is None
    assert any(str(each).startswith(place) and code in each.code for each in found.findings), found.findings


def test_a_build_makes_no_documents_of_a_contribution() -> None:
    """A folder holds the base and what participants sent."""
    assert is_input(BASE)
    assert not any(map(is_input, THREE))


def run(*words: object) -> Result:
    """The command in Russian."""
    return CliRunner(env={"LANG": "ru_RU.UTF-8"}).invoke(Program(), ["merge", *map(str, words)])


def test_the_command_writes_the_file_and_tells(tmp_path: Path) -> None:
    """Text and JSON; a trial writes nothing; all errors of all files at once."""
    names = [SAMPLES / f"{name}.yaml" for name in ("base", "manager", "receiver", "anonymous")]
    output = tmp_path / "m.yaml"
    trial = run(*names, "-o", output, "--dry-run", "--format", "json")
    assert trial.exit_code == 0
    record = json.loads(trial.stdout)
    assert record["differing"][0]["at"] == "t_look.owner"
    assert [each["median"] for each in record["scores"]] == ["4", "7", "9"]
    assert not output.exists()
    result = run(*names, "-o", output)
    assert "Приёмщик вечерней смены — Механик" in result.stdout
    assert output.read_text(encoding="utf-8") == text(merged(*THREE))
    assert run(*names, "-o", output).exit_code != 0, "an existing file is not overwritten"
    for name in ("x", "y"):
        (tmp_path / f"{name}.yaml").write_bytes(said(look("owner: nobody")))
    failed = run(names[0], tmp_path / "x.yaml", tmp_path / "y.yaml", tmp_path / "absent.yaml")
    assert failed.exit_code == 2
    assert all(f"{name}.yaml" in failed.stderr for name in ("x", "y", "absent"))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_paper_says_it_all(language: str) -> None:
    """What all say, where they differ, what one alone saw, what nobody answered."""
    base = BASE.replace(b"language: ru", f"language: {language}".encode())
    result = merged(*THREE, base=base)
    document = opinions(result, (((), ()),))
    words = " ".join(plain_text(document)).replace("\u00a0", " ")
    third = "Участник 3" if language == "ru" else "Participant 3"
    for known in ("Управляющий", "Пробный круг", "Звонок о готовности велосипеда", "3–8", third):
        assert known in words
    assert scope_of(result.project).words.language == language
    assert plain(result.project.contributions)
