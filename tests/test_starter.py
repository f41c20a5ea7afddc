"""A new file: every trade, every part and every language of it is a draft one can begin with."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from conceptgen.cli.program import Program
from conceptgen.composition import compose
from conceptgen.document.blocks import Chart, Table
from conceptgen.document.charts import Gantt
from conceptgen.document.inline import plain
from conceptgen.document.walk import blocks, plain_text
from conceptgen.input import Loaded, load, load_bytes
from conceptgen.languages import LANGUAGES
from conceptgen.model.assessment import CurrentState
from conceptgen.model.project import Project
from conceptgen.model.touchpoint_positions import touchpoints
from conceptgen.resources import template_path
from conceptgen.rulebook import review
from conceptgen.starter import PARTS, starter, trades
from conceptgen.starter.layers import laid_over

WISHES: tuple[tuple[str, ...], ...] = ((), ("chain",), ("rounds",), PARTS)
ALL = [*product(LANGUAGES, ("",), WISHES), *product(LANGUAGES, trades(), ((), ("rounds",)))]
"""Every text there is: a trade has a chain of its own, so that the wish for one changes nothing."""
PRESETS = [*product(LANGUAGES, trades())]
TO_FILL_IN = {"E-TXT-01", "E-TXT-02"}
"""What a fresh file may be told: a text to replace, an example to check; of a trade also what is only seen in place."""


@cache
def loaded(language: str, trade: str = "", parts: tuple[str, ...] = ()) -> Loaded:
    return load_bytes(starter(language, trade, parts).encode(), "a.yaml")


def project(language: str, trade: str = "", parts: tuple[str, ...] = ()) -> Project:
    found = loaded(language, trade, parts)
    assert found.project, [*map(str, found.findings)]
    return found.project


def _state(given: Project) -> CurrentState:
    assert given.concept
    assert given.concept.current_state
    return given.concept.current_state


@pytest.mark.parametrize(("language", "trade", "parts"), ALL)
def test_a_new_file_loads_and_is_told_only_what_is_to_be_filled_in(
    language: str, trade: str, parts: tuple[str, ...]
) -> None:
    found = loaded(language, trade, parts)
    assert (found.findings, found.language) == ((), language)
    assert {each.code for each in review(found)} == (
        TO_FILL_IN | {"E-DOC-05", "W-CHN-03"} if trade else TO_FILL_IN
    )


@pytest.mark.parametrize(("language", "trade", "parts"), ALL)
def test_no_example_gets_into_an_approved_document_unseen(
    language: str, trade: str, parts: tuple[str, ...]
) -> None:
    """Each principle, criterion, action, zone … of the starter is stopped by its own finding."""
    told = [
        each for each in review(loaded(language, trade, parts), gate="approved") if each.code == "E-TXT-02"
    ]
    marked = {path for path, value in _leaves(_read(starter(language, trade, parts))) if value == "example"}
    assert {path for path in marked if path[0] != "sources"} == {each.path for each in told}
    assert all(each.stops_approval for each in told)


def _read(text: str) -> Any:
    return yaml.load(text, yaml.CSafeLoader)


def _leaves(value: Any, *path: str | int) -> list[tuple[tuple[str | int, ...], Any]]:
    if isinstance(value, dict):
        return [leaf for key, each in value.items() for leaf in _leaves(each, *path, key)]
    if isinstance(value, list):
        return [leaf for index, each in enumerate(value) for leaf in _leaves(each, *path, index)]
    return [(path, value)]


@pytest.mark.parametrize(("language", "trade", "parts"), ALL)
def test_no_exhibit_of_a_new_file_is_empty(language: str, trade: str, parts: tuple[str, ...]) -> None:
    """Every table has a row, every row says something, every chart has something to show."""
    given = project(language, trade, parts)
    documents = [compose(given, "concept", "full"), compose(given, "concept", "short")]
    if given.chains:
        documents += [compose(given, "chain", "full"), compose(given, "chain", "short")]
    for block in (block for document in documents for block in blocks(document)):
        if isinstance(block, Table):
            assert block.rows
            for row in block.rows:
                said = [plain(line) for cell in row.cells for line in cell.paragraphs]
                assert row.strip or any(text.strip(" —–-") for text in said), block.alt
        if isinstance(block, Chart):
            assert _is_drawn(block), block


def _is_drawn(chart: Chart) -> bool:
    if isinstance(chart.data, Gantt):
        return bool(chart.data.tasks)
    return all(any(value is not None for value in series.values) for series in chart.data.series)


@pytest.mark.parametrize(("language", "trade"), PRESETS)
def test_a_trade_has_the_whole_chain(language: str, trade: str) -> None:
    """25 to 45 touchpoints before, during and after; each with the client's side, a standard and an owner."""
    (chain,) = project(language, trade).chains
    placed = touchpoints(chain, project(language, trade).relations)
    assert 25 <= len(placed) <= 45
    assert {phase for stage in chain.stages for phase in stage.phases} == {"before", "during", "after"}
    assert all(each.owner and each.channels and each.standard for each in placed)
    assert all(each.touchpoint.client_action and each.touchpoint.client_expectation for each in placed)
    assert len({each.touchpoint.name for each in placed}) == len(placed)


@pytest.mark.parametrize(("language", "trade"), PRESETS)
def test_a_trade_names_its_own_criteria_and_positions(language: str, trade: str) -> None:
    """None of the general names stays but what fits every trade."""
    plain_file, own = project(language), project(language, trade)
    general, named = ([each.name for each in _state(given).criteria] for given in (plain_file, own))
    assert len(set(named) - set(general)) >= 9
    assert len(named) == len(general) == len(set(named))
    assert {each.name for each in own.organization.roles}.isdisjoint(
        each.name for each in plain_file.organization.roles[1:]
    )


