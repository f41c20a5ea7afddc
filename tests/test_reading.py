"""The text reader: every awkward file gives its finding, in place and in plain words; nothing is lost in silence."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from conceptgen.findings import Finding
from conceptgen.input import limits
from conceptgen.input.text import yaml_events
from conceptgen.input.text.nodes import Mapping, Node, Scalar, Sequence
from conceptgen.input.text.read import language_of, read, read_file
from conceptgen.languages import vocabulary
from conceptgen.resources import template_path

VALID = """\
schema: conceptgen/1   # образец
document:
  title: Концепция сервиса чайной «Полынь»  # пояснение
  date: 2026-11-21
  version: "0.3"          # draft | approved
  contact: Приёмная, с 10 до 19
  approval: {mode: by_person, person: И. О. Фамилия}   # or by_act {act, number}
organization:
  segments:
    - {id: regulars, name: Постоянные гости, share_pct: 40, needs: [узнают, помнят]}
concept:
  purpose: |
    Документ задаёт правила # это текст.
      - и это: текст

  goals:
    - id: g_wait
      text: 'Гость не ждёт: ни у входа, ни на линии'
      basis: {criteria: [c_greet], findings: []}
    - text: "Стол #5 — «мой» 😀"
      remark: >
        складно
        в одну строку
"""


def found(text: str | bytes, name: str = "вход.yaml") -> list[Finding]:
    """Findings of a text."""
    return read(text if isinstance(text, bytes) else text.encode(), name)[1]


def tree(text: str | bytes, name: str = "вход.yaml") -> Mapping:
    """The tree of a text that has no findings."""
    root, findings = read(text if isinstance(text, bytes) else text.encode(), name)
    assert findings == []
    assert root is not None
    return root


def plain(node: Node | None) -> object:
    """The tree as plain data."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items()}
    return [plain(item) for item in node] if isinstance(node, Sequence) else node and str(node)


def test_a_good_file_gives_its_texts_and_no_findings() -> None:
    """Comments, block texts and braces read as any YAML reader reads them."""
    root = tree(VALID)
    assert plain(root) == yaml.load(VALID, yaml.BaseLoader)
    assert root["document"]["title"] == "Концепция сервиса чайной «Полынь»"  # type: ignore[index]


@pytest.mark.parametrize(
    "text", ["да", "no", "on", "NO", "y", "1.10", "007", "12:30", "1_000", "0o17", "2026-13-45", "1e5", "4,5"]
)
def test_no_type_is_guessed(text: str) -> None:
    """The author's own spelling of a value survives."""
    value = tree(f"a: {text}\n")["a"]
    assert (value, value.kind) == (text, "plain")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "kind", "is_null"),
    [
        ("", "plain", True),
        ("~", "plain", True),
        ("null", "plain", True),
        ('"null"', "quoted", False),
        ("''", "quoted", False),
    ],
)
def test_an_absent_value_is_told_from_an_empty_text(text: str, kind: str, is_null: bool) -> None:
    """Nothing, ``~`` and ``null`` are absent; quotes make a text."""
    value = tree(f"a: {text}\n")["a"]
    assert isinstance(value, Scalar)
    assert (value.kind, value.is_null) == (kind, is_null)


