"""Every sentence with places stands with every kind of value: the lines that differ are a golden that was read.

``sentences.yaml`` holds one of everything a sentence takes. Each kind of date, of figure and of count is put into all
its places at once, in both languages; what is printed anew is written down. ``--update-goldens``: read what is new.
"""

from __future__ import annotations

import copy
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from conceptgen.document.walk import plain_text
from conceptgen.input import load_bytes
from conceptgen.model.project import Project
from conceptgen.pipeline import RenderRequest, outputs

HERE = Path(__file__).parent
LANGUAGES = ("ru", "en")
DATES: dict[str, Any] = {
    "second day": "2027-09-02",
    "month": "2014-09",
    "quarter": "2027-Q2",
    "half": "2027-H1",
    "year": "2018",
    "fiscal": "FY2027-Q3",
    "span": {"from": "2027-03", "to": "2027-05"},
    "own words": {"date": "2018", "as_written": "к 2018 г."},
    "own noun": {"date": "2027-05-31", "as_written": "конец весны"},
    "unknown": {"unknown": {"reason": "not_in_source"}},
    "unknown until": {"unknown": {"reason": "tbd", "resolve_by": "2027-09"}},
}
FIGURES: dict[str, Any] = {
    "one": {"value": 1},
    "two": {"value": 2},
    "five": {"value": 5},
    "fractional": {"value": "1.5"},
    "zero": {"value": 0},
    "long": {"value": "1234567.25"},
    "negative": {"value": -3},
    "range": {"min": 2, "max": 21},
    "at least": {"at_least": 21},
    "at most": {"at_most": 1},
    "about": {"about": "0.5"},
    "fraction": {"fraction": [1, 2000]},
    "duration": {"duration": "P1MT1H"},
    "state": {"state": "регламент утверждён", "done_when": "подписан"},
    "unknown": {"unknown": {"reason": "not_measured"}},
    "one time less": {"change": {"times_less": 1, "from": "base"}},
    "two times more": {"change": {"times_more": 2, "from": "уровня 2025 года"}},
    "eight times less": {"change": {"times_less": 8, "from": "base"}},
    "21 times more": {"change": {"times_more": 21}},
    "times range": {"change": {"times_more": {"min": 2, "max": 5}, "from": "прошлый год"}},
    "half times more": {"change": {"times_more": "1.5", "from": {"unknown": {"reason": "not_in_source"}}}},
    "up by": {"change": {"up_by": 1, "unit": "week", "from": "base"}},
    "down by": {"change": {"down_by": {"min": 10, "max": 15}, "unit": "pp", "from": "среднее по отрасли"}},
}
COUNTS = (0, 1, 2, 5, 21)
FOOLISH = re.compile(
    r"\b(к|с|в|до|от|на) (к|с|в|до|от|на) |(к|с|до|от|по|станет|начинается|начало) нет данных|: ?\.|\bNone\b|\{|"
    r"\b1 (goals|actions|indicators|points|days|touchpoints)\b|\bbase\b(?!:)| {2}| $|\(\)|; ?\.|, ?\.|"
    r"(до|с|от) (январь|февраль|март|апрель|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|I+ квартал) |"
    r"(by|from|until) no data"
)


