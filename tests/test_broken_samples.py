"""Broken samples: each mistake of a consultant is found, all at once, at its line and column."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from conceptgen.findings import Finding
from conceptgen.input import load
from conceptgen.languages import LANGUAGES, vocabulary

FOLDER = Path(__file__).parent.parent / "samples" / "broken"
FILES = sorted(FOLDER.iterdir())
EXPECTED = re.compile(r"^# ожидается: (\d+):(\d+) ([EWAN]-[A-Z]{3}-\d\d)$", re.MULTILINE)
# JSON has no comments to hold what is expected.
OF_JSON = {
    "text-in.json": [
        (3, 90, "E-TYP-07"),
        (3, 105, "E-TYP-07"),
        (4, 70, "E-TYP-07"),
        (7, 60, "E-REF-01"),
        (7, 87, "E-TYP-12"),
        (8, 68, "N-TYP-01"),
        (8, 83, "E-TYP-08"),
        (8, 102, "E-TYP-03"),
    ]
}
# What the author wrote, what is to be pasted, places and forms of a date.
_QUOTED = re.compile(r"«[^»]*»|\"[^\"]*\"|\{[^}]*\}|\([a-z_]+[.\[][^)]*\)|[A-Z]+\d\w*")
_WORD = re.compile(r"[A-Za-z][\w.]*")
_TECHNICAL = (
    "id",
    "to",
    "null",
    "current_state.scale",
    "true",
    "false",
    "FY",
    "conceptgen",
    "spaced",
    "closed",
)


def expected(file: Path) -> list[tuple[int, int, str]]:
    """What the first lines of a sample say must be found."""
    found = EXPECTED.findall(file.read_text(encoding="utf-8"))
    return OF_JSON.get(file.name, [(int(line), int(column), code) for line, column, code in found])


def found(file: Path) -> list[Finding]:
    """The findings of a sample."""
    return list(load(file).findings)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_mistake_is_found_at_its_place(file: Path) -> None:
    """Exactly the findings that the sample names: no more, no fewer, in the order of the file."""
    assert [(f.line, f.column, f.code) for f in found(file)] == expected(file)
    assert expected(file) != []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_message_says_what_to_do(file: Path) -> None:
    """One line: place, code, a sentence, and how to put it right; nothing of the program shows through."""
    for finding in found(file):
        assert re.fullmatch(r".+:\d+:\d+: [EN]-[A-Z]{3}-\d\d: [^a-zа-я].+( \(.+\))? → .+", str(finding)), (
            finding
        )
        assert not re.search(r"None|class|pydantic|Scalar|Mapping|dict", finding.message), finding


def test_ten_mistakes_at_once() -> None:
    """All ten are named, and each remedy is ready to be pasted."""
    told = [str(finding) for finding in found(FOLDER / "ten.yaml")]
    assert len(told) == 10
    remedies = (
        *("2026-10-05", "(manager)", "(horizon)", "шкалу", "другой id"),
        *(
            "проверьте день",
            "«запланировано» (planned)",
            "латиницей",
            "«min: 85, max: 90, unit: pct»",
            "местами",
        ),
    )
    for text, remedy in zip(told, remedies, strict=True):
        assert remedy.casefold() in text.casefold()


def test_suggestions() -> None:
    """A misspelt or translated key, a misspelt id, a name instead of an id, a Russian word off the list."""
    hints = {(f.path[-1:], f.hint) for file in FILES for f in found(file)}
    for key, near in (
        ("idicators", "«Показатели» (indicators)"),
        ("ovner", "«Ответственный» (owner)"),
        ("reson", "«Почему неизвестно» (reason)"),
    ):
        assert ((key,), f"Возможно, {near}") in hints
    assert (("цели",), "Здесь это «Цели и задачи» (goals)") in hints
    assert (("department",), "Возможно, «Регистратура» (reception)") in hints
    assert (("owner",), "Возможно, «Старший администратор» (senior_admin)") in hints
    assert ((0,), "Похоже, это «Санитар», но без id: допишите ему id и сошлитесь на него") in hints
    assert any(
        hint.startswith("Возможно, «высокий» (high); допустимо: «высокий» (high)") for _, hint in hints
    )


def test_nothing_of_a_broken_sample_becomes_a_project() -> None:
    """An input with an error is never worked on."""
    assert [file.name for file in FILES if load(file).project is not None] == []


def test_russian_messages_have_no_english_words() -> None:
    """But for the names of keys and values, which are what the author has to type."""
    words = vocabulary("ru")
    listed = {value for labels in words["lists"].values() for value in labels}
    listed |= {*words["documents"]["built_in"]}
    keys = {key.rpartition(".")[2].rstrip("_") for key in words["fields"]}
    for finding in (f for file in FILES for f in found(file)):
        ids = {*finding.ids, *(id_ for id_ in re.findall(r"\bid: (\w+)", _text_of(finding)))}
        said = _QUOTED.sub("", f"{finding.message} {finding.hint}")
        assert set(_WORD.findall(said)) - listed - keys - ids - {*_TECHNICAL} == set(), finding


def _text_of(finding: Finding) -> str:
    return Path(finding.file).read_text(encoding="utf-8")


def test_records_have_one_shape() -> None:
    """What a program reads: the same ten keys, plain data."""
    keys = ["code", "severity", "message", "hint", "file", "line", "column", "path", "ids", "suppressed"]
    for finding in (f for file in FILES for f in found(file)):
        record = finding.record()
        assert list(record) == keys
        assert json.loads(json.dumps(record)) == record
        assert record["severity"] in ("error", "note")


def test_both_languages_have_the_same_words() -> None:
    """A message that exists in Russian exists in English, with the same places to fill in."""
    ru, en = (vocabulary(language)["validation"] for language in LANGUAGES)
    assert {(c, k) for c, words in ru.items() for k in words} == {
        (c, k) for c, words in en.items() for k in words
    }
    for code, words in ru.items():
        for key, text in words.items():
            assert sorted(re.findall(r"\{(\w+)\}", text)) == sorted(
                re.findall(r"\{(\w+)\}", en[code][key])
            ), code


def test_every_code_has_words_and_is_produced() -> None:
    """No code is dead, none is mute: each stands in a broken sample, or in a test of its own."""
    package = Path(__file__).parent.parent / "conceptgen"
    sources = [*(package / "input").rglob("*.py"), *(package / "model").glob("*.py")]
    used = {c for file in sources for c in re.findall(r'"([EWAN]-[A-Z]{3}-\d\d)"', file.read_text("utf-8"))}
    words = {**vocabulary("ru")["validation"], **vocabulary("ru")["reading"]}
    assert used - set(words) == set()
    assert set(vocabulary("ru")["validation"]) - used == set()
    produced = {finding.code for file in FILES for finding in found(file)}
    tested = "".join(file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    assert [code for code in sorted(used - produced) if code not in tested] == []
