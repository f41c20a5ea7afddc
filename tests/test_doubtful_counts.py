"""Three decimals of what is counted in whole pieces are as doubtful as «1,234»: the author is asked."""

from __future__ import annotations

import json

import pytest

from conceptgen.findings import Finding
from conceptgen.input import load

HEAD = """schema: conceptgen/1
document: {title: Проба, date: 2026-11-21}
organization:
  name: Астра
  facts: [FACT]
concept:
  purpose: Проба
  indicators: [INDICATOR]
"""


def asked(fact: str = "{text: Проба}", indicator: str = "{id: i_a, name: Проба}") -> list[Finding]:
    text = HEAD.replace("FACT", fact).replace("INDICATOR", indicator)
    return [each for each in load(text.encode()).findings if each.code == "E-TYP-05"]


DOUBTFUL = [
    ("{text: Гостей, value: 12.000, unit: count}", "value: 12", "value: 12000"),
    ("{text: Гостей, value: 12.500, unit: count}", "value: 12.5", "value: 12500"),
    ("{text: Гостей, about: 12.345, unit: count}", "about: 12.3450", "about: 12345"),
    ("{text: Гостей, from: 1.200, unit: count}", "from: 1.2", "from: 1200"),
    ("{text: Выручка, at_least: 350.000, unit: rub}", "at_least: 350", "at_least: 350000"),
    ("{text: Рост, change: {up_by: 12.000, unit: count}}", "up_by: 12", "up_by: 12000"),
    ("{text: Рост, change: {down_by: {min: 1, max: 12.000}, unit: count}}", "max: 12", "max: 12000"),
]


@pytest.mark.parametrize(("fact", "first", "second"), DOUBTFUL)
def test_three_decimals_of_a_count_are_asked_about(fact: str, first: str, second: str) -> None:
    (found,) = asked(fact)
    assert f"«{first}» или «{second}»" in found.hint
    assert found.line == 5
    for reading in (first, second):
        answered = fact.replace(
            f"{first.split(':')[0]}: {found.message.split('«')[1].split('»')[0]}", reading
        )
        assert answered != fact
        assert not asked(answered)


@pytest.mark.parametrize(
    "form", ["baseline: {value: 12.000}", "targets: [{value: 12.000, date: 2027-01-01}]"]
)
def test_an_indicator_lends_its_unit(form: str) -> None:
    assert asked(indicator=f"{{id: i_a, name: Проба, unit: count, {form}}}")
    assert not asked(indicator=f"{{id: i_a, name: Проба, unit: min, {form}}}")


def test_a_whole_number_with_three_noughts_is_asked_about() -> None:
    assert asked(indicator="{id: i_a, name: Проба, sample_min: 12.000}")
    assert not asked(indicator="{id: i_a, name: Проба, sample_min: 12.0}")


@pytest.mark.parametrize("number", ["12", "12.00", "12.0000", "0.125", "12000", "1000.000"])
def test_other_numbers_are_plain(number: str) -> None:
    is_plain = number != "1000.000"
    assert (not asked(f"{{text: Гостей, value: {number}, unit: count}}")) == is_plain


@pytest.mark.parametrize("unit", ["pct", "min", "score", "ratio"])
def test_what_is_measured_may_have_three_decimals(unit: str) -> None:
    assert not asked(f"{{text: Ждут, value: 12.345, unit: {unit}}}")


def test_json_is_asked_like_yaml() -> None:
    fact = json.loads('{"text": "Гостей", "value": "12.000", "unit": "count"}')
    data = {
        "schema": "conceptgen/1",
        "document": {"title": "Проба", "date": "2026-11-21"},
        "organization": {"name": "Астра", "facts": [fact]},
        "concept": {"purpose": "Проба"},
    }
    written = json.dumps(data).replace('"12.000"', "12.000")
    assert [each.code for each in load(written.encode()).findings] == ["E-TYP-05"]


@pytest.mark.parametrize("number", ["350.000", "350.00", "350000"])
def test_a_sum_of_money_has_two_decimals_at_most(number: str) -> None:
    cost = f"  programme: {{actions: [{{name: Проба, cost: {{amount: {number}, currency: RUB}}}}]}}\n"
    found = load((HEAD.replace("FACT", "").replace("INDICATOR", "") + cost).encode()).findings
    assert [each.code for each in found] == ["E-TYP-05"] * (number == "350.000")
