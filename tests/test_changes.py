"""Changes of an input: found, told in words, merged, and written back without touching anything else."""

from __future__ import annotations

import copy
import difflib
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from filler import Filler
from made import in_turn

from conceptgen.changes import CannotApply, Change, Teller, apply, compare, merge
from conceptgen.changes.plain import plain
from conceptgen.cli.program import Program
from conceptgen.input import load, load_bytes
from conceptgen.model.project import Project

SAMPLES = sorted(Path("samples").glob("*.yaml"))
HEAD = 'schema: conceptgen/1\ndocument: {title: Проба, date: "2026-10-01"}\norganization: {name: Проба}\n'


def project(data: Any, name: str = "x.yaml") -> Project:
    if isinstance(data, dict):
        data, name = json.dumps(data, ensure_ascii=False), "x.json"
    loaded = load_bytes(data if isinstance(data, bytes) else data.encode(), name)
    assert loaded.project is not None, loaded.findings
    return loaded.project


def changed(old: str, new: str) -> str:
    """The old text with what makes it the new one applied."""
    changes = compare(project(old), project(new))
    return apply(changes, old.encode(), "x.yaml").decode()


def lines_touched(old: str, new: str) -> list[str]:
    return list(difflib.unified_diff(old.split("\n"), new.split("\n"), n=0, lineterm=""))[2:]


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    for key, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
        yield data, key
        if isinstance(value, dict | list):
            yield from places(value)


WORDS = (
    "Новый текст: с двоеточием",
    "два\nабзаца",
    "x # не комментарий",
    "'кавычки' \"и\" \\",
    "- не список",
    "~",
)


def mutated(data: dict[str, Any], chance: random.Random, count: int) -> dict[str, Any]:
    """The data with some texts changed, some entries removed, put in another order, added."""
    data = copy.deepcopy(data)
    for _ in range(count):
        holder, key = chance.choice(list(places(data)))
        if isinstance(holder, list):
            way = chance.choice(("pop", "shuffle", "add"))
            if way == "pop":
                del holder[key]
            elif way == "shuffle":
                chance.shuffle(holder)
            elif isinstance(holder[key], dict) and "text" in holder[key]:
                holder.insert(
                    chance.randrange(len(holder) + 1), {"text": f"Вставлено {chance.randrange(99)}"}
                )
        elif key in ("text", "name", "description", "conclusions", "purpose") and isinstance(
            holder[key], str
        ):
            holder[key] = chance.choice(WORDS)
        elif chance.random() < 0.3 and key != "id":
            del holder[key]
    return data


@pytest.mark.parametrize("name", in_turn("service_centre", "dealer"))
def test_whatever_was_changed_is_written_back_and_nothing_else(name: str) -> None:
    """The result loads, is the wished project, and comments of lines that stay are there."""
    path = Path(f"samples/{name}.yaml")
    data = path.read_bytes()
    old, tried = project(data), 0
    assert apply((), data, path.name) == data
    for seed in range(9):
        if tried == 2:
            break
        chance = random.Random(seed)
        new = load_bytes(
            json.dumps(mutated(plain(old), chance, chance.choice((1, 3, 6)))).encode(), "x.json"
        ).project
        if new is None:
            continue
        tried += 1
        result = apply(compare(old, new), data, path.name)
        assert compare(project(result), new) == (), seed
    assert tried == 2


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_nothing_changed_is_no_change(path: Path) -> None:
    """Short forms written out, keys in another order, JSON instead of YAML: the same input."""

    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: turned(value[key]) for key in reversed(value)}
        return [turned(each) for each in value] if isinstance(value, list) else value

    old = load(path).project
    assert old is not None
    assert compare(old, project(turned(plain(old)))) == ()


def test_one_number_touches_one_line() -> None:
    """A figure in the middle of a file of two thousand lines."""
    text = Path("samples/clinic.yaml").read_text(encoding="utf-8")
    wished = text.replace("at_most: 5\n", "at_most: 3\n", 1)
    assert changed(text, wished) == wished
    assert len(lines_touched(text, wished)) == 3