def test_places_count_characters_in_cyrillic_and_emoji_lines() -> None:
    """Columns count what the author sees, not bytes."""
    root = tree('\ufeffимя: {😀😀: "🙂 текст", б: [один, два]}\nв:\n  - г: "д"\n')
    inner, last = root["имя"], root["в"][0]  # type: ignore[index]
    assert isinstance(inner, Mapping)
    assert isinstance(last, Mapping)
    assert (inner.line, inner.column) == (1, 6)
    assert inner.keys_at == {"😀😀": (1, 7), "б": (1, 22)}
    assert [(n.line, n.column) for n in (inner["😀😀"], inner["б"], *inner["б"], last, last["г"])] == [  # type: ignore[union-attr]
        (1, 11), (1, 25), (1, 26), (1, 32), (3, 5), (3, 8)
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_change_nothing(end: str, mark: str) -> None:
    """A file saved on another system is the same file."""
    variant = (mark + VALID).replace("\n", end)
    assert read(variant.encode(), "a.yaml") == read(VALID.encode(), "a.yaml")
    assert tree(variant)["concept"].line == tree(VALID)["concept"].line


def test_texts_are_composed_and_their_line_ends_equal() -> None:
    """One form of й and ё; one line end."""
    root = tree('и\u0306мя: е\u0308лка\nв: "а\\r\\nб\\rв"\n')
    assert plain(root) == {"ймя": "ёлка", "в": "а\nб\nв"}


def test_unusual_line_separators_and_spaces_stay_in_the_text() -> None:
    """What YAML 1.1 took for line ends is text."""
    assert tree("a: б\u0085в\u2028г\u2029д\u00a0е\u00adж\n")["a"] == "б\u0085в\u2028г\u2029д\u00a0е\u00adж"


@pytest.mark.parametrize(
    "encoding", ["cp1251", "koi8-r", "cp866", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_another_encoding_is_named_with_the_way_out(encoding: str) -> None:
    """The message names the encoding to open the file in."""
    text = "document:\n  title: Концепция клиентского сервиса\n  place: Приозёрск\n"
    names = {"cp1251": "Windows-1251", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
    root, (finding,) = read(text.encode(encoding), "a.yaml")
    assert root is None
    assert finding.code == "E-ENC-01"
    assert names.get(encoding, encoding.upper()) in finding.message
    assert "UTF-8" in finding.hint
    assert (finding.line, finding.column) == ((1, 1) if encoding.startswith("utf") else (2, 10))


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        ("a: “Hello” – café\n".encode("cp1252"), 1, 4, "Windows-1252"),
        (b"\xef\xbb\xbf" + "a: “Hello” – café\n".encode("cp1252"), 1, 4, "Windows-1252"),
        ("a: the “café…”\n".encode("cp1252"), 1, 8, "Windows-1252"),
        (b"\xef\xbb\xbf" + "a: Привет, кафе\n".encode("cp1251"), 1, 4, "Windows-1251"),
        (b"\xef\xbb\xbf" + "a: Привет, кафе\n".encode("cp866"), 1, 4, "CP866"),
        ("a: б\r\nя: ю".encode()[:-1], 2, 4, "обрывается посередине знака"),
        ("а: б\n".encode() + b"b: \xc0\x80\n", 2, 4, "C0"),
        ("а: очень хорошо\n".encode() + b"b: \xff\n", 2, 4, "FF"),
        (b"PK\x03\x04\x14\x00", 1, 1, "не текстовый файл"),
        (bytes(1_000_000), 1, 1, "не текстовый файл"),
    ],
)
def test_broken_bytes_are_shown_at_the_first(data: bytes, line: int, column: int, words: str) -> None:
    """A file damaged, cut or of another kind."""
    (finding,) = found(data)
    assert (finding.code, finding.line, finding.column) == ("E-ENC-01", line, column)
    assert words in finding.message


MISTAKES = [
    # text, code, line, column, what the hint must contain
    ("a:\n- name: Цель: повысить NPS\n- b: c\n", "E-YML-01", 2, 13, '- name: "Цель: повысить NPS"'),
    ("a:\n- Цель: повысить: NPS\n", "E-YML-01", 2, 17, '- "Цель: повысить: NPS"'),
    ("a: @полынь\nb: c\n", "E-YML-01", 1, 4, 'a: "@полынь"'),
    ("a: %скидка\n", "E-YML-01", 1, 4, 'a: "%скидка"'),
    ("a: `код`\n", "E-YML-01", 1, 4, 'a: "`код`"'),
    ("a: *важно* знать\n", "E-YML-01", 1, 4, 'a: "*важно* знать"'),
    ("a: & Сыновья\n", "E-YML-01", 1, 4, 'a: "& Сыновья"'),
    ("a: > 5 минут  # с утра\n", "E-YML-01", 1, 4, 'a: "> 5 минут"'),
    ("a: >5\nb: c\n", "E-YML-01", 1, 4, 'a: ">5"'),
    ("a: | черта\n", "E-YML-01", 1, 4, 'a: "| черта"'),
    ("a: ] скобка\n", "E-YML-01", 1, 4, 'a: "] скобка"'),
    ("a: , запятая\n", "E-YML-01", 1, 4, 'a: ", запятая"'),
    ("a: - дефис\n", "E-YML-01", 1, 4, 'a: "- дефис"'),
    ("a: [x] готово\n", "E-YML-01", 1, 8, 'a: "[x] готово"'),
    ("a: {имя}, привет\n", "E-YML-01", 1, 9, 'a: "{имя}, привет"'),
    ("a: 'it's'\n", "E-YML-01", 1, 8, 'a: "it\'s"'),
    ('a: "Полынь" — чайная\n', "E-YML-01", 1, 13, "a: '\"Полынь\" — чайная'"),
    ('a: "Чайная "Полынь""\n', "E-YML-01", 1, 13, "a: 'Чайная \"Полынь\"'"),
    ('a: "Полынь\nb: "в"\nc: d\n', "E-YML-01", 1, 4, 'a: "Полынь"'),
    ("a: 'Полынь\nb: c\n", "E-YML-01", 1, 4, "a: 'Полынь'"),
    ('a: "б",\nb: c\n', "E-YML-01", 1, 7, 'a: "б"'),
    ("name:Полынь\nb: c\n", "E-YML-01", 1, 1, "name: Полынь"),
    ("b: c\nпросто слова\nd: e\n", "E-YML-01", 2, 1, "поле: значение"),
    ("просто слова\n# б\nd: e\n", "E-YML-01", 1, 1, "поле: значение"),
    ("a: {text: ответ: да, who: x}\n", "E-YML-01", 1, 16, 'text: "ответ: да"'),
    ("a: [один, два\nb: c\n", "E-YML-01", 1, 4, "Закройте её"),
    ("a:\n  b: 1\n   c: 2\n", "E-YML-01", 3, 4, "с одного столбца"),
    ("a:\n   b: 1\n  c: 2\n", "E-YML-01", 3, 3, "с одного столбца"),
    ("a: б\n- в\n", "E-YML-01", 2, 1, "с одного столбца"),
    ('a: "C:\\моё"\n', "E-YML-01", 1, 6, 'a: "C:\\\\моё"'),
    ("%tag\n", "E-YML-01", 1, 1, "кавычки"),
    ("goals: []\nid: x\ngoals: []\n", "E-YML-02", 3, 1, "Оставьте одно"),
    ("a: {b: 1, c: 2, b: 3}\n", "E-YML-02", 1, 17, "Оставьте одно"),
    ("ё: 1\nе\u0308: 2\n", "E-YML-02", 2, 1, "Оставьте одно"),
    ("a:\n\t- b\n", "E-YML-03", 2, 1, "пробелами"),
    ("a:\n  b: 1\n  \tc: 2\n", "E-YML-03", 3, 3, "пробелами"),
    ("a: &amp Сыновья\n", "E-YML-04", 1, 4, 'a: "&amp Сыновья"'),
    ("a: *b\n", "E-YML-04", 1, 4, "Впишите само значение"),
    ("<<: {a: b}\n", "E-YML-04", 1, 1, "Впишите нужные поля"),
    ("a: !important письмо\n", "E-YML-05", 1, 4, 'a: "!important письмо"'),
    ("a: ! письмо\n", "E-YML-05", 1, 4, 'a: "! письмо"'),
    ("a: !include other.yaml\n", "E-YML-05", 1, 4, 'a: "!include other.yaml"'),
    ("a: !!python/object/apply:os.system [x]\n", "E-YML-05", 1, 4, "Уберите"),
    ("a: !!binary aGk=\n", "E-YML-05", 1, 4, "Уберите"),
    ("a: b\n---\nc: d\n", "E-YML-06", 2, 1, "разделите файл"),
    ("a: b\n...\nc: d\n", "E-YML-06", 3, 1, "разделите файл"),
    ("", "E-YML-07", 1, 1, "document"),
    ("\ufeff\n", "E-YML-07", 1, 1, "document"),
    ("# только пояснение\n", "E-YML-07", 1, 1, "document"),
    ("просто текст\n", "E-YML-07", 1, 1, "document:"),
    ("- a\n- b\n", "E-YML-07", 1, 1, "document:"),
    ("a: {text: Доверяют, но проверяют, who: x}\n", "E-YML-08", 1, 21, 'text: "Доверяют, но проверяют"'),
    ("a: {text: раз, два, три}\n", "E-YML-08", 1, 16, 'text: "раз, два, три"'),
    ("a: {value: 4,5}\n", "E-YML-08", 1, 14, "value: 4.5"),
    ("a: {value: 40, единица: %}\n", "E-YML-01", 1, 25, ": unit: pct"),
    ("a: {value: 40, unit: %}\n", "E-YML-01", 1, 22, ": unit: pct"),
    ("a:\n  unit: %\n", "E-YML-01", 2, 9, ": unit: pct"),
    ("a: {text: @head, who: x}\n", "E-YML-01", 1, 11, ': text: "@head"'),
    ("a:\n  -id: x\n", "E-YML-01", 2, 3, "пробел: - id: x"),
    ("a:\n  -id: x\n    text: y\n", "E-YML-01", 2, 3, "пробел: - id: x"),
    ("a:\n  -id: x\n   text: y\n  -id: z\n", "E-YML-01", 2, 3, "пробел"),
    ("a:\n  - id: x\n  -id: y\n", "E-YML-01", 3, 3, "пробел: - id: y"),
    ("a:\n  – id: x\n    text: y\n", "E-YML-01", 2, 3, "прямой дефис и пробел: - id: x"),
    ("a:\n  - id: x\n  — id: y\n", "E-YML-01", 3, 3, "прямой дефис и пробел: - id: y"),
    ("a: {раз, who: x}\n", "E-YML-08", 1, 5, "поле: значение"),
    ("a: стол #3\nb: c\n", "E-YML-09", 1, 9, 'a: "стол #3"'),
    ("accent: #AA0000\nb: c\n", "E-YML-09", 1, 9, 'accent: "#AA0000"'),
    ("accent:   #AA0000\n", "E-YML-09", 1, 11, 'accent: "#AA0000"'),
    ("a: {text: стол #3, who: x}\nb: c\n", "E-YML-09", 1, 16, 'text: "стол #3"'),
    ("a:\n\u00a0\u00a0b: c\n\u00a0\u00a0d: e\n", "E-YML-10", 2, 1, "обычными пробелами"),
    ("a:\n  \u00a0- b\n", "E-YML-10", 2, 3, "обычными пробелами"),
    ("name:\u00a0Полынь\nb: c\n", "E-YML-10", 1, 6, "обычными пробелами"),
    ("a b\u00a0: c\n", "E-YML-10", 1, 4, "заново"),
    ("a: b\n<<<<<<< HEAD\nb: c\n=======\nb: d\n>>>>>>> x\n", "E-YML-11", 2, 1, "Выберите одну"),
    ("~: a\n", "E-YML-12", 1, 1, "название"),
    (": a\n", "E-YML-12", 1, 1, "название"),
    ("? a\n: b\n", "E-YML-12", 1, 3, "кавычки"),
    ("? [a]\n: b\n", "E-YML-12", 1, 3, "кавычки"),
    ("[a]: b\n", "E-YML-12", 1, 1, "кавычки"),
    ("a: {{ имя }}\nb: c\n", "E-YML-12", 1, 5, 'a: "{{ имя }}"'),
    ("a: {b: {{ имя }}, c: d}\n", "E-YML-12", 1, 9, 'b: "{{ имя }}"'),
    ("a: б\x0bв\n", "E-ENC-02", 1, 5, "сотрите"),
    ("a: б\x7f\uffff".replace("\x7f", ""), "E-ENC-02", 1, 5, "сотрите"),
    ('a: "б\\0"\n', "E-ENC-02", 1, 6, "Уберите"),
    ('a: "\\\\ \\uFFFE"\n', "E-ENC-02", 1, 8, "Уберите"),
    ('a: "б \\ud800"\n', "E-ENC-02", 1, 7, "Уберите"),
    ('a: "б \\ud83d\\ude00"\n', "E-ENC-02", 1, 7, 'a: "б 😀"'),
    ("a: б\u202eв\n", "W-ENC-01", 1, 5, "заново"),
    ("a: сло\u200bво\n", "W-ENC-01", 1, 7, "заново"),
    ("a: сло\ufeffво\n", "W-ENC-01", 1, 7, "заново"),
    ("a: приказ в„– 5\n", "W-ENC-02", 1, 11, "«№»"),
    ("a: РџСЂРёРІРµС‚\n", "W-ENC-02", 1, 4, "«Привет»"),
    ("a: Ð¿Ñ€Ð¸Ð²ÐµÑ‚\n", "W-ENC-02", 1, 4, "«привет»"),
    ("a: пот\ufffdряно\n", "W-ENC-02", 1, 7, "Впишите"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "line", "column", "remedy"), MISTAKES)
def test_a_mistake_is_told_once_at_its_place_with_its_remedy(
    text: str, code: str, line: int, column: int, remedy: str
) -> None:
    """The catalogue of awkward YAML."""
    (finding,) = found(text)
    assert (finding.code, finding.line, finding.column) == (code, line, column)
    assert remedy in finding.hint
    assert finding.file == "вход.yaml"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a:\n- b: {text: x, y}\n", ("a", 0, "b", "text")),
        ("a:\n- - б\n  - в #3\n", ("a", 0, 1)),
        ("a: {b: 1, b: {c: 2}}\n", ("a", "b")),
        ("a: [{b: !t c}]\n", ("a", 0, "b")),
        ("a: [x, {b: \u202ec}]\n", ("a", 1, "b")),
        (f"a: [x, {'y' * (limits.TEXT + 1)}]\n", ("a", 1)),
    ],
)
def test_a_finding_names_the_path_of_its_value(text: str, path: tuple[str | int, ...]) -> None:
    """Keys and indexes from the root."""
    assert [finding.path for finding in found(text)] == [path]


