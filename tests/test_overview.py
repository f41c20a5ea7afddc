"""All clients on one page: status and gates, what is late or lags, what is next, gaps; the benchmark has no names."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import html_text
import pytest
from made import project

from conceptgen.cli.program import Program
from conceptgen.composition import compose
from conceptgen.document.blocks import Chart
from conceptgen.document.charts import Radar
from conceptgen.document.walk import blocks
from conceptgen.input import load
from conceptgen.overview import Overview, overview
from conceptgen.resources import samples
from conceptgen.writers import write

DAY = date(2027, 3, 15)
CLIENT = """
schema: conceptgen/1
document: {{title: Концепция, date: 2026-10-01, contact: Стойка}}
organization: {{name: "{name}", roles: [{{id: boss, name: Управляющий}}]}}
concept:
  purpose: Работаем одинаково.
  principles: [Мы отвечаем сразу.]
  current_state:
    rounds: [{{id: w1, date: 2026-09-01, baseline: true}}, {{id: w2, date: 2027-06-01, name: Весна}}]
    criteria:
      - {{name: "Манера речи", component: staff, scores: [{{round: w1, value: {score}}}]}}
      - {{name: "знание ДЕЛА", component: staff, source: {source}, scores: [{{round: w1, value: 9}}]}}
  programme:
    actions:
      - {{name: Повесить табло, owner: boss, deadline: 2027-02-28}}
      - {{name: Купить кофе, owner: boss, deadline: 2027-02-01, status: done}}
      - {{name: Обучить смену, owner: boss, deadline: 2027-05-01}}
  indicators:
    - name: Ожидание
      unit: min
      frequency: monthly
      baseline: {{value: 20, date: 2026-09-01}}
      targets: [{{at_most: 10, due: 2027-09-01}}]
      measurements: [{{date: 2027-03-01, value: {wait}}}]
