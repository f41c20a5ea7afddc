"""``check --fix`` makes the repairs that messages spell out, and nothing else: byte for byte, shown, kept beside."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conceptgen.cli.program import Program
from conceptgen.input import load
from conceptgen.input.fix import fix

HEAD = """\
# пишем вместе с заказчиком
schema: conceptgen/1
document: {title: Концепция, date: 2026-11-20}   # дата встречи
organization:
  name: Кафе «Мир»
  departments: [{id: hall, name: Зал}, {id: k1, name: Кухня}, {id: k2, name: Кухня}]
  roles:
    - {id: admin, name: Администратор зала}
"""
CASES = [
    # quotes around a text cut by a hash, a comma, a colon
    ("concept:\n  purpose: Стол #1 в городе\n", 'concept:\n  purpose: "Стол #1 в городе"\n'),
    (
        "concept: {goals: [{text: Гость садится, сразу}]}\n",
        'concept: {goals: [{text: "Гость садится, сразу"}]}\n',
    ),
    ("concept:\n  purpose: Правило: не ждать\n", 'concept:\n  purpose: "Правило: не ждать"\n'),
    ("concept:\n  purpose: @мир\n", 'concept:\n  purpose: "@мир"\n'),
    # decimal commas
    (
        "concept: {indicators: [{name: Ожидание, baseline: {value: 4,5, unit: min}}]}\n",
        "concept: {indicators: [{name: Ожидание, baseline: {value: 4.5, unit: min}}]}\n",
    ),
    (
        "concept:\n  indicators:\n    - name: Ожидание\n      baseline:\n        value: 4,5  # минуты\n",
        "concept:\n  indicators:\n    - name: Ожидание\n      baseline:\n        value: 4.5  # минуты\n",
    ),
    (
        "concept: {indicators: [{name: Ожидание, baseline: {value: '−4,5'}}]}\n",
        "concept: {indicators: [{name: Ожидание, baseline: {value: '-4.5'}}]}\n",
    ),
    # dates as in a letter
    ("concept: {programme: {start: 20.11.2026}}\n", "concept: {programme: {start: 2026-11-20}}\n"),
    ("concept: {programme: {start: ноябрь 2026}}\n", "concept: {programme: {start: 2026-11}}\n"),
    (
        "concept: {programme: {start: {from: 1 мая 2026 г., to: III квартал 2026}}}\n",
        "concept: {programme: {start: {from: 2026-05-01, to: 2026-Q3}}}\n",
    ),
    # one thing by its name
    (
        "concept: {goals: [{text: Цель, owner: администратор зала}]}\n",
        "concept: {goals: [{text: Цель, owner: admin}]}\n",
    ),
    ("concept: {goals: [{text: Цель, owner: 'Зал'}]}\n", "concept: {goals: [{text: Цель, owner: 'hall'}]}\n"),
    # other names of keys
    (
        "concept: {indicators: [{name: Ожидание, base: {value: 5}}]}\n",
        "concept: {indicators: [{name: Ожидание, baseline: {value: 5}}]}\n",
    ),
    (
        "concept:\n  goals:\n    - text: Цель\n      ответственный: admin\n",
        "concept:\n  goals:\n    - text: Цель\n      owner: admin\n",
    ),
]
LEFT = [
    "concept: {goals: [{text: Цель, owner: Кухня}]}\n",  # two of that name
    "concept: {goals: [{text: Цель, owner: admni}]}\n",  # a likely id is a guess
    "concept: {goals: [{text: Цель, ovner: admin}]}\n",  # so is a likely key
    "concept: {programme: {start: 05/06/2026}}\n",  # two days
    "concept: {indicators: [{name: Доля, base: {value: 5}, baseline: {value: 6}}]}\n",  # the name is taken
    "concept: {indicators: [{name: Доля, baseline: {value: '1,234'}}]}\n",  # a thousand, or not
    "concept:\n  purpose: «Правила\n  goals: 'Гость\n",  # where the quote ends only its author knows
]


def fixed(data: bytes) -> bytes:
    return fix(data, lambda text: load(text, "a.yaml").findings).data


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(("before", "after"), CASES)
def test_what_a_message_spells_out_is_done_and_every_other_byte_stays(
    before: str, after: str, ends: str, mark: str
) -> None:
    told, wanted = ((mark + (HEAD + body).replace("\n", ends)).encode() for body in (before, after))
    assert fixed(told) == wanted
    assert not [each for each in load(wanted, "a.yaml").findings if each.edit]


@pytest.mark.parametrize("body", LEFT)
def test_nothing_is_guessed(body: str) -> None:
    data = (HEAD + body).encode()
    assert load(data, "a.yaml").findings
    assert fixed(data) == data


@pytest.mark.parametrize("body", ["", *(after for _, after in CASES)])
def test_a_good_file_stays_as_it_is(body: str) -> None:
    data = (HEAD + body).encode()
    assert fixed(data) == data


def test_a_text_in_another_encoding_is_left_alone() -> None:
    data = (HEAD + CASES[7][0]).encode("utf-16")
    assert fixed(data) == data


def test_mistakes_that_hide_one_another_are_mended_in_one_go() -> None:
    before, after = (HEAD + "".join(pair) for pair in _all_in_one())
    assert fixed(before.encode()) == after.encode()


def _all_in_one() -> tuple[list[str], list[str]]:
    return (
        [
            "concept:\n",
            "  purpose: Правило: не ждать #1\n",
            "  goals: [{text: Быстро, сразу, owner: Администратор зала, horizon: май 2027}]\n",
            "  indicators: [{name: Ожидание, base: {value: 4,5, date: 1.05.2026}}]\n",
        ],
        [
            "concept:\n",
            '  purpose: "Правило: не ждать #1"\n',
            '  goals: [{text: "Быстро, сразу", owner: admin, horizon: 2027-05}]\n',
            "  indicators: [{name: Ожидание, baseline: {value: 4.5, date: 2026-05-01}}]\n",
        ],
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(Program(), list(args), prog_name="conceptgen")


def test_the_command_shows_the_difference_keeps_the_old_text_and_checks_the_new(folder: Path) -> None:
    before = (HEAD + CASES[7][0]).encode()
    (folder / "a.yaml").write_bytes(before)
    done = run("check", "a.yaml", "--fix")
    assert (
        "-concept: {programme: {start: 20.11.2026}}\n+concept: {programme: {start: 2026-11-20}}\n"
        in done.stdout
    )
    assert "a.yaml: исправлено мест: 1; прежний текст: a.yaml.bak" in done.stdout
    assert "N-DAT-01" not in done.stdout
    assert (folder / "a.yaml").read_bytes() == (HEAD + CASES[7][1]).encode()
    assert (folder / "a.yaml.bak").read_bytes() == before


def test_an_earlier_text_beside_the_file_is_never_lost(folder: Path) -> None:
    (folder / "a.yaml").write_text(HEAD + CASES[8][0], encoding="utf-8")
    (folder / "a.yaml.bak").write_bytes(b"earlier")
    assert "прежний текст: a.yaml.bak2" in run("check", "a.yaml", "--fix").stdout
    assert (folder / "a.yaml.bak").read_bytes() == b"earlier"


def test_where_nothing_is_to_be_done_nothing_is_written(folder: Path) -> None:
    (folder / "a.yaml").write_text(HEAD, encoding="utf-8")
    done = run("check", "a.yaml", "--fix", "--format", "json")
    assert done.stdout.startswith("[")
    assert "исправлять самой нечего" in run("check", "a.yaml", "--fix").stdout
    assert [each.name for each in folder.iterdir()] == ["a.yaml"]


@pytest.mark.usefixtures("folder")
def test_the_standard_input_cannot_be_repaired() -> None:
    done = run("check", "-", "--fix")
    assert (done.exit_code, "исправить негде" in done.stderr) == (2, True)


# ── a slip that hides others, other names of keys, doubt in the wrong place ──────────────────────────────────


def test_what_the_mending_of_a_key_would_bring_to_light_is_told_at_once() -> None:
    body = """\
  units:
    - {id: bar, name: Бар, parnt: hall}
    - {id: bar, name: Буфет}
    - {nam: Склад}
    - {id: Двор, name: Двор}
    - {id: roof, name: Крыша, parent: nobody}