CONCEPT = HEAD + (
    "# перед концепцией\n"
    "concept:\n"
    "  principles:   # почему мы так делаем\n"
    "  - 'Мы слушаем'\n"
    "  # про второй принцип\n"
    "  - text: Мы отвечаем   # сразу\n"
    "    goals: [g_one]\n"
    "  goals:\n"
    "    - {id: g_one, text: Ждать меньше}\n"
    "    - id: g_two   # вторая\n"
    "      text: >-\n"
    "        Отвечать\n"
    "        в тот же день\n"
    "      tasks: Записывать вопросы\n"
    "# хвост\n"
)


@pytest.mark.parametrize(
    ("was", "becomes", "expected"),
    [
        ("  - 'Мы слушаем'\n", "  - 'Мы спешим'\n", "  - 'Мы спешим'\n"),
        ("Мы отвечаем   # сразу\n", "Мы отвечаем сами   # сразу\n", "  - text: Мы отвечаем сами   # сразу\n"),
        (
            "  - 'Мы слушаем'\n",
            "",
            "  principles:   # почему мы так делаем\n  # про второй принцип\n  - text:",
        ),
        (
            "text: Ждать меньше}",
            "text: 'Ждать меньше, чем год'}",
            '{id: g_one, text: "Ждать меньше, чем год"}',
        ),
        (
            "Отвечать\n        в тот же день",
            "Отвечать в тот же час",
            "      text: >-\n        Отвечать в тот же час\n",
        ),
        ("[g_one]", "[g_one, g_two]", "    goals: [g_one, g_two]\n"),
        ("id: g_one, text", "id: g_one, horizon: 2027-Q1, text", "text: Ждать меньше, horizon: 2027-Q1}"),
        (
            "  - 'Мы слушаем'\n",
            "  - {text: Мы слушаем, stop_doing: 'Нет: никогда'}\n",
            '    stop_doing: "Нет: никогда"\n',
        ),
        ("tasks: Записывать вопросы", "tasks: [Записывать вопросы, Отвечать]", "        - Отвечать\n"),
        ("tasks: Записывать вопросы\n", "rationale: '2027-01-01'\n", '      rationale: "2027-01-01"\n'),
    ],
)
def test_a_change_keeps_the_style_around_it(was: str, becomes: str, expected: str) -> None:
    """Comments, quotes, brackets, blocks: what stands beside the change keeps its bytes."""
    assert was in CONCEPT
    result = changed(CONCEPT, CONCEPT.replace(was, becomes))
    assert expected in result
    for comment in (
        "# перед концепцией\n",
        "# почему мы так делаем\n",
        "# про второй принцип\n",
        "# вторая\n",
        "# хвост\n",
    ):
        assert comment in result


def test_what_is_moved_takes_its_lines_along() -> None:
    """A touchpoint in another zone, with its comments; its neighbours keep theirs."""
    text = HEAD + (
        "chains:\n  - name: Визит\n    stages:\n      - name: Вход\n        touchpoints:\n"
        "          - id: t_one   # первая\n            name: Дверь\n            client_action: 'Входит'\n"
        "          - id: t_two\n            name: Стойка # вторая\n"
        "      - name: Выход\n        touchpoints: []\n"
    )
    wished = project(
        text.replace(
            "touchpoints: []", "touchpoints: [{id: t_one, name: Дверь, client_action: Входит}]"
        ).replace(
            "          - id: t_one   # первая\n            name: Дверь\n            client_action: 'Входит'\n",
            "",
        )
    )
    changes = compare(project(text), wished)
    assert [each.kind for each in changes] == ["move"]
    result = apply(changes, text.encode()).decode()
    assert (
        "          - id: t_one   # первая\n            name: Дверь\n            client_action: 'Входит'\n"
        in result
    )
    assert result.index("# вторая") < result.index("# первая")


def test_a_moved_item_that_was_also_changed_is_one_move() -> None:
    """A move is a move, with what changed inside."""
    text = HEAD + "concept: {goals: [{id: a, text: Один}, {id: b, text: Два}, {id: c, text: Три}]}\n"
    wished = HEAD + "concept: {goals: [{id: c, text: Три!}, {id: a, text: Один}, {id: b, text: Два}]}\n"
    assert [each.kind for each in compare(project(text), project(wished))] == ["move", "set"]
    assert "[{id: c, text: Три!}, {id: a, text: Один}, {id: b, text: Два}]" in changed(text, wished)


