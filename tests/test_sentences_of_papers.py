"""The papers of the practice say no foolish sentence, whatever a date or a figure is: known, a month, unknown."""

from __future__ import annotations

import copy
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_sentences import DATES, FIGURES, FOOLISH, LANGUAGES, put

from conceptgen.composition import compose
from conceptgen.document.walk import plain_text
from conceptgen.input import load_bytes
from conceptgen.model.project import Project

DATED = (
    ("progress", "full"),
    ("progress", "short"),
    ("order", "full"),
    ("letter", "full"),
    ("announcement", "full"),
)
FIGURED = (("card", "page"), ("problem-zones", "full"), ("check-form", "full"), ("progress", "full"))
ODD = re.compile(
    r"\w: \w+: (?:нет|будет|март|no data|to be|March)|\)\)|[^.]\.\.(?!\.)|\. [a-zа-я]|([\w .]{6,}) [–—] \1(?!\w)"
)
"""Two colons in a row, brackets in brackets, a sentence that begins small, «from June to June»."""
SHORTENED = re.compile(r"\b(?:г|гг|п|руб|мин|сек|тыс|млн)\. ")


@cache
def base() -> dict[str, Any]:
    """The input with one of everything."""
    text = (Path(__file__).parent / "fixtures" / "papers.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return data


def filled(date: Any = "2027-06-30", figure: Any = None, status: str = "draft") -> Project:
    data = put(figure or {"value": 6}, "FIGURE", put(date, "DATE", copy.deepcopy(base())))
    data["document"]["status"] = status
    found = load_bytes(yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode(), "a.yaml")
    assert found.project is not None, "\n".join(map(str, found.findings))
    return found.project


def foolish(given: Project, kinds: tuple[tuple[str, str], ...], language: str) -> list[str]:
    made = [compose(given, kind, variant, language=language) for kind, variant in kinds]
    lines = [line.replace("\xa0", " ") for each in made for line in plain_text(each)]
    return [line for line in lines if FOOLISH.search(line) or ODD.search(SHORTENED.sub("", line))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DATES)
def test_no_date_makes_a_foolish_sentence(name: str, language: str) -> None:
    assert foolish(filled(date=DATES[name]), DATED, language) == []


@pytest.mark.parametrize("name", FIGURES)
def test_no_figure_makes_a_foolish_sentence(name: str) -> None:
    assert foolish(filled(figure=FIGURES[name]), FIGURED, "ru") == []


def test_a_day_that_is_not_known_is_asked_for() -> None:
    """Nobody is told «Собрание, нет данных» nor asked to confirm it."""
    given = filled(date={"unknown": {"reason": "not_in_source"}}, status="for_approval")
    told = {
        kind: "\n".join(plain_text(compose(given, kind, "full"))).replace("\xa0", " ")
        for kind in ("letter", "announcement")
    }
    assert "Назначьте день, когда о документе узнают сотрудники." in told["letter"]
    assert "ень: «___» ____" in told["announcement"]
    assert "нет данных" not in told["letter"] + told["announcement"]


SENTENCES = {
    "contact: Лена": "contact: Лена из приёмной.",
    "text: звонить,": "text: звонить.,",
    "text: Нанять, owner: head": "text: Нанять., about: [c], owner: head",
    "text: ответ, limit: {figure: x}": "text: ответ дан., limit: {at_most: 5, unit: min}",
    "recovery: перезвонить": "recovery: перезвонить, handover: {to: head, rule: Зовёт., data_passed: номер}",
}
"""What an author may end with a full stop, though more of the sentence comes behind it."""


def test_a_full_stop_of_the_author_does_not_break_a_sentence() -> None:
    text = (Path(__file__).parent / "fixtures" / "papers.yaml").read_text(encoding="utf-8")
    for was, becomes in SENTENCES.items():
        assert was in text
        text = text.replace(was, becomes)
    data = put({"value": 6}, "FIGURE", put("2027-06-30", "DATE", yaml.load(text, yaml.BaseLoader)))
    given = load_bytes(yaml.safe_dump(data, allow_unicode=True).encode(), "a.yaml").project
    assert given
    made = [
        compose(given, *kind) for kind in (*DATED, ("card", "page"), ("concept", "full"), ("chain", "full"))
    ]
    lines = [line.replace("\u00a0", " ") for each in made for line in plain_text(each)]
    wrong = re.compile(r"(?:Лена из приёмной|звонить|Нанять|ответ дан|Зовёт)\.(?:[,:;.]| [–—(])")
    assert [line for line in lines if wrong.search(line)] == []
    assert sum("Лена из приёмной, тел." in line for line in lines) == 2
