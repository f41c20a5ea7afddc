"""Single values: what is a text stays a text, a number keeps its decimals, a date its form, an unknown its reason."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from inputs import HEAD, codes, findings, only, project, under

from conceptgen.input import load_bytes
from conceptgen.input.check.wrong_words import meant_value
from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.model import enums
from conceptgen.model.base import FORMS, Unknown
from conceptgen.model.concept import Concept
from conceptgen.model.dates import When, fiscal
from conceptgen.model.indicators import Indicator, Target
from conceptgen.model.project import Project
from conceptgen.resources import template_path


def target(figure: str) -> Target:
    """A target with this figure."""
    return indicator(f"targets: {figure}").targets[0]


def indicator(field: str) -> Indicator:
    """An indicator with this field."""
    return _concept(project(_indicator(field))).indicators[0]


def _indicator(field: str) -> str:
    return f"concept:\n  indicators:\n    - name: Ожидание\n      {field}\n"


def when(text: str, settings: str = "") -> When:
    """The date that a text means."""
    start = _concept(project(f"concept: {{programme: {{start: {text}}}}}\n{settings}")).programme
    assert start is not None
    assert isinstance(start.start, When)
    return start.start


def _concept(found: Project) -> Concept:
    assert found.concept is not None
    return found.concept


@pytest.mark.parametrize(
    "text",
    ["1.10", "007", "12:30", "да", "NO", "no", "on", "y", "1e5", "0x10", "0o17", "1_000", "2026-01-01", "+7"],
)
def test_text_stays_text(text: str) -> None:
    """Nothing in a text field becomes a number, a date, a time or a truth."""
    assert _concept(project(f"concept: {{purpose: {text}}}\n")).purpose == text
    assert _concept(project(f'concept: {{purpose: "{text}"}}\n')).purpose == text


@pytest.mark.parametrize("text", ["~", "null", "true"])
def test_quoted_words_of_the_format_are_texts(text: str) -> None:
    """In quotes they mean themselves."""
    assert _concept(project(f'concept: {{purpose: "{text}"}}\n')).purpose == text


@pytest.mark.parametrize("nothing", ["", "~", "null", "[]"])
def test_nothing_is_absent(nothing: str) -> None:
    """An empty value is as good as no line at all."""
    assert indicator(f"goals: {nothing}").goals == ()
    assert indicator("owner: null").owner is None


def test_an_empty_item_of_a_list_is_no_value() -> None:
    """It is told where it stands, and what follows it keeps its place."""
    body = _indicator("goals: [~, g_none]")
    assert codes(body) == ["E-TYP-12", "E-REF-01"]
    assert [finding.path[-1] for finding in findings(body)] == [0, 1]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("4.50", "4.50"),
        ("0", "0"),
        ("-12", "-12"),
        ("−12", "-12"),
        ("+7", "7"),
        ("99.9985", "99.9985"),
        ("1e3", "1000"),
    ],
)
def test_numbers_keep_their_decimals(written: str, value: str) -> None:
    """No rounding, no lost zero, the typographic minus is a minus."""
    found = target(f"{{value: {written}}}").value
    assert found is not None
    assert format(found, "f") == value


def test_decimal_comma_is_accepted_with_a_note() -> None:
    """«4,5» is 4.5, and the note stands where it is written."""
    body = _indicator('targets: [{value: "4,5"}, {value: "-0,125"}]')
    assert codes(body) == ["N-TYP-01", "N-TYP-01"]
    assert [t.value for t in _concept(project(body)).indicators[0].targets] == [
        Decimal("4.5"),
        Decimal("-0.125"),
    ]
    first = findings(body)[0]
    assert under(body, first).startswith('"4,5"')
    assert first.path == ("concept", "indicators", 0, "targets", 0, "value")
    assert first.message == "«4,5» прочитано как 4.5"


@pytest.mark.parametrize(
    ("written", "ready"),
    [
        ("85–90 %", "min: 85, max: 90, unit: pct"),
        ("85-90%", "min: 85, max: 90, unit: pct"),
        ("от 85 до 90", "min: 85, max: 90"),
        ("от 5 мин до 10 мин", "min: 5, max: 10, unit: min"),
        ("не менее 90 %", "at_least: 90, unit: pct"),
        ("≤ 15 мин", "at_most: 15, unit: min"),
        ("свыше 1 000", "more_than: 1000"),
        ("менее 4,5 часа", "less_than: 4.5, unit: hour"),
        ("около 3 рабочих дней", "about: 3, unit: day_work"),
        ("90 %", "value: 90, unit: pct"),
        ("1 000 000", "value: 1000000"),
        ("-5 п. п.", "value: -5, unit: pp"),
    ],
)
def test_a_number_with_words_is_refused_with_the_ready_replacement(written: str, ready: str) -> None:
    """What the hint offers can be pasted, and then loads."""
    finding = only(_indicator(f'targets: [{{value: "{written}"}}]'))
    assert finding.code == "E-TYP-04"
    assert finding.hint.endswith(f"напишите «{ready}»")
    assert target(f"[{{{ready}}}]").form


@pytest.mark.parametrize(
    ("place", "ready"),
    [
        ("targets: [{at_least: 90 %}]", "«at_least: 90, unit: pct»"),
        ("targets: [{at_least: 90 %, unit: pct}]", "«at_least: 90»"),
        ("targets: [{change: {up_by: 10–15}}]", "«{min: 10, max: 15}»"),
        ("sample_min: 1 000", "«sample_min: 1000»"),
    ],
)
def test_the_replacement_fits_its_place(place: str, ready: str) -> None:
    """Beside its key, without a unit that stands there already, in braces where there is no key."""
    assert only(_indicator(place)).hint.endswith(f"напишите {ready}")


@pytest.mark.parametrize(
    ("written", "first", "second"),
    [
        ("до 3 %", "at_most: 3, unit: pct", "less_than: 3, unit: pct"),
        ("1,234", "value: 1.234", "value: 1234"),
    ],
)
def test_what_can_mean_two_things_is_asked(written: str, first: str, second: str) -> None:
    """Nothing is guessed."""
    finding = only(_indicator(f'targets: [{{value: "{written}"}}]'))
    assert finding.code == "E-TYP-05"
    assert finding.hint.endswith(f"напишите «{first}» или «{second}»")


@pytest.mark.parametrize("written", ["н/д", "-", "нет данных", "TBA", "уточняется", "unknown"])
def test_no_data_must_say_why(written: str) -> None:
    """A stated unknown is an answer; a dash is none."""
    finding = only(_indicator(f'targets: [{{value: "{written}"}}]'))
    assert finding.code == "E-TYP-06"
    assert "unknown: {reason: not_measured" in finding.hint


@pytest.mark.parametrize("junk", ["1" * 60_000, "1 " * 30_000, "5 " + "-" * 40_000 + "x", "до" * 20_000])
def test_long_junk_in_a_number_is_refused_at_once(junk: str) -> None:
    """No pattern hangs, and the message stays short."""
    assert all(len(str(finding)) < 600 for finding in findings(_indicator(f'targets: [{{value: "{junk}"}}]')))


@pytest.mark.parametrize(
    ("figure", "form"),
    [
        ("{value: 6}", "value"),
        ("{min: 1, max: 5, unit: min}", "min"),
        ("{min: 5, max: 5}", "min"),
        ("{at_least: 1}", "at_least"),
        ("{at_most: 1}", "at_most"),
        ("{more_than: 8}", "more_than"),
        ("{less_than: 8}", "less_than"),
        ("{from: 500}", "from_"),
        ("{about: 30}", "about"),
        ("{state: регламент утверждён, done_when: подписан приказ}", "state"),
        ("{fraction: [1, 2000]}", "fraction"),
        ("{duration: PT4M22S}", "duration"),
        ("{change: {up_by: 10, unit: pct}}", "change"),
        ("{change: {up_by: {min: 10, max: 15}, unit: pp, from: уровень 2025 года}}", "change"),
        ("{change: {times_more: 12}}", "change"),
        ("{unknown: tbd}", "unknown"),
        ("{unknown: {reason: не измерялось, resolve_by: 2027-02-01, owner: admin}}", "unknown"),
    ],
)
def test_every_form_of_a_figure(figure: str, form: str) -> None:
    """As the shape of the input lists them."""
    assert target(f"[{figure}]").form == form
    assert form in FORMS


@pytest.mark.parametrize(
    ("figure", "code"),
    [
        ("{value: 1, at_most: 3}", "E-TYP-09"),
        ("{value: 1, unknown: tbd}", "E-TYP-09"),
        ("{due: 2027}", "E-TYP-09"),
        ("{change: {up_by: 1, down_by: 2}}", "E-TYP-09"),
        ("{min: 5}", "E-TYP-14"),
        ("{max: 5}", "E-TYP-14"),
        ("{min: 9, max: 3}", "E-IND-04"),
        ("{change: {up_by: {min: 15, max: 10}, unit: pct}}", "E-IND-04"),
        ("{fraction: [1, 2, 3]}", "E-TYP-19"),
        ("{fraction: 1 из 2000}", "E-TYP-19"),
        ("{duration: 5 минут}", "E-TYP-18"),
        ("{duration: PT}", "E-TYP-18"),
    ],
)
def test_a_figure_has_exactly_one_form(figure: str, code: str) -> None:
    """Two forms, half a form, a form upside down."""
    assert codes(_indicator(f"targets: [{figure}]")) == [code]


@pytest.mark.parametrize(
    ("text", "form", "first", "last"),
    [
        ("2026-11-21", "day", (2026, 11, 21), (2026, 11, 21)),
        ("2028-02-29", "day", (2028, 2, 29), (2028, 2, 29)),
        ("2026-02", "month", (2026, 2, 1), (2026, 2, 28)),
        ("2026-Q4", "quarter", (2026, 10, 1), (2026, 12, 31)),
        ("2026-H2", "half", (2026, 7, 1), (2026, 12, 31)),
        ("2026", "year", (2026, 1, 1), (2026, 12, 31)),
        ("{from: 2026-07, to: 2026-09}", "span", (2026, 7, 1), (2026, 9, 30)),
        ("{from: 2026-Q2, to: 2026}", "span", (2026, 4, 1), (2026, 12, 31)),
        ("{date: 2026-04, as_written: до апреля включительно}", "month", (2026, 4, 1), (2026, 4, 30)),
    ],
)
def test_every_form_of_a_date(text: str, form: str, first: tuple[int, ...], last: tuple[int, ...]) -> None:
    """A period has its first and its last day; it is never widened or narrowed."""
    found = when(text)
    assert (found.form, found.first, found.last) == (form, date(*first), date(*last))
    assert found.as_written == ("до апреля включительно" if "as_written" in text else "")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("FY2026", (2025, 7, 1), (2026, 6, 30)),
        ("FY2026-Q3", (2026, 1, 1), (2026, 3, 31)),
        ("FY2026-H1", (2025, 7, 1), (2025, 12, 31)),
        ("{from: FY2026-Q1, to: FY2026-Q2}", (2025, 7, 1), (2025, 12, 31)),
        ("{date: FY2026-Q4, as_written: конец года}", (2026, 4, 1), (2026, 6, 30)),
        ("2026-Q3", (2026, 7, 1), (2026, 9, 30)),
    ],
)
def test_fiscal_periods_move_with_the_setting(
    text: str, first: tuple[int, ...], last: tuple[int, ...]
) -> None:
    """A fiscal year that begins in July; a calendar period stays where it is."""
    settings = "settings: {fiscal_year_start: 7}\n"
    start = project(f"concept: {{programme: {{start: {text}}}}}\n{settings}").settings.fiscal_year_start
    moved = fiscal(when(text, settings), start)
    assert (moved.first, moved.last) == (date(*first), date(*last))
    assert fiscal(when(text), 1) == when(text)


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("2026-13-45", "E-DAT-01", "2026-13-45"),
        ("2027-02-29", "E-DAT-01", "2027-02-29"),
        ("31.11.2026", "E-DAT-01", "31.11.2026"),
        ("0812", "E-DAT-01", "0812"),
        ("05/06/2026", "E-DAT-02", "05/06/2026"),
        ("FY2026-11", "E-DAT-02", "FY2026-11"),
        ("{to: 2026}", "E-DAT-02", "start"),
        ("{from: 2026-09, to: 2026-07}", "E-DAT-03", "2026-09"),
        ("{from: 2026-07, to: 2026-07-32}", "E-DAT-01", "2026-07-32"),
        ("{from: FY2026, to: 2026}", "E-DAT-05", "2026}"),
        ("[2026]", "E-TYP-02", "start"),
        ("{date: 2026, as_written: [x]}", "E-TYP-02", "start"),
    ],
)
def test_refused_dates_are_shown_where_they_stand(text: str, code: str, at: str) -> None:
    """Impossible, ambiguous, upside down: at the very value."""
    body = f"concept: {{programme: {{start: {text}}}}}\n"
    finding = only(body)
    assert finding.code == code
    assert under(body, finding).startswith(at)


def test_a_dotted_date_gets_its_iso_form() -> None:
    """Day first, as Russian dates are written."""
    finding = only("concept: {programme: {start: 05.06.2026}}\n")
    assert (finding.code, finding.hint) == ("N-DAT-01", "В файле она пишется так: 2026-06-05")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("20.11.2026", "2026-11-20"),
        ("5.6.2026 г.", "2026-06-05"),
        ("11.2026", "2026-11"),
        ("ноябрь 2026", "2026-11"),
        ("ноября 2026 года", "2026-11"),
        ("20 ноября 2026 г.", "2026-11-20"),
        ("20 нояб. 2026", "2026-11-20"),
        ("IV квартал 2026", "2026-Q4"),
        ("4-й квартал 2026 г.", "2026-Q4"),
        ("4 кв. 2026", "2026-Q4"),
        ("II полугодие 2026", "2026-H2"),
        ("1-е полугодие 2027 г.", "2027-H1"),
        ("2026 г.", "2026"),
        ("November 20, 2026", "2026-11-20"),
        ("20 Nov 2026", "2026-11-20"),
        ("Q4 2026", "2026-Q4"),
    ],
)
def test_a_date_as_in_a_letter_is_read_and_noted(written: str, meant: str) -> None:
    body = f"concept: {{programme: {{start: '{written}'}}}}\n"
    loaded = load_bytes((HEAD + body).encode(), "x.yaml")
    assert loaded.project is not None
    assert [(each.code, meant in each.hint) for each in loaded.findings] == [("N-DAT-01", True)]
    assert when(f"'{written}'") == when(meant)


@pytest.mark.parametrize(
    "written", ["05/06/2026", "31.11.2026", "V квартал 2026", "весной 2026", "3 полугодие 2026"]
)
def test_what_is_no_day_or_two_is_no_date(written: str) -> None:
    assert only(f"concept: {{programme: {{start: '{written}'}}}}\n").severity == "error"


def test_the_hint_for_a_date_is_the_same_every_time() -> None:
    """Keys are shown in the order of the file, not of a set."""
    assert (
        "zz, from, b, a" in only("concept: {programme: {start: {zz: 1, from: 2026, b: 1, a: 2}}}\n").message
    )


@pytest.mark.parametrize(
    ("concept", "path"),
    [
        ("{summary: {unknown: not_in_source}}", "summary"),
        ("{programme: {start: {unknown: {reason: tbd}}}}", "programme.start"),
        ("{programme: {start: неизвестно}}", "programme.start"),
        ("{goals: [{text: Ц, owner: {unknown: {reason: tbd, owner: admin}}}]}", "goals.0.owner"),
        ("{goals: [{text: Ц, owner: unknown}]}", "goals.0.owner"),
        ("{indicators: [{name: П, baseline: {unknown: not_measured}}]}", "indicators.0.baseline.unknown"),
        ("{current_state: {components: {staff: {unknown: {}}}}}", "current_state.components.staff"),
    ],
)
def test_unknown_may_stand_for_a_text_a_date_a_reference_a_figure(concept: str, path: str) -> None:
    """A stated unknown is an answer."""
    value: Any = _concept(project(f"concept: {concept}\n"))
    for step in path.split("."):
        value = (
            value[int(step)]
            if step.isdigit()
            else value[step]
            if isinstance(value, dict)
            else getattr(value, step)
        )
    assert isinstance(value, Unknown)


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("{}", "E-TYP-02", "summary"),
        ("{a: 1}", "E-TYP-02", "summary"),
        ("[a, b]", "E-TYP-02", "summary"),
        ("{unknown: tbd, resolve_by: 2027}", "E-TYP-13", "resolve_by"),
        ("{unknown: {resolv_by: 2027}}", "E-REF-04", "resolv_by"),
        ("{unknown: потом}", "E-TYP-08", "потом"),
        ("{unknown: {owner: nobody}}", "E-REF-01", "nobody"),
        ('""', "E-TYP-12", '""'),
    ],
)
def test_neither_a_text_nor_an_unknown(text: str, code: str, at: str) -> None:
    """``summary: {}`` is a finding, not a crash; what is wrong inside an unknown is shown inside it."""
    body = f"concept: {{summary: {text}}}\n"
    finding = only(body)
    assert finding.code == code
    assert under(body, finding).startswith(at)


@pytest.mark.parametrize("written", ["high", "высокий", "ВЫСОКИЙ", "High", " high "])
def test_a_listed_value_in_english_or_russian(written: str) -> None:
    """In any case; what is kept is the value."""
    assert (
        _concept(project(f'concept: {{goals: [{{text: Ц, priority: "{written}"}}]}}\n')).goals[0].priority
        == "high"
    )


def test_no_spelling_means_two_values_of_a_list() -> None:
    """Labels of a list are told apart in every language, whatever the case."""
    for language in LANGUAGES:
        for name, labels in vocabulary(language)["lists"].items():
            spelled = [label.casefold() for label in labels.values()]
            assert len(set(spelled)) == len(spelled), (language, name)
            assert all(enums.by_label(name)[label.casefold()] == value for value, label in labels.items())


def test_every_listed_value_has_a_label() -> None:
    """The values of the program and of the language files are the same."""
    for annotation in vars(enums).values():
        names = [
            each.name for each in getattr(annotation, "__metadata__", ()) if isinstance(each, enums.Listed)
        ]
        for name in names:
            assert {*get_args(get_args(annotation)[0])} <= {*vocabulary("ru")["lists"][name]}, name


@pytest.mark.parametrize("written", ["true", "True", "да", "Да", "yes"])
def test_yes_is_yes(written: str) -> None:
    """Where the field asks yes or no."""
    assert (
        _concept(project(f"concept: {{goals: [{{text: Ц, internal: {written}}}]}}\n")).goals[0].internal
        is True
    )


def test_a_lone_item_stands_for_a_list() -> None:
    """One reference, one text, one mapping."""
    goal = _concept(project("concept:\n  goals: {id: g, text: Ц, deputies: admin, tasks: Задача}\n")).goals[0]
    assert (goal.deputies, [task.text for task in goal.tasks]) == (("admin",), ["Задача"])


def test_disputed_readings_are_all_kept() -> None:
    """Figures, texts and dates that disagree, each with its source."""
    found = indicator("baseline: {value: 6, disputed: [{value: 7, source: s}, {text: «не меньше пяти»}, {date: 2025}]}"
                      "\nsources: [{id: s, name: Отчёт}]").baseline  # fmt: skip
    assert found is not None
    assert [reading.form for reading in found.disputed] == ["value", "", ""]
    assert found.disputed[0].source[0].id == "s"


def test_a_title_has_its_limit() -> None:
    """Three hundred characters, and the message says how many there are."""
    (finding,) = load_bytes(
        (HEAD + "concept: {}\n").replace("Концепция", "я" * 301).encode(), "вход.yaml"
    ).findings
    assert finding.code == "E-TYP-16"
    assert "301" in finding.message


@pytest.mark.parametrize(
    ("written", "code", "remedy"),
    [
        ("baseline: 40 %", "E-TYP-04", "baseline: {value: 40, unit: pct}"),
        ("baseline: 40", "E-TYP-04", "baseline: {value: 40}"),
        ("baseline: 85-90%", "E-TYP-04", "baseline: {min: 85, max: 90, unit: pct}"),
        ("baseline: не более 5 мин", "E-TYP-04", "baseline: {at_most: 5, unit: min}"),
        ('baseline: "4,5"', "E-TYP-04", "baseline: {value: 4.5}"),
        ("baseline: “40 %”", "E-TYP-04", "baseline: {value: 40, unit: pct}"),
        ("baseline: 3 из 10", "E-TYP-04", "baseline: {fraction: [3, 10]}"),
        ("baseline: 1,234", "E-TYP-05", "baseline: {value: 1.234}» или «baseline: {value: 1234}"),
        ("baseline: неизвестно", "E-TYP-06", "baseline: {unknown: {reason: not_measured}}"),
        ("baseline: уточняется", "E-TYP-06", "baseline: {unknown: {reason: tbd}}"),
        ("targets: [85–90 %]", "E-TYP-04", "{min: 85, max: 90, unit: pct}"),
        ("targets: 20 сек", "E-TYP-04", "{value: 20, unit: sec}"),
        ("baseline: высокий", "E-TYP-02", "блок"),
    ],
)
def test_a_bare_figure_is_refused_with_its_block(written: str, code: str, remedy: str) -> None:
    """What is written as a text where a block is expected comes back as that block."""
    finding = only(_indicator(written))
    assert finding.code == code
    assert remedy in finding.hint


def test_bare_terms_and_sums_are_refused_with_their_blocks() -> None:
    """A term in months, money in roubles."""
    causes = "causes: [{criterion: {}, time_to_level: 2 месяца}]".replace("{}", "c")
    criteria = "criteria: [{id: c, component: staff, name: К}]"
    (finding,) = findings(f"concept: {{current_state: {{{criteria}, {causes}}}}}\n")
    assert (finding.code, "time_to_level: {value: 2, unit: month}" in finding.hint) == ("E-TYP-04", True)
    finding = only("concept: {programme: {actions: [{name: М, cost: 90 000 руб.}]}}\n")
    assert "cost: {amount: 90000, currency: RUB}" in finding.hint


@pytest.mark.parametrize(
    ("field", "meant"),
    [
        ("frequency: раз в месяц", "«ежемесячно» (monthly)"),
        ("direction: вниз", "«снижение» (decrease)"),
        ("phase: во время", "«во время покупки» (during)"),
        ("unit: процентов", "«%» (pct)"),
        ("unit: минут", "«мин» (min)"),
        ("unit: день", "«дн.» (day)"),
        ("baseline: {value: 1, unit: п. п.}", "«п.\u00a0п.» (pp)"),
    ],
)
def test_a_synonym_of_a_listed_value_is_suggested(field: str, meant: str) -> None:
    """People write what they would say."""
    found = [finding for finding in findings(_indicator(field)) if finding.code == "E-TYP-08"]
    assert [finding.hint.startswith(f"Возможно, {meant};") for finding in found] == [True]


def test_words_of_the_document_are_suggested() -> None:
    """A draft, a recent cause."""
    body = HEAD.replace("date: 2026-11-21", "date: 2026-11-21, status: черновик").encode()
    assert any(
        "Возможно, «проект» (draft)" in finding.hint for finding in load_bytes(body, "вход.yaml").findings
    )
    assert meant_value("недавно", "onset") == "recent"


@pytest.mark.parametrize("language", LANGUAGES)
def test_glosses_of_the_starter_are_accepted_values(language: str) -> None:
    """What a comment calls a value may be written instead of the value."""
    labels = {
        (value, label) for labels in vocabulary(language)["lists"].values() for value, label in labels.items()
    }
    values = {value for value, _ in labels}
    text = template_path("new", f"starter.{language}.yaml").read_text("utf-8")
    glosses = re.findall(r"\b(\w+)(?: —|:) ([\w ]+?)(?=[,;\n])", "\n".join(re.findall("#.*", text)) + "\n")
    assert [gloss for gloss in glosses if gloss[0] in values - {"level"} and gloss not in labels] == []


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("25/06/2027", "Замените на 2027-06-25;"),
        ("01/02/2027", "Это может быть 2027-02-01 или 2027-01-02:"),
        ("“2027-01-11”", "Уберите кавычки-ёлочки и лапки вокруг значения: 2027-01-11"),
        ("«2027-01-11»", "Уберите кавычки-ёлочки и лапки вокруг значения: 2027-01-11"),
    ],
)
def test_an_odd_date_is_refused_with_the_ready_date(written: str, remedy: str) -> None:
    """A day with slashes, typographic quotes."""
    finding = only(f"concept: {{programme: {{start: {written}}}}}\n")
    assert (finding.code, finding.hint.startswith(remedy)) == ("E-DAT-02", True)


def test_a_fraction_in_words_is_refused_with_the_ready_pair() -> None:
    """«3 из 10»."""
    assert only(_indicator("baseline: {fraction: 3 из 10}")).hint.endswith("(fraction: [3, 10])")


def test_a_decimal_comma_between_braces_is_told_once() -> None:
    """Not as an error and a note."""
    assert codes(_indicator("baseline: {value: 4,5, unit: min}")) == ["E-YML-08"]


def test_a_required_field_without_a_value_is_told_at_its_key() -> None:
    """Not as a line to be added where there is one."""
    body = "concept:\n  goals:\n    - id: g\n      text:\n"
    finding = only(body)
    assert (finding.code, under(body, finding)) == ("E-TYP-12", "text:")
    assert finding.message == "Поле «Цель» (text) пустое"


@pytest.mark.parametrize(
    "written",
    [
        "0.1000000000000000055",
        "1.5e400",
        "9" * 40,
        "0,10000000000000000555",
        "не менее 0.1000000000000000055",
        "1 000 000 000 000 000 000 000 000 000 000 000",
        "9" * 5000,
    ],
)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_number_of_too_many_digits_is_no_advice_to_write_it_again(written: str, language: str) -> None:
    body = f"concept: {{indicators: [{{id: i, name: Доля, unit: pct, baseline: {{value: {json.dumps(written)}}}}}]}}\n"
    found = load_bytes(
        HEAD.replace("title:", f"language: {language}, title:").encode() + body.encode(), "x.yaml"
    )
    (finding,) = (each for each in found.findings if each.code == "E-TYP-03")
    assert {"ru": "слишком много знаков", "en": "too many digits"}[language] in finding.message
    assert written[:12] not in finding.hint


@pytest.mark.parametrize(
    "written", ["{from: 2026}", "{to: 2026}", "{date: 2026}", "{from: 2026, till: 2027}"]
)
def test_a_date_of_the_wrong_fields_is_told_in_words(written: str) -> None:
    finding = only(f"concept: {{programme: {{start: {written}}}}}\n")
    assert finding.code == "E-DAT-02"
    assert "{" not in finding.message
    assert all(key in finding.message for key in re.findall(r"(\w+):", written))
    assert "(from) и «Конец промежутка» (to)" in finding.hint


@pytest.mark.parametrize("field", ["programme: {start: ''}", "programme: {start: {}}"])
def test_an_empty_date_is_an_empty_value(field: str) -> None:
    assert only(f"concept: {{{field}}}\n").code == "E-TYP-12"