@pytest.mark.parametrize(
    "text",
    [
        "a: стол  #3\n",
        "a: стол # 3\n",
        "a: 'стол' #3\n",
        "a: стол#3\n",
        "a: |  # заметка\n  стол #3\n",
        "a: #\n  b: c\n",
        "a:\n  - b  #x\n",
        "#a\na: b\n",
        "a:   #todo\n",
        "a: {b: c}  #д\n",
        "a: {b: , c: d}\n",
        "a: [б, в]\n",
        "a: |\n  текст\n  \u00a0- пункт\n  \u00a0\u00a0поле: текст\n",
        'a: "б\n  \u00a0- в"\n',
        "a: № 5, 10 %\n",
        "a: http://x.ru/?b=c#d\n",
        "a: «В„цвете»\n",
        "a: СССР «РС» Рё, «Р» и «С»\n",
        "a: 👨‍👩‍👧 и 🏴󠁧󠁢󠁥󠁮󠁧󠁿\n",
        "---\na: b\n...\n",
        "%YAML 1.2\n---\na: b\n",
        "a: '{{ имя }}'\n",
        "a: Здравствуйте, {{ имя }}!\n",
        "a: it's\n",
        "a: =======\n",
        "a:\tб\n",
        "a: x <<<<<<< HEAD\n",
        "a: что? да\n",
    ],
)
def test_ordinary_writing_stays_silent(text: str) -> None:
    """No false alarms."""
    assert found(text) == []