"""


def put(folder: Path, name: str, score: str = "8", wait: str = "18", source: str = "s1") -> None:
    """The file of a client; the source s1 is one of its own."""
    text = CLIENT.format(name=name, score=score, wait=wait, source=source)
    stem = "".join(each for each in name if each.isalnum())
    (folder / f"{stem}.yaml").write_text(
        f"{text}sources: [{{id: {source}, name: Замер}}]\n", encoding="utf-8"
    )


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Overview:
    """Six clients, one of them broken, one with markup for a name; and a file that is none."""
    folder = tmp_path_factory.mktemp("clients")
    for number, score in enumerate(("4", "6", "7", "8", "9"), 1):
        put(
            folder,
            f"Клиент {number}",
            score,
            "14" if number > 1 else "18",
            "example" if number == 5 else "s1",
        )
    put(folder, "<b>Шестой</b> & «шесть»", "10", "14")
    (folder / "broken.yaml").write_text("schema: conceptgen/1\ndocument: {title: Т\n", encoding="utf-8")
    (folder / "notes.yaml").write_text("shopping: [milk]\n", encoding="utf-8")
    return overview((folder,), folder / "out", DAY, "ru")


def _html(found: Overview) -> bytes:
    return write(found.page(), "html")


def said(found: Overview) -> str:
    return "\n".join(html_text.body_text(_html(found))).replace("\xa0", " ")


def test_every_client_is_there_and_a_broken_one_says_why(found: Overview) -> None:
    assert [each.file for each in found.clients][:2] == ["broken.yaml", "bШестойbшесть.yaml"]
    assert len(found.clients) == 7
    broken = found.clients[0]
    assert broken.fault.startswith("broken.yaml:")
    assert broken.fault in said(found).replace("\n", " ") or "broken.yaml:" in said(found)
    assert "Файл не читается." in said(found)


def test_documents_say_their_status_and_what_stops_them(found: Overview) -> None:
    each = next(each for each in found.clients if each.name == "Клиент 1")
    assert [(state.document, state.variant, state.status) for state in each.documents] == [
        ("concept", "short", "draft")
    ]
    assert each.documents[0].stops == 0
    assert each.documents[0].stops_approval > 0
    assert "Концепция, тезисы: проект — выпустить можно; до утверждения исправить:" in said(found)


def test_what_a_file_lacks_is_told_by_client(found: Overview) -> None:
    """Not how much is missing alone: what, of which part; the data have all of it, the page the first ones."""
    each = next(each for each in found.clients if each.name == "Клиент 1")
    assert len(each.gaps) > 0
    page = said(found).split("Чего не хватает до утверждения")[-1]
    assert f"Клиент 1\n{each.gaps[0].what}".replace("\xa0", " ") in page
    assert found.data()["clients"][-1]["gaps"][0]["what"]


def test_an_action_is_overdue_that_is_past_its_day_and_not_done(found: Overview) -> None:
    each = next(each for each in found.clients if each.name == "Клиент 1")
    assert [(late.action, late.owner, late.days) for late in each.overdue] == [
        ("Повесить табло", "Управляющий", 15)
    ]
    assert "просрочено: 1" in said(found)


def test_what_is_due_within_two_weeks_is_told_of(found: Overview, tmp_path: Path) -> None:
    """A month and a half before its deadline an action is quiet; a week before it is not."""
    assert "В ближайшие две недели сроков нет." in said(found)
    put(tmp_path, "Клиент")
    later = overview((tmp_path,), tmp_path / "out", date(2027, 4, 24), "ru")
    assert [(term.action, term.days) for term in later.clients[0].soon] == [("Обучить смену", 7)]
    assert "В ближайшие две недели сроков нет." not in said(later)


def test_the_round_that_the_last_report_promises_comes_next() -> None:
    """Measurements that were missed are counted and leave it its place on the page."""
    told = overview((samples() / "clinic.yaml",), Path("out"), date(2028, 3, 1), "ru")
    (clinic,) = told.clients
    assert ("Замер 4", date(2028, 5, 31)) in [(step.what, step.due) for step in clinic.next]
    page = said(told)
    assert "не измерено в срок: " in page
    assert "Замер 4\n31.05.2028" in page


def test_an_indicator_is_off_its_path_that_lags_behind_the_line_to_its_target(found: Overview) -> None:
    """From 20 to 10 in a year: half a year later 15 are expected; 14 are better, 18 are not."""
    lags = {each.name: each.off_path for each in found.clients}
    assert lags["Клиент 2"] == ()
    (lag,) = lags["Клиент 1"]
    assert (lag.indicator, lag.measured.replace("\xa0", " "), lag.expected.replace("\xa0", " ")) == (
        "Ожидание", "18 мин", "15 мин",
    )  # fmt: skip


def test_what_comes_next_is_the_round_and_the_measurement_that_is_due(found: Overview) -> None:
    each = next(each for each in found.clients if each.name == "Клиент 1")
    assert [(step.what, step.due.isoformat()) for step in each.next] == [
        ("Ожидание", "2027-04-01"),
        ("Весна", "2027-06-01"),
    ]


def test_the_benchmark_has_no_names_and_is_silent_below_five(found: Overview) -> None:
    """Six scored the manner of speech; of the knowledge one score is an example of the starter, so five are left."""
    speech, knowledge = found.benchmark
    assert (speech.component, speech.n, float(speech.low), float(speech.median), float(speech.high)) == (
        "staff", 6, 6.25, 7.5, 8.75,
    )  # fmt: skip
    assert knowledge.n == 5
    fewer = Overview(DAY, "ru", found.clients[:5], ())
    assert "меньше, чем 5: сравнение не печатается" in said(fewer)
    told = json.dumps(found.data()["benchmark"], ensure_ascii=False)
    assert "Клиент" not in told
    assert "scores" not in json.dumps(found.data()["clients"])


def test_names_of_clients_are_text(found: Overview) -> None:
    assert b"<b>\xd0\xa8" not in _html(found)
    assert "<b>Шестой</b> & «шесть»" in said(found)


def test_the_command_writes_page_and_data_in_the_language_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same day gives the same bytes."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "Один")
    made = []
    for _ in range(2):
        with pytest.raises(SystemExit) as left:
            Program().main(
                ["overview", ".", "--date", "2027-03-15", "--lang", "en", "-o", "out"], "conceptgen"
            )
        assert left.value.code == 0
        made.append({path.name: path.read_bytes() for path in Path("out").iterdir() if path.is_file()})
    assert made[0] == made[1]
    assert set(made[0]) == {"overview.html", "overview.json"}
    assert json.loads(made[0]["overview.json"])["clients"][0]["name"] == "Один"
    assert b"Overview of clients" in made[0]["overview.html"]


def test_a_page_changed_by_hand_stays_beside_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The next run replaces its own page in silence."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "Один")
    page = Path("out/overview.html")

    def look() -> str:
        with pytest.raises(SystemExit) as left:
            Program().main(["overview", ".", "--date", "2027-03-15", "-o", "out"], "conceptgen")
        assert left.value.code == 0
        return capsys.readouterr().err

    assert look() == ""
    page.write_text("правили руками")
    assert "overview.edited-" in look()
    assert page.read_text() != "правили руками"
    (aside,) = Path("out").glob("overview.edited-*.html")
    assert aside.read_text() == "правили руками"
    put(tmp_path, "Два")
    assert look() == ""
    assert len(list(Path("out").iterdir())) == 4


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--date", "2027-13-01"], "«2027-13-01»"),
        ([], "Файлов с данными здесь нет"),
        (["--lang", "xx"], "«xx»"),
    ],
)
def test_what_cannot_be_wished_is_said(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    with pytest.raises(SystemExit) as left:
        Program().main(["overview", ".", *arguments], "conceptgen")
    assert left.value.code == 2
    assert told in capsys.readouterr().err
    assert not Path("out").exists()


def test_a_client_is_drawn_among_the_others_where_the_input_says_how_they_stand() -> None:
    """Two edges of a band on the radar, before the client's own lines; of fewer than five nothing is accepted."""
    text = (samples() / "hotel.yaml").read_text(encoding="utf-8")
    known = project("hotel").concept
    assert known
    assert known.current_state
    ids = [each.id for each in known.current_state.criteria if each.id]
    told = "settings: {{benchmark: [{{criterion: {id}, low: 5, median: 6, high: 7.5, n: {n}}}]}}\n"
    body = text if "\nsettings:" not in text else text.partition("\nsettings:")[0]
    made = load(f"{body}\n{told.format(id=ids[0], n=6)}".encode(), "hotel.yaml").project
    assert made
    chart = next(
        each for each in blocks(compose(made)) if isinstance(each, Chart) and isinstance(each.data, Radar)
    )
    assert isinstance(chart.data, Radar)
    names = [series.name for series in chart.data.series]
    assert names[:2] == [
        "Other clients (6 or more), lower quartile",
        "Other clients (6 or more), upper quartile",
    ]
    drawn = [[float(value) for value in each.values if value is not None] for each in chart.data.series[:2]]
    assert drawn == [[5.0], [7.5]]
    assert chart.data.series[0].values.count(None) == len(chart.data.axes) - 1
    few = load(f"{body}\n{told.format(id=ids[0], n=4)}".encode(), "hotel.yaml")
    assert few.project is None