@pytest.mark.parametrize(
    "prepare", [lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t, lambda t: t.rstrip("\n")]
)
def test_line_ends_and_the_byte_order_mark_stay(prepare: Any) -> None:
    """Added lines end as the others do."""
    text = prepare(CONCEPT)
    wished = CONCEPT.replace(
        "tasks: Записывать вопросы", "tasks: [Записывать вопросы, Отвечать]\n      owner: неизвестно"
    )
    result = apply(compare(project(CONCEPT), project(wished)), text.encode()).decode()
    assert result.startswith("\ufeff") == text.startswith("\ufeff")
    assert result.count("\r\n") == (result.count("\n") if "\r\n" in text else 0)


@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_json_stays_json(indent: Any) -> None:
    """In one line, indented by blanks or by tabs; numbers stay numbers."""
    data = plain(project(CONCEPT))
    data["concept"]["current_state"] = {"scale": {"min": 1, "max": 10}}
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    wished = copy.deepcopy(data)
    wished["concept"]["current_state"]["scale"]["max"] = 5
    wished["concept"]["current_state"]["scale"]["low_threshold"] = 3
    wished["concept"]["goals"].append({"text": "Третья"})
    result = apply(compare(project(data), project(wished)), text.encode(), "x.json").decode()
    read = json.loads(result)
    assert read["concept"]["current_state"]["scale"]["max"] == 5
    assert read["concept"]["goals"][2] == "Третья"
    assert result.replace('"max": 5', "").startswith(text[:40])


def test_a_relation_told_at_its_other_end_is_no_change() -> None:
    """A finding names its action, or the action its finding."""
    body = (
        "concept:\n  current_state: {{findings: [{{id: f_one, text: Долго{0}}}]}}\n"
        "  programme: {{actions: [{{id: a_one, name: Ускорить{1}}}]}}\n"
    )
    one = HEAD + body.format(", actions: [a_one]", "")
    other = HEAD + body.format("", ", basis: {findings: [f_one]}")
    assert compare(project(one), project(other)) == ()
    neither = HEAD + body.format("", "")
    assert [each.kind for each in compare(project(one), project(neither))] == ["remove"]


def test_an_item_without_its_id_is_known_by_name_and_by_likeness() -> None:
    """Likeness is named as such."""
    old = project(HEAD + "concept: {goals: [Отвечать на звонки за минуту, Ждать меньше]}\n")
    new = project(
        HEAD
        + "concept: {goals: [{text: Ждать меньше, owner: неизвестно}, Отвечать на звонки за две минуты]}\n"
    )
    found = compare(old, new)
    assert {(each.kind, each.is_guess) for each in found} == {("move", False), ("set", False), ("set", True)}


def test_a_change_that_makes_the_input_wrong_is_refused() -> None:
    """Nothing is written that does not load."""
    wrong = Change("set", ("document", "date"), "document.date", (), "2026-10-01", "вчера")
    with pytest.raises(CannotApply):
        apply((wrong,), CONCEPT.encode())


# --- merging ---

BASE = HEAD + (
    "concept:\n  goals:\n    - {id: a, text: Один}\n    - {id: b, text: Два}\n"
    "  current_state:\n    conclusions: |\n      Первый абзац.\n      Второй абзац.\n      Третий абзац.\n"
)