def test_what_is_mended_reads_as_the_author_meant() -> None:
    """The tree goes on to the next checks, so that one run shows all."""
    text = (
        "a: Цель: рост\nb: {text: Доверяют, но проверяют, who: x}\nc: стол #3\nd: !t е\ne: 'it's'\nf:\u00a0ж\n"
        "g: {{ имя }}\nh: 1\nh: 2\n"
    )
    root, findings = read(text.encode(), "a.yaml")
    assert [finding.line for finding in findings] == [1, 2, 3, 4, 5, 6, 7, 9]
    assert plain(root) == {
        "a": "Цель: рост", "b": {"text": "Доверяют, но проверяют", "who": "x"}, "c": "стол #3", "d": "!t е",
        "e": "it's", "f": "ж", "g": "{{ имя }}", "h": "1",
    }  # fmt: skip


def test_an_unrecoverable_mistake_comes_with_those_before_it() -> None:
    """One run shows all that can be known."""
    root, findings = read("a: б\x0b\nb: {t: x, y}\nc: 1\nc: 2\nd:\n\t- e\n".encode(), "a.yaml")
    assert root is None
    assert [finding.code for finding in findings] == ["E-ENC-02", "E-YML-08", "E-YML-02", "E-YML-03"]


def test_both_lines_of_an_equal_key_are_told() -> None:
    """The author sees both places."""
    (finding,) = found("goals: []\nid: x\ngoals: []\n")
    assert (finding.line, finding.message) == (3, "Поле «goals» уже есть в строке 1")