"""
    data = HEAD.replace(
        "  departments: [{id: hall, name: Зал}, {id: k1, name: Кухня}, {id: k2, name: Кухня}]\n", body
    )
    found = load(data.encode(), "a.yaml").findings
    assert [each.code for each in found if each.line == 6] == ["E-REF-04"]
    assert {"E-REF-02", "E-REF-01", "E-REF-04", "E-TYP-01"} <= {each.code for each in found if each.line > 6}
    assert len(found) >= 6


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ("concept: {indicators: [{name: П, base: {value: 1}}]}\n", "baseline"),
        ("concept: {kpi: [{name: П}]}\n", "indicators"),
        ("concept: {goals: [{text: Ц, responsible: admin}]}\n", "owner"),
        ("concept: {indicators: [{name: П, targets: [{value: 1, deadline: 2027}]}]}\n", "due"),
        ("concept: {programme: {actions: [{name: М, due_date: 2027}]}}\n", "deadline"),
        ("concept: {programme: {actions: [{name: М, result: журнал}]}}\n", "deliverable"),
        ("chains: [{name: Ц, steps: [{name: Э}]}]\n", "stages"),
    ],
)
def test_another_name_of_a_key_is_answered(body: str, key: str) -> None:
    (finding,) = load((HEAD + body).encode(), "a.yaml").findings
    assert (finding.code, finding.hint[:7], finding.hint.endswith(f"» ({key})")) == (
        "E-REF-04",
        "Здесь э",
        True,
    )


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "concept: {goals: [{text: {unknown: tbd}}]}\n",
            "Неизвестным рядом можно записать: «Направление» (direction)",
        ),
        ("concept: {goals: [{text: Ц, priority: unknown}]}\n", "«Примечание» (remark) печатается сноской"),
        ("concept: {current_state: {scale: {unknown: tbd}}}\n", "«Примечание» (remark) печатается сноской"),
        ("chains: [{name: {unknown: {reason: tbd}}}]\n", "«Примечание» (remark) печатается сноской"),
    ],
)
def test_doubt_in_the_wrong_place_is_told_where_it_belongs(body: str, told: str) -> None:
    (finding,) = load((HEAD + body).encode(), "a.yaml").findings
    assert finding.code == "E-TYP-20"
    assert told in finding.hint
