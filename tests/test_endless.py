"""No text hangs a step: each ends on the longest input there may be, and what was typed is still there.

Nothing here is timed; what would take minutes is cut off by an alarm. It counts the work of this process alone, so
that a busy machine is no hindrance.
"""

from __future__ import annotations

import html
import json
import multiprocessing
import re
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import docx_text
import pdf_text
import pytest
from as_typed import read_aloud
from click.testing import CliRunner, Result

from conceptgen import pipeline
from conceptgen.batch.inputs import is_input
from conceptgen.cli.program import Program
from conceptgen.composition import compose
from conceptgen.document.blocks import Document
from conceptgen.findings import Finding
from conceptgen.input import load_bytes
from conceptgen.resources import samples
from conceptgen.typography import NBSP, typeset
from conceptgen.typography.long_words import LONGEST, pieces, unchained
from conceptgen.writers import write
from conceptgen.writers.text_width import width, wrap

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
from fuzz.patterns import Use, runs, uses

LONG = 40_000
ENDS = 20
"""Seconds of work after which a step is taken to have no end."""
SHARES = 8
all_uses = cache(uses)
KINDS = {
    "a letter": "а" * LONG,
    "digits": "7" * LONG,
    "points": "." * LONG,
    "hyphens": "-" * LONG,
    "quotes": '"' * LONG,
    "no-break spaces": f"слово{NBSP}" * (LONG // 6),
    "blanks and letters": "а в " * (LONG // 4),
    "quoted words": '"слово" ' * (LONG // 8),
    "unclosed quotes": "«„ " * (LONG // 3),
    "quotes after a stop": '."а ' * (LONG // 4),
    "brackets": "(" * LONG,
    "addresses": "a.b+c" * (LONG // 5) + "@ `x",
    "groups of digits": "777 " * (LONG // 4) + "- 5",
    "capitals": "A" * LONG + " 3-5",
    "dashes": "1–2–" * (LONG // 4),
    "backticks": "`" * LONG,
    "line feeds": "а\n" * (LONG // 2),
    "blanks": "а" + " " * LONG + "б",
}


@contextmanager
def ends(what: str = "no end", seconds: int = ENDS) -> Iterator[None]:
    """The work inside comes to an end."""

    def stop(*_: Any) -> None:
        raise TimeoutError(what)

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


HEAD = "schema: conceptgen/1\ndocument: {title: К, date: 2026-09-01}\norganization: {name: С}\n"


def loaded(text: str, name: str = "Скорость", goal: str = "Не заставлять ждать") -> Document:
    """A concept that says a text in its prose, a name in its table and its charts."""
    score = {"round": "w1", "value": "8"}
    criteria = [
        {"component": "atmosphere", "name": each, "target": "9", "scores": [score]}
        for each in (name, "Вежливость", "Чистота")
    ]
    data = {
        "schema": "conceptgen/1",
        "document": {"title": "Концепция", "date": "2026-09-01"},
        "organization": {"name": "Салон"},
        "concept": {
            "purpose": text,
            "current_state": {
                "scale": {"min": "1", "max": "10", "low_threshold": "6"},
                "rounds": [{"id": "w1", "name": "Замер", "baseline": True, "date": "2026-08-01"}],
                "criteria": criteria,
            },
            "goals": [{"text": goal}],
        },
    }
    found = load_bytes(json.dumps(data, ensure_ascii=False).encode(), "a.json")
    assert found.project is not None, found.findings
    return compose(found.project)


def told(text: str) -> list[Finding]:
    written = json.dumps(text, ensure_ascii=False)
    findings = load_bytes(f"{HEAD}concept:\n  purpose: {written}\n".encode(), "a.yaml").findings
    return [each for each in findings if each.code == "W-ENC-03"]


@pytest.mark.parametrize("share", range(SHARES))
def test_no_pattern_loses_itself_in_what_it_repeats(share: int) -> None:
    """Each regular expression of the program, by the method it is used by; in shares, so that workers divide them."""
    for use in all_uses()[share::SHARES]:
        for text in runs(use.pattern, LONG, ends=("", "\x00", "7")):
            # A hundred times what it takes to look at each sign once, half of what going back for each takes.
            with ends(f"{use.module}: {use.pattern.pattern!r:.60}", 1):
                use.look(text)


def _look(use: Use) -> None:
    for text in runs(use.pattern, 10_000):
        use.look(text)


def test_the_patterns_are_collected() -> None:
    """The test above looks at something: compiled ones and those given straight to ``re``, in text and in bytes."""
    found = all_uses()
    assert len(found) > 100
    assert {use.method for use in found} == {"match", "fullmatch", "finditer"}
    assert any(isinstance(use.pattern.pattern, bytes) for use in found)
    bad = Use("none", re.compile(r"(a+)+b"), "match")
    with pytest.raises(TimeoutError), ends(seconds=1):
        _look(bad)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_long_text_is_composed_and_written(kind: str) -> None:
    """In prose, in a cell, in a heading of a chart: Word and HTML end."""
    text = KINDS[kind]
    with ends():
        document = loaded(text, name=f"x{text}", goal=text)
        assert write(document, "docx")
        assert write(document, "html")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_long_text_is_set(kind: str) -> None:
    with ends():
        for language in ("ru", "en"):
            once = typeset((KINDS[kind],), language)
            assert typeset(once, language) == once


@pytest.mark.parametrize("kind", ["a letter", "no-break spaces", "hyphens"])
def test_a_pdf_of_long_words_ends_and_says_them(kind: str) -> None:
    document = loaded(KINDS[kind][:12_000])
    with ends(seconds=90):
        made = write(document, "pdf")
    assert pdf_text.unsaid(document, made) == []


def test_a_long_word_is_broken_to_the_width_of_a_chart_and_none_of_it_is_lost() -> None:
    word = "слово" * 2_000
    with ends():
        lines = wrap(f"до {word} после", 12, 90)
    assert max(width(line, 12) for line in lines) <= 90
    assert "".join(lines).replace("-", "").replace(" ", "") == f"до{word}после"


def test_html_has_places_to_break_a_long_word_and_its_text_stays() -> None:
    word = "слово" * 60
    said = write(loaded(f"До {word} после", goal=word), "html").decode()
    assert f"{word[:20]}<wbr>{word[20:40]}<wbr>" in said
    assert html.unescape(said.replace("<wbr>", "")).count(word) >= 2
    assert "<wbr>" not in write(loaded("Слово" * 20), "html").decode()


def test_word_keeps_a_long_word_as_it_was_typed() -> None:
    word = "слово" * 60
    assert any(word in line for line in docx_text.body_text(write(loaded(word), "docx")))


def test_pieces_are_the_text_again() -> None:
    for text in (*KINDS.values(), "", "слово", f"{'я' * 150} {'ю' * 101} и"):
        assert "".join(pieces(text)) == text
        assert max(map(len, " ".join(pieces(text)).split()), default=0) <= LONGEST


def test_no_break_spaces_for_every_blank_are_plain_and_told_of() -> None:
    pasted = "Мы хотим, чтобы каждый гость ждал не дольше пяти минут и получал ответ. ".replace(" ", NBSP) * 3
    (finding,) = told(pasted)
    assert (finding.line, finding.column, str(finding).count("concept.purpose")) == (5, 12, 1)
    assert "Неразрывные пробелы" in finding.message
    said = "\n".join(docx_text.body_text(write(loaded(pasted), "docx")))
    assert "Мы хотим, чтобы каждый гость" in said
    assert told(f"Не более 5{NBSP}минут и г.{NBSP}Москва") == []
    assert unchained(f"в{NBSP}5{NBSP}раз") == f"в{NBSP}5{NBSP}раз"


def test_a_word_longer_than_a_line_is_told_of_at_its_place() -> None:
    (finding,) = told("Коротко и " + "я" * 101)
    assert (finding.line, finding.column) == (5, 23)
    assert "101" in finding.message
    assert told("я" * 100) == []
    assert told("https://x.example/" + "я" * 200) == []


def test_a_word_is_not_told_of_where_its_text_is_refused() -> None:
    codes = [
        each.code for each in load_bytes(HEAD.replace("К,", f"{'я' * 301},").encode(), "a.yaml").findings
    ]
    assert codes == ["E-TYP-16"]


def test_a_file_of_blank_lines_is_looked_at_for_its_mark() -> None:
    with ends():
        assert not is_input(b"\n" * 100_000 + b"a: 1")
        assert not is_input(b" \n\t" * 50_000 + b"a: 1")
        assert is_input(b"\n" * 100_000 + b"schema: conceptgen/1")


def test_the_head_of_every_page_is_no_longer_than_a_title() -> None:
    chain = {"name": "я" * 5_000, "stages": [{"name": "Вход", "phase": "before"}]}
    data = {
        "schema": "conceptgen/1",
        "document": {"title": "К", "date": "2026-09-01"},
        "organization": {"name": "С"},
        "concept": {"purpose": "Зачем"},
        "chains": [chain],
    }
    found = load_bytes(json.dumps(data).encode(), "a.json")
    assert found.project is not None
    document = compose(found.project, "chain", "full")
    assert (len(document.running), document.running[-1]) == (300, "…")
    assert "я" * 5_000 in "".join(read_aloud(document))


def render(*args: str) -> Result:
    return CliRunner().invoke(Program(), ["render", *args], prog_name="conceptgen")


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A Russian user in an empty folder with an engine that hangs at PDF."""
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.chdir(tmp_path)
    real = pipeline.write

    def hang(document: Any, format: str, look: Any) -> bytes:
        if format == "pdf":
            # An engine that neither ends nor listens.
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            threading.Event().wait()
        return real(document, format, look)

    monkeypatch.setattr(pipeline, "write", hang)
    monkeypatch.delitem(
        sys.modules, "typst", raising=False
    )  # or it would be no fork, and know nothing of this
    return tmp_path


@pytest.mark.processes
def test_a_document_that_takes_too_long_is_named_and_the_others_are_made(folder: Path) -> None:
    source = str(samples() / "minimal.yaml")
    done = render(
        source, "--format", "pdf,html", "--document", "concept", "--variant", "short", "--timeout", "6"
    )
    assert done.exit_code == 6
    assert done.stdout.splitlines() == ["out/minimal-concept-short.html"]
    assert "«minimal-concept-short.pdf» не готов за 6 с" in done.stderr
    assert [path.name for path in (folder / "out").glob("[!.]*")] == ["minimal-concept-short.html"]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("seconds", ["0", "-1", "скоро"])
def test_a_time_must_be_one(folder: Path, seconds: str) -> None:
    assert render(str(samples() / "minimal.yaml"), "--timeout", seconds).exit_code == 2
    assert not (folder / "out").exists()