@pytest.mark.parametrize(
    "text",
    ["a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "a: &a [*a]\n", "a: &a {b: c}\nd:\n  <<: *a\n"],
)
def test_references_are_refused_not_followed(text: str) -> None:
    """No expansion, hence no bomb."""
    root, findings = read(text.encode(), "a.yaml")
    assert root is None
    assert {finding.code for finding in findings} == {"E-YML-04"}


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"a: " + b"[" * 100_000, "a.yaml", "E-LIM-02"),
        (b"a: " + b"[" * 100_000 + b"]" * 100_000, "a.yaml", "E-LIM-02"),
        *(
            (b"a: " + left * deep + right * deep * closed, "a.yaml", "E-LIM-02")
            for left, right in ((b"[", b"]"), (b"{", b"}"), (b"[{", b"}]"), (b"{a: ", b"}"), (b"[\n", b"]"))
            for deep in (500, 999, 1_000, 1_001, 100_000)
            for closed in (True, False)
        ),
        (b'{"a": ' * 100_000, "a.json", "E-LIM-02"),
        (b'{"a": ' + b"[" * 100_000, "a.json", "E-LIM-02"),
        (b"- " * 100_000, "a.yaml", "E-LIM-02"),
        (b"".join(b" " * i + b"a:\n" for i in range(500)), "a.yaml", "E-LIM-02"),
        (b"a: " + b"x" * (limits.TEXT + 1), "a.yaml", "E-LIM-03"),
        (b'{"a": "' + b"x" * (limits.TEXT + 1) + b'"}', "a.json", "E-LIM-03"),
        (b"a: [" + b"1," * (limits.NODES + 1) + b"1]", "a.yaml", "E-LIM-04"),
        (b'{"a": [' + b"1," * (limits.NODES + 1) + b"1]}", "a.json", "E-LIM-04"),
        (b"a: {t: a" + b", b" * (limits.NODES + 1) + b"}", "a.yaml", "E-LIM-04"),
        (b"a: b\n" * 100_000, "a.yaml", "E-LIM-05"),
        (b"a" * (limits.BYTES + 1), "a.yaml", "E-LIM-01"),
    ],
)
def test_a_bomb_is_refused(data: bytes, name: str, code: str) -> None:
    """Deep, long, wide: a finding, no hang, no crash."""
    assert code in [finding.code for finding in found(data, name)]


NESTED = {
    "lists": ("[", "]"),
    "braces": ("{", "}"),
    "fields": ("{a: ", "}"),
    "mixed": ("[{", "}]"),
    "items": ("[a, ", "]"),
    "pairs": ("[a: ", "]"),
    "lines": ("[\n", "\n]"),
    "anchored": ("&a [", "]"),
    "quoted": ('["]", ', "]"),
}


class _Unlimited(yaml.SafeLoader):
    """A parser without a limit of its own."""


def _limited(levels: int, marked: bool) -> type[yaml.SafeLoader]:
    """A parser that refuses nesting by itself, before it tells of anything, as libyaml does from 0.2.6 on."""

    class Limited(yaml.SafeLoader):
        def __init__(self, text: str) -> None:
            super().__init__(text)
            depth = 0
            for offset, sign in enumerate(text):
                depth += (sign in "[{") - (sign in "]}")
                if depth > levels:
                    mark = yaml.Mark("", offset, 0, offset, None, 0)
                    raise yaml.MarkedYAMLError("", mark, "", mark) if marked else yaml.YAMLError

    return Limited