def merged(ours: str, theirs: str) -> tuple[Project, int]:
    found = merge(project(BASE), project(ours), project(theirs))
    return project(apply(found.certain, ours.encode())), len(found.conflicts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("text: Один", "text: Раз"), ("text: Два", "text: Двое")),
        (("Первый абзац", "Начало"), ("Третий абзац", "Конец")),
        (
            ("    - {id: b, text: Два}\n", "    - {id: b, text: Два}\n    - {id: c, text: Три}\n"),
            ("text: Один", "text: Раз"),
        ),
        (("    - {id: a, text: Один}\n", ""), ("text: Два", "text: Двое")),
        (("text: Один", "text: Раз"), ("text: Один", "text: Раз")),
    ],
)
def test_changes_of_different_values_come_together(one: tuple[str, str], other: tuple[str, str]) -> None:
    """And it does not matter who is «ours»."""
    ours, theirs = BASE.replace(*one), BASE.replace(*other)
    both, conflicts = merged(ours, theirs)
    turned, turned_conflicts = merged(theirs, ours)
    assert conflicts == turned_conflicts == 0
    assert compare(both, turned) == ()
    assert compare(both, project(BASE.replace(*one).replace(*other))) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("text: Один", "text: Раз"), ("text: Один", "text: Единица")),
        (("Второй абзац", "Середина"), ("Второй абзац", "Сердцевина")),
        (("    - {id: a, text: Один}\n", ""), ("text: Один", "text: Раз")),
    ],
)
def test_what_cannot_both_be_is_a_conflict_and_ours_stands(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    """Never decided in silence."""
    ours = BASE.replace(*one)
    both, conflicts = merged(ours, BASE.replace(*other))
    assert conflicts == 1
    assert compare(both, project(ours)) == ()


# --- told in words ---


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_field_is_told_by_its_own_label(language: str) -> None:
    """Each text of the filler changed: a sentence with the new text, and no key of the input."""
    filler = Filler()
    data = filler.project()
    old = project(data)
    written = json.dumps(data, ensure_ascii=False)
    for text in filler.texts.values():
        assert text in written
    renamed = json.loads(written.replace("слово", "иное"))
    new = project(renamed)
    teller = Teller(old, new, language=language)
    told = [teller.sentence(each) for each in compare(old, new)]
    assert len(told) > 300
    for sentence in told:
        assert "_" not in sentence, sentence
        assert "{" not in sentence, sentence


def test_a_change_reads_like_a_sentence_of_the_field() -> None:
    """Label, name, was, is; dates and figures in words, an owner by name."""
    text = HEAD + (
        "concept:\n  indicators:\n    - name: Доля потерянных звонков\n      unit: pct\n"
        "      targets: [{at_most: 5, unit: pct, due: 2027-12-31}]\n      owner: r_head\n"
    )
    roles = "  roles: [{id: r_head, name: Управляющая}, {id: r_admin, name: Администратор}]\n"
    text = text.replace("organization: {name: Проба}\n", f"organization:\n  name: Проба\n{roles}")
    new = text.replace("at_most: 5", "at_most: 3").replace("owner: r_head", "owner: r_admin")
    old, new_project = project(text), project(new)
    teller = Teller(old, new_project)
    assert [teller.sentence(each).replace("\u00a0", " ") for each in compare(old, new_project)] == [
        "Показатель «Доля потерянных звонков», Целевые значения: было не более 5 %, стало не более 3 %",
        "Показатель «Доля потерянных звонков», Ответственный: было Управляющая, стало Администратор",
    ]


# --- the command ---


def test_compare_tells_changes_by_section_the_weighty_first(tmp_path: Path) -> None:
    """Text to read, JSON for programs; an input with errors is reported."""
    before, after, broken = (tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml"))
    text = HEAD + "concept: {goals: [{id: a, text: Один, direction: Вверх, horizon: 2027-12-31}]}\n"
    before.write_text(text, encoding="utf-8")
    after.write_text(text.replace("Вверх", "Вниз").replace("2027-12-31", "2027-11-30"), encoding="utf-8")
    broken.write_text("schema: conceptgen/1\n", encoding="utf-8")
    run = CliRunner().invoke
    told = run(Program(), ["compare", str(before), str(after)])
    lines = [line.replace("\u00a0", " ") for line in told.output.splitlines()]
    assert told.exit_code == 0
    assert lines[1] == "  ~ Цель «Один», Срок достижения: было 31 декабря 2027 г., стало 30 ноября 2027 г."
    assert "было «Вверх», стало «Вниз»" in lines[2]
    records = json.loads(run(Program(), ["compare", str(before), str(after), "--format", "json"]).output)
    assert [each["address"] for each in records] == ["concept.goals[a].direction", "concept.goals[a].horizon"]
    assert run(Program(), ["compare", str(before), str(before)]).output == "Ничего не изменилось.\n"
    assert run(Program(), ["compare", str(before), str(broken)]).exit_code == 2