@pytest.mark.parametrize(("language", "trade"), PRESETS)
def test_a_trade_needs_no_other_chain(language: str, trade: str) -> None:
    assert starter(language, trade, ("chain",)) == starter(language, trade)
    assert starter(language, trade, PARTS) == starter(language, trade, ("rounds",))


@pytest.mark.parametrize("trade", trades())
def test_a_trade_says_the_same_in_every_language(trade: str) -> None:
    """The same tree of keys, ids and figures: only words differ."""
    shapes = [_shape(_read(starter(language, trade, PARTS))) for language in LANGUAGES]
    assert all(shape == shapes[0] for shape in shapes)


def _shape(value: Any) -> list[tuple[str | int, ...]]:
    return [path for path, _ in _leaves(value)]


@pytest.mark.parametrize(("language", "trade"), PRESETS)
def test_a_file_with_a_chain_does_not_plan_to_make_one(language: str, trade: str) -> None:
    for given in (project(language, trade), project(language, parts=("chain",))):
        assert given.concept
        assert given.concept.programme
        (action,) = (each for each in given.concept.programme.actions if each.kind == "chain")
        assert action.name.startswith(("Сверить", "Check"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_rounds_are_two_and_several_people_score(language: str) -> None:
    state = _state(project(language, parts=("rounds",)))
    assert [each.id for each in state.rounds] == ["w1", "w2"]
    assert all(
        {score.assessor for score in each.scores if score.round == "w2"} == {"head", "front"}
        for each in state.criteria
    )
    assert "comparable_with_previous: true            #" in starter(language, parts=("rounds",))


@pytest.mark.parametrize(("language", "part"), [*product(LANGUAGES, PARTS)])
def test_every_kind_of_thing_in_a_part_is_explained(language: str, part: str) -> None:
    """Each key of a part that the bare starter lacks has a comment on its line or over it where it first stands."""
    text = template_path("new", "with", f"{part}.{language}.yaml").read_text("utf-8").splitlines()
    explained = {
        "rounds": "rounds scores assessors comparable_with_previous",
        "chain": "channels scenario status development contributors phase emotion kind owner served_by frontstage"
        " standard moment_of_truth recovery indicators decision actions proactive",
    }
    for key in explained[part].split():
        lines = [line for line in text if line.strip().removeprefix("- ").startswith(f"{key}:")]
        assert any(" #" in line for line in lines), key


def test_a_layer_takes_the_place_of_what_it_meets_and_leaves_the_rest() -> None:
    base = "# head\na:\n  # of b\n  b: 1    # one\n  c:\n    - name: x\n      k: 2\n    - {l: 3}\nd: 4\n"
    upper = (
        "# about the layer\na:\n  c:\n    - name: y    # new\n      m:\n        - 5\n    - {l: 6}\n    - z\n"
        "  # of e\n  e: 7\n"
    )
    assert laid_over(base, upper) == (
        "# head\na:\n  # of b\n  b: 1    # one\n  c:\n    - name: y    # new\n      k: 2\n      m:\n        - 5\n"
        "    - {l: 6}\n    - z\n  # of e\n  e: 7\nd: 4\n"
    )


@pytest.mark.parametrize(("language", "trade", "parts"), ALL)
def test_layers_say_all_that_stands_in_them(language: str, trade: str, parts: tuple[str, ...]) -> None:
    """As data: every leaf of the topmost layer is in the new file at its address."""
    if not (trade or parts):
        return
    top = ("trades", f"{trade}.{language}.yaml") if trade else ("with", f"{parts[-1]}.{language}.yaml")
    made = dict(_leaves(_read(starter(language, trade, parts))))
    layer = _leaves(_read(template_path("new", *top).read_text("utf-8")))
    assert [leaf for leaf in layer if made.get(leaf[0]) != leaf[1]] == []


# ── the command ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(autouse=True)
def _russian(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A Russian user in an empty folder."""
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    monkeypatch.chdir(tmp_path)


def run(*args: str) -> Result:
    return CliRunner().invoke(Program(), args, prog_name="conceptgen")


def test_new_takes_a_trade_and_parts() -> None:
    done = run("new", "a.yaml", "--trade", "clinic", "--with", "rounds,chain", "--lang", "ru")
    assert done.exit_code == 0, done.output
    given = load(Path("a.yaml")).project
    assert given
    assert [each.name for each in given.chains] == ["Цепочка клиентского сервиса клиники"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--trade", "zoo"), "Отрасли «zoo» нет. Есть: "),
        (("--with", "chains"), "Части «chains» у заготовки нет. Есть: chain, rounds"),
        (("--with", "chain", "--example", "clinic"), "готовый файл"),
    ],
)
def test_what_the_starter_has_not_got_is_refused_with_what_there_is(
    words: tuple[str, ...], said: str
) -> None:
    done = run("new", "a.yaml", *words)
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize(("language", "trade"), PRESETS)
def test_only_a_shop_speaks_of_buying(language: str, trade: str) -> None:
    """A patient, a guest, a citizen does not buy: the phases and the survey have words of the trade."""
    given = project(language, trade)
    words = "покупк" if language == "ru" else "purchase"
    said = "\n".join(plain_text(compose(given, "chain"))) + "\n".join(plain_text(compose(given)))
    assert (words in said.casefold()) is (trade == "shop")