@pytest.mark.parametrize("closed", [True, False], ids=["closed", "unclosed"])
@pytest.mark.parametrize("deep", [33, 63, 64, 65, 100, 1_001])
@pytest.mark.parametrize("kind", NESTED)
def test_nesting_is_counted_by_us_whatever_the_parser_allows(
    kind: str, deep: int, closed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same findings on both sides of a parser's own limit, one of them of the depth."""
    opening, closing = NESTED[kind]
    text = f"b: c\na: {opening * deep}{closing * deep * closed}\n"
    told = [found(text)]
    for parser in (_Unlimited, _limited(64, marked=True), _limited(64, marked=False)):
        monkeypatch.setattr(yaml_events, "_Parser", parser)
        told.append(found(text))
    assert told == [told[0]] * 4
    (stop,) = (each for each in told[0] if each.code == "E-LIM-02")
    assert stop.message == "Вложенность глубже 32 уровней"
    if kind == "lists":
        assert (stop.line, stop.column) == (2, 35)


def test_a_parser_that_stops_among_brackets_of_a_text_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Brackets that are text do not nest: the mistake stays the one it is."""
    text = f"a: слова {'[' * 40}\nb: c: d\n"
    assert [each.code for each in found(text)] == ["E-YML-01"]
    monkeypatch.setattr(yaml_events, "_Parser", _limited(20, marked=False))
    assert "E-LIM-02" not in [each.code for each in found(text)]


def test_ten_thousand_rows_are_read() -> None:
    """A large honest file."""
    rows = "".join(f"- name: Строка {i}\n  price: {i}.10\n  unit: шт.\n" for i in range(10_000))
    root = tree(
        "rows:\n" + rows.replace("- ", "  - ").replace("  price", "    price").replace("  unit", "    unit")
    )
    assert len(root["rows"]) == 10_000


JSON_MISTAKES = [
    ('{"a": 1,}', "E-JSN-01", 1, 9, "Удалите эту запятую"),
    ('{"a": [1, ]}', "E-JSN-01", 1, 11, "Удалите эту запятую"),
    ("{'a': 1}", "E-JSN-01", 1, 2, "двойные кавычки"),
    ("{“a”: 1}", "E-JSN-01", 1, 2, "двойные кавычки"),
    ("{a: 1}", "E-JSN-01", 1, 2, '"a"'),
    ('{"a": True}', "E-JSN-01", 1, 7, "true"),
    ('{"a": слово}', "E-JSN-01", 1, 7, '"слово"'),
    ('{"a": NaN}', "E-JSN-01", 1, 7, "null"),
    ('{"a": -Infinity}', "E-JSN-01", 1, 7, "null"),
    ('{"a": 01}', "E-JSN-01", 1, 7, "0.5"),
    ('{"a": .5}', "E-JSN-01", 1, 7, "0.5"),
    ('{"a": 1.}', "E-JSN-01", 1, 7, "0.5"),
    ('{"a": -}', "E-JSN-01", 1, 7, "0.5"),
    ('{"a" 1}', "E-JSN-01", 1, 6, "Поставьте двоеточие"),
    ('{"a": 1\n "b": 2}', "E-JSN-01", 2, 2, "Поставьте запятую"),
    ('{"a": 1} x', "E-JSN-01", 1, 10, "Удалите всё"),
    ('{"a": "б\nв"}', "E-JSN-01", 1, 7, "Закройте её"),
    ('{"a": "б\tв"}', "E-JSN-01", 1, 9, "пробелом"),
    ('{"a": "б\\q"}', "E-JSN-01", 1, 9, "Удвойте"),
    ('{"a": [1}', "E-JSN-01", 1, 9, "своей парой"),
    ('{"a": [1', "E-JSN-01", 1, 7, "Закройте её"),
    ('{"a": }', "E-JSN-01", 1, 7, "Впишите значение"),
    ('{\n// б\n"a": 1}', "E-JSN-01", 2, 1, "пояснение"),
    ('{"a":\u00a01}', "E-JSN-01", 1, 6, "обычным пробелом"),
    ('{"a": ;}', "E-JSN-01", 1, 7, "Удалите его"),
    ('{;}', "E-JSN-01", 1, 2, "Удалите его"),
    ('{"a": 1,\n "a": 2}', "E-YML-02", 2, 2, "Оставьте одно"),
    ('{"a": "\\u0000"}', "E-ENC-02", 1, 8, "Уберите"),
    ('{"a": "б\\ud83d"}', "E-ENC-02", 1, 9, "Уберите"),
    ("{}x".replace("x", "\x01"), "E-ENC-02", 1, 3, "сотрите"),
    ("[]", "E-YML-07", 1, 1, "document"),
    ("", "E-YML-07", 1, 1, "document"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "line", "column", "remedy"), JSON_MISTAKES)
def test_a_mistake_in_json_is_told_in_the_same_way(
    text: str, code: str, line: int, column: int, remedy: str
) -> None:
    """The catalogue of awkward JSON."""
    (finding,) = found(text, "вход.json")
    assert (finding.code, finding.line, finding.column) == (code, line, column)
    assert remedy in finding.hint


def test_json_keeps_types_numbers_and_places() -> None:
    """Numbers stay as written, escapes are read."""
    text = (
        '{"a": 1.10, "b": true, "c": null, "d": "😀\\ud83d\\ude00\\/", "e": ' + "9" * 5000 + ', "f": 1e999}'
    )
    root = tree("\ufeff" + text, "a.json")
    values = [value for value in root.values() if isinstance(value, Scalar)]
    assert [value.kind for value in values] == ["number", "boolean", "null", "quoted", "number", "number"]
    assert values[:4] == ["1.10", "true", "null", "😀😀/"]
    assert values[4] == "9" * 5000
    assert [(value.line, value.column) for value in values][:4] == [(1, 7), (1, 18), (1, 29), (1, 40)]
    assert root.keys_at["b"] == (1, 13)


def test_json_and_yaml_of_the_same_data_give_the_same_texts() -> None:
    """The two formats are equals."""
    data = yaml.load(VALID, yaml.BaseLoader)
    assert plain(tree(json.dumps(data, ensure_ascii=False, indent=1), "a.json")) == plain(tree(VALID))
    assert plain(tree(json.dumps(data), "a.json")) == plain(tree(VALID))


@pytest.mark.parametrize(
    ("name", "kind"), [("stdin", "number"), ("x.txt", "number"), ("X.JSON", "number"), ("a.yml", "plain")]
)
def test_the_name_or_else_the_first_character_tells_the_format(name: str, kind: str) -> None:
    """A brace opens JSON only where the name leaves it open."""
    assert tree(' {"a": 1}', name)["a"].kind == kind  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("document:\n  language: en  # x\n", "en"),
        ('{"document": {"language": "en"}}', "en"),
        ("language: 'en'", "en"),
        ("document: {title: x, language: en}", "en"),
        ("a: b", "ru"),
        ("language: ru", "ru"),
        ("language: english", "ru"),
    ],
)
def test_messages_speak_the_language_of_the_input(text: str, language: str) -> None:
    """Declared near the top, else Russian."""
    assert language_of(text) == language


def test_an_english_input_is_told_in_english() -> None:
    """The whole line as printed."""
    (finding,) = found("document: {language: en}\na: b: c\n")
    message = "A colon inside the text reads as the start of a new field"
    assert str(finding) == f'вход.yaml:2:5: E-YML-01: {message} → Put the text in quotes: a: "b: c"'


def test_both_languages_tell_the_same_with_the_same_facts() -> None:
    """No sentence and no fact is missing in a language."""
    ru, en = (dict(_sentences(vocabulary(language)["reading"])) for language in ("ru", "en"))
    assert ru.keys() == en.keys()
    for key in ru:
        assert set(re.findall(r"{\w+}", ru[key])) == set(re.findall(r"{\w+}", en[key])), key


def test_russian_sentences_have_no_foreign_words() -> None:
    """Plain Russian, but for names of things."""
    allowed = {"UTF", "Word", "document", "yaml", "null", "n", "DTD"}
    allowed |= {
        "Excel",
        "OpenDocument",
        "Numbers",
        "xls",
        "xlsb",
        "xlsx",
        "ods",
        "conceptgen",
        "workbook",
        "blank",
        *("same", "as", "id", "t", "call", "import", "into"),
    }
    for key, text in _sentences(vocabulary("ru")["reading"]):
        assert set(re.findall(r"[A-Za-z]+", re.sub(r"{\w+}", "", text))) <= allowed, key


def _sentences(node: dict[str, object] | str, key: str = "") -> list[tuple[str, str]]:
    if isinstance(node, str):
        return [(key, node)]
    return [pair for name, value in node.items() for pair in _sentences(value, f"{key}.{name}")]  # type: ignore[arg-type]


def test_a_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    """Spaces, Cyrillic, a leading hyphen."""
    for name in ("-x.yaml", "мой файл.yaml", "a b.yaml"):
        (tmp_path / name).write_bytes(b"a: b")
        assert read_file(tmp_path / name) == (b"a: b", [])


def test_what_is_not_a_readable_file_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Folders, pipes, devices, huge and forbidden files."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "huge").write_bytes(b"")
    os.truncate(tmp_path / "huge", 11 * 1024 * 1024)
    pipe, huge = tmp_path / "pipe", tmp_path / "huge"
    expected = {
        tmp_path / "нет": ("E-FIL-01", "не найден"), tmp_path: ("E-FIL-01", "папка"), pipe: ("E-FIL-01", "не обычный"),
        "/dev/zero": ("E-FIL-01", "не обычный"), "a\0b": ("E-FIL-01", "не удалось"), huge: ("E-LIM-01", "10 МБ"),
    }  # fmt: skip
    for path, (code, words) in expected.items():
        data, (finding,) = read_file(path)
        assert (data, finding.code, finding.line) == (None, code, 0)
        assert words in finding.message
    monkeypatch.setattr(os, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "no")))
    assert "You may not read" in read_file(tmp_path / "huge", "en")[1][0].message


def test_a_file_that_grows_while_read_is_still_limited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The size is checked again on what was read."""
    (tmp_path / "a").write_bytes(b"x")
    monkeypatch.setattr(os, "read", lambda _handle, size: b"x" * size)
    assert read_file(tmp_path / "a")[1][0].code == "E-LIM-01"


def test_reading_needs_no_c_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The slow parser gives the same."""
    monkeypatch.setattr(yaml_events, "_Parser", yaml.SafeLoader)
    assert plain(tree(VALID)) == yaml.load(VALID, yaml.BaseLoader)
    assert [f.code for f in found("a: {t: x, y}\nb: [\n")] == ["E-YML-08", "E-YML-01"]


FUZZ = settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
SIGNS = "\n\n  :-[]{},#&*!|>'\"%@`?~<=\\/\t\x00\u00a0\u202e😀ё1."
PIECES = st.sampled_from([*SIGNS, ": ", "- ", "\\ud83d", "\\0", "<<", "{{", "---\n", '": "'])


@FUZZ
@given(st.binary(max_size=200), st.sampled_from(["a.yaml", "a.json", "stdin"]))
@example(b"\xff\xfe", "a.yaml")
def test_no_bytes_whatever_raise_anything(data: bytes, name: str) -> None:
    """Noise."""
    check_outcome(data, name)


@FUZZ
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["a.yaml", "a.json"]))
def test_no_punctuation_whatever_raises_anything(text: str, name: str) -> None:
    """Noise that looks like YAML."""
    check_outcome(text.encode("utf-8", "surrogatepass"), name)


@FUZZ
@given(st.integers(0, len(VALID)), st.integers(0, 3), PIECES)
def test_a_broken_good_file_gives_a_tree_or_a_finding(at: int, cut: int, piece: str) -> None:
    """A slip of the hand anywhere in a good file."""
    broken = VALID[:at] + piece + VALID[at + cut :]
    check_outcome(broken.encode(), "a.yaml")
    as_json = json.dumps(yaml.load(VALID, yaml.BaseLoader), indent=1, ensure_ascii=False)
    check_outcome((as_json[:at] + piece + as_json[at + cut :]).encode(), "a.json")


@FUZZ
@given(
    st.recursive(
        st.text(max_size=9),
        lambda s: st.lists(s, max_size=3) | st.dictionaries(st.text("абвab", min_size=1), s, max_size=3),
    )
)
def test_every_text_that_is_written_well_is_read_back(value: object) -> None:
    """Nothing is lost: what a YAML writer wrote comes back, or a finding says why not."""
    root, findings = read(json.dumps({"a": value}).encode(), "a.json")
    if not findings:
        again, _ = read(
            yaml.safe_dump({"a": value}, allow_unicode=True, default_style='"').encode(), "a.yaml"
        )
        assert plain(again) == plain(root)


def check_outcome(data: bytes, name: str) -> None:
    """A tree or an error; every finding complete and inside the file."""
    root, findings = read(data, name)
    assert root is not None or any(finding.severity == "error" for finding in findings)
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for finding in findings:
        assert finding.message
        assert finding.hint
        assert 1 <= finding.line <= lines + 1
        assert finding.column >= 1
        assert str(finding).replace("\u00a0", " ").isprintable()


@pytest.mark.parametrize(
    ("text", "line", "column", "sign", "closed"),
    [
        ("a: {b: 1, c: 2\nd: 3\n", 1, 4, "{", "a: {b: 1, c: 2}"),
        ("a:\n  - {b: 1, c: 2\n  - {b: 3}\n", 2, 5, "{", "- {b: 1, c: 2}"),
        ("a: [b, c   # почему\nd: {e: 1}\n", 1, 4, "[", "a: [b, c]"),
        ("a: [b, c\nd:\n  - e: [x]\n", 1, 4, "[", "a: [b, c]"),
        ("a: [{b: 1, c: [2}]\nd: 3\n", 1, 15, "[", ""),
        ("a: [\n  {b: 1},\n  {b: 2}\nd: 3\n", 1, 4, "[", ""),
        ('a: {b: "]}", c: 2\nd: "3"\n', 1, 4, "{", 'a: {b: "]}", c: 2}'),
    ],
)
def test_an_open_bracket_is_told_where_it_opens(
    text: str, line: int, column: int, sign: str, closed: str
) -> None:
    """Not where the parser stumbles; the line with the bracket closed is shown where it is plain where to close it."""
    (finding,) = found(text)
    assert (finding.code, finding.line, finding.column) == ("E-YML-01", line, column)
    assert finding.message == f"Скобка «{sign}» открыта и не закрыта"
    assert finding.hint.partition(": ")[2] == closed


def test_every_bracket_of_the_starter_may_be_left_open() -> None:
    """Take any closing bracket away: the line it is missing from is told."""
    lines = template_path("new", "starter.ru.yaml").read_text("utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        text, hash_, comment = line.partition("#")
        for at in (match.start() for match in re.finditer(r"[\]}]", text)):
            broken = text[:at] + text[at + 1 :] + hash_ + comment
            told = found("\n".join([*lines[: number - 1], broken, *lines[number:]]))
            assert [(f.line, "не закрыта" in f.message) for f in told] == [(number, True)], broken