@cache
def base() -> dict[str, Any]:
    """The input with one of everything."""
    data: dict[str, Any] = yaml.load(
        (HERE / "fixtures" / "sentences.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
    )
    return data


def put(value: Any, place: str, node: Any = None) -> dict[str, Any]:
    """The input with every ``place`` replaced: a figure's keys stand beside those of its holder."""
    node = copy.deepcopy(base()) if node is None else node
    for key, each in list(node.items()) if isinstance(node, dict) else enumerate(node):
        if each == place:
            node[key] = copy.deepcopy(value)
        elif key == "figure" and place == "FIGURE":
            del node[key]
            node.update(copy.deepcopy(value))
        elif isinstance(each, dict | list):
            put(value, place, each)
    return node


def filled(date: Any = "2027-06-30", figure: Any = None, count: int = 3) -> Project:
    """A whole input: usual values wherever none is asked for."""
    data = put(date, "DATE")
    data = put(figure or {"value": 6}, "FIGURE", data)
    for holder, key in ((data["concept"], "goals"), (data["concept"]["programme"], "actions"),
                        (data["concept"], "indicators"), (data["concept"]["current_state"], "zone_audit")):  # fmt: skip
        holder[key] = several(holder[key], count)
    data["sources"][0]["sample"] = {"invited": str(count + 1), "respondents": str(count)}
    for stage in data["chains"][0]["stages"]:
        points = stage["zones"][0]["elements"][0]
        points["touchpoints"] = several(points["touchpoints"], count)
    found = load_bytes(yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode(), "a.yaml")
    assert found.project is not None, "\n".join(map(str, found.findings))
    return found.project


def several(items: list[Any], count: int) -> list[Any]:
    """So many of a list's first item; the others have no id and no status, and each its own problem zone."""
    made = [copy.deepcopy(items[0]) for _ in range(count)]
    for number, each in enumerate(made):
        if number:
            each.pop("id", None)
            each.pop("tasks", None)
            each.pop("status", None)
        if "problem_zone" in each:
            each["problem_zone"] = f"pz{number + 1:02}"
    return [each for each in made if each.get("problem_zone", "pz01") <= "pz10"]


def lines(project: Project, language: str) -> list[str]:
    """Every line of every document, once, in order."""
    request = RenderRequest(("concept", "chain"), ("full", "short"), ("html",), language)
    return list(
        dict.fromkeys(line for each in outputs(project, "a", request) for line in plain_text(each.document))
    )


def kinds() -> dict[str, dict[str, Any]]:
    """Every case by its name."""
    told = {f"date: {name}": {"date": value} for name, value in DATES.items()}
    told |= {f"figure: {name}": {"figure": value} for name, value in FIGURES.items()}
    return told | {f"count: {count}": {"count": count} for count in COUNTS}


@cache
def table(language: str) -> dict[str, list[str]]:
    """What each kind prints that the usual values do not."""
    usual = set(lines(filled(), language))
    found: dict[str, list[str]] = {"usual": sorted(usual)}
    for name, values in kinds().items():
        found[name] = [line for line in lines(filled(**values), language) if line not in usual]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_stands_with_every_kind_of_value(
    language: str, request: pytest.FixtureRequest
) -> None:
    """The table is the one a person has read."""
    told = "".join(
        f"== {name}\n" + "".join(f"{line}\n" for line in said) for name, said in table(language).items()
    )
    golden = HERE / "goldens" / f"sentences-{language}.txt"
    if request.config.getoption("--update-goldens"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_foolish(language: str) -> None:
    """No preposition twice, no case left undone, no empty place, no plural of one."""
    foolish = [
        (name, line) for name, said in table(language).items() for line in said if FOOLISH.search(line)
    ]
    assert not foolish
    assert sum(map(len, table(language).values())) > 200


def test_an_axis_of_measurements_spans_a_fifth_of_its_values() -> None:
    """Six own cases: 4.69 to 4.71 does not fill the height, and what is wider stays as it is."""
    from decimal import Decimal

    from conceptgen.document.charts import Lines, Series
    from conceptgen.writers.axes import lines_axis

    for low, high in (
        ("4.69", "4.71"),
        ("4.7", "4.7"),
        ("99.5", "99.9"),
        ("0.01", "0.011"),
        ("-3", "-3.1"),
        ("1", "9"),
    ):
        marks = lines_axis(Lines(("a", "b"), (Series("s", (Decimal(low), Decimal(high)), "latest"),)))
        assert marks[-1] - marks[0] >= max(abs(Decimal(low)), abs(Decimal(high))) * Decimal("0.2")
