"""Exports of a form service gone astray: each is refused in plain lines, or its answers are counted or named."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random

from conceptgen.changes import CannotApply
from conceptgen.errors import InputError, RequestError
from conceptgen.exchange.survey import bring_in, is_survey
from conceptgen.input import load_bytes
from conceptgen.model.project import Project
from conceptgen.visible import visible_lines
from fuzz.mutants import PIECES, mutated
from fuzz.promises import hold, plain

_INPUT = """schema: conceptgen/1
document: {title: Концепция, date: 2026-11-21}
organization: {name: Чайная}
concept:
  current_state:
    rounds: [{id: w1, name: Анкета гостей, date: 2026-10}]
    criteria: [{id: c_greet, component: staff, name: Встреча}, {id: c_hall, component: atmosphere, name: Зал}]
  indicators: [{id: i_nps, name: Готовность рекомендовать}]
settings:
  imports:
    - round: w1
      columns: [{title: Встреча, scores: c_greet}, {title: Зал, scores: c_hall}]
"""
_ANSWERS = (
    *(
        "10",
        "1",
        "0",
        "11",
        "7,5",
        "7.5",
        "10 — отлично",
        "затрудняюсь ответить",
        "",
        "нет",
        "-3",
        "1e9",
        "да",
    ),
    *("5/10", "=1+1", "семь", "½", "٣", "9" * 400),
)
_SIGNS = (";", ",", "\t", "|")
_CODES = ("utf-8", "utf-8-sig", "cp1251", "utf-16", "koi8-r")


def case(random: Random, folder: Path) -> None:
    """One export."""
    data = _export(random)
    if random.random() < 0.4:
        data = mutated(random, data)
    if not is_survey(data, "ответы.csv"):
        return
    try:
        found = bring_in(data, "ответы.csv", _base())
    except (RequestError, InputError) as refused:
        for each in str(refused).splitlines():
            plain(visible_lines(each))
        return
    assert all(each.row > 0 for each in found.odd)
    with suppress(CannotApply):
        hold(load_bytes(found.applied_to(_INPUT.encode(), "a.yaml"), "a.yaml", folder))


def _export(random: Random) -> bytes:
    sign = random.choice(_SIGNS)
    heads = ["Отметка времени", "Встреча", "Зал", "Что понравилось"]
    random.shuffle(heads)
    rows = [
        heads,
        *([random.choice((*_ANSWERS, *PIECES)) for _ in heads] for _ in range(random.choice((0, 1, 5, 40)))),
    ]
    text = random.choice(("\n", "\r\n")).join(
        sign.join(_quoted(random, each) for each in row) for row in rows
    )
    return text.encode(random.choice(_CODES), "replace")


def _quoted(random: Random, value: str) -> str:
    return f'"{value}"' if random.random() < 0.3 else value


@cache
def _base() -> Project:
    project = load_bytes(_INPUT.encode(), "a.yaml").project
    assert project is not None
    return project
