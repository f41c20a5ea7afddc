"""Values of kinds that real files have: every sentence around them stands, in both languages."""

from __future__ import annotations

import pytest
from test_told_truly import composed, said

from conceptgen.composition import compose
from conceptgen.document.blocks import Document
from conceptgen.input import load_bytes

APPROVAL = "approval: {mode: MODE, number: '5', protocol: '3', body: Совет, act: приказ, date: DATE}"
STATE = "concept: {current_state: {rounds: [{id: w, name: Осень, date: 2026-07}], %s}}\n"
ONE = "criteria: [{id: k, component: staff, name: Встреча, scores: [{round: w, %s}]}, {component: staff, name: Речь}]"
STEP = "{criterion: k, first_step: {text: завести журнал, who: %s}}"
ACTIONS = "concept: {programme: {name: П, start: 2027-03-01, actions: [{name: Обучить, %s}]}}\n"
POINTS = """chains:
  - name: Цепочка
    stages:
      - name: Визит
        emotion: [{value: FEELING}]
        touchpoints: [{name: Холл, client_expectation: unknown, frontstage: unknown, handover: {to: h, rule: молча}}]
"""


def with_head(
    old: str, new: str, body: str, kind: str = "concept", variant: str = "full", language: str = "ru"
) -> Document:
    """The usual input with another head."""
    from test_told_truly import HEAD

    text = HEAD.replace("LANGUAGE", language).replace(old, new) + body
    loaded = load_bytes(text.encode(), "a.yaml")
    assert loaded.project, loaded.findings
    return compose(loaded.project, kind, variant)


@pytest.mark.parametrize("mode", ["by_act", "by_body"])
@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2027-02", "от февраля 2027 г. № "),
        ("2027-Q2", "от II квартала 2027 г. № "),
        ("'2026'", "от 2026 г. № "),
        ("unknown", "от «___» ________ 20__ г. № "),
        ("{date: 2027, as_written: в день основания}", "в день основания № "),
    ],
)
def test_the_date_of_an_act_stands_in_its_case_or_is_a_blank(mode: str, date: str, told: str) -> None:
    head = APPROVAL.replace("MODE", mode).replace("DATE", date)
    assert told in said(with_head("title: Сервис", f"title: Сервис, {head}", "concept: {purpose: П}\n"))


@pytest.mark.parametrize(
    ("score", "told"), [("min: 3, max: 4", "3–4"), ("at_least: 8", "не менее 8"), ("about: 7", "около 7")]
)
def test_a_score_that_is_no_single_number_stands_in_the_table(score: str, told: str) -> None:
    text = said(composed(STATE % (ONE % score)))
    table = text.partition("Оценки критериев")[2].partition("Прочие сведения")[0]
    assert told in table.splitlines()
    assert "баллов нет" not in text
    assert "Прочие сведения" not in text


def test_who_takes_a_step_is_named_when_nobody_knows_who() -> None:
    body = STATE % (f"{ONE % 'value: 3'}, causes: [{STEP}]")
    assert "завести журнал — кто делает: нет данных" in said(composed(body % "unknown"))
    assert "завести журнал — Руководитель" in said(composed(body % "h"))
    assert "done by: no data" in said(composed(body % "unknown", language="en"))


def test_a_zone_of_the_client_without_a_lack_has_no_empty_head() -> None:
    own = "custom_zones: [{id: own, name: Лестница, client_meaning: боится}]\n"
    body = STATE % "zone_audit: [{problem_zone: own, verdict: found}]" + own
    lines = said(composed(body)).splitlines()
    assert any(each.endswith("боится") for each in lines)
    assert not any("Не хватает:" in each for each in lines)


def test_what_was_not_assessed_does_not_deny_the_scores_beside_it() -> None:
    reason = "not_assessed: {reason: столовая закрыта}"
    assert "Оценено не всё: столовая закрыта" in said(composed(STATE % f"{ONE % 'value: 3'}, {reason}"))
    assert "Оценка не проводилась: столовая закрыта" in said(composed(STATE % reason))


def test_how_often_a_problem_happens_is_told_with_its_time_beside_the_problem() -> None:
    body = (
        STATE % "findings: [{text: Мокро, frequency: {fraction: [2, 5], date: 2026-07}, impact: [complaint]}]"
    )
    lines = said(composed(body)).splitlines()
    assert "частота: 2 из 5 (июль 2026 г.)" in lines
    assert "последствия: жалобы" in lines


@pytest.mark.parametrize(
    ("fields", "told", "untold"),
    [
        ("recurring: yearly, start: 2027, prior: true", "с 2027 г.", "[заполнить: срок]"),
        ("recurring: weekly, start: 2027-04-05", "с 05.04.2027", "[заполнить: срок]"),
        ("status: cancelled, deviation_reason: не нужно", "не нужно", "[заполнить: результат]"),
        ("status: merged", "объединено с другим", "[заполнить: срок]"),
        ("direction: обстановка", "обстановка", "Прочие сведения"),
    ],
)
def test_an_action_waits_only_for_what_it_needs(fields: str, told: str, untold: str) -> None:
    text = said(composed(ACTIONS % fields))
    assert told in text
    assert untold not in text


@pytest.mark.parametrize("status", ["done", "cancelled", "merged"])
def test_what_is_over_is_no_next_action(status: str) -> None:
    body = ACTIONS % "deadline: 2027-03-20, status: STATUS"
    assert "Обучить" in said(composed(body.replace("STATUS", "planned"), variant="short"))
    assert "Обучить" not in said(composed(body.replace("STATUS", status), variant="short"))


def test_an_unknown_text_is_never_printed_as_the_word_of_the_file() -> None:
    head = "title: Сервис, binding: {is_binding: true, introduced_by: unknown}"
    principle = "concept: {principles: [{text: Ждём., client_meaning: unknown}]}\n"
    for kind, variant, body in (
        ("concept", "full", principle),
        ("concept", "short", principle),
        ("concept", "page", principle),
        ("chain", "full", POINTS.replace("FEELING", "3")),
        ("chain", "short", POINTS.replace("FEELING", "3")),
    ):
        text = said(with_head("title: Сервис", head, body, kind, variant))
        assert "unknown" not in text
    assert "Ждёт: нет данных" in said(composed(POINTS.replace("FEELING", "3"), "chain"))


def test_an_undated_chain_says_what_it_has_no_data_of() -> None:
    text = said(
        with_head("date: 2027-03-02", "date: unknown", POINTS.replace("FEELING", "3"), "chain", "short")
    )
    assert "Пекарня «Опыт»; дата: нет данных" in text


def test_to_whom_and_how_are_one_sentence() -> None:
    assert "Передаёт: Руководитель — молча" in said(composed(POINTS.replace("FEELING", "3"), "chain"))


@pytest.mark.parametrize(
    ("number", "told"), [("12-А", "Регистрационный № 12-А"), ("№ 7", "Регистрационный № 7")]
)
def test_a_registered_number_has_its_sign_once(number: str, told: str) -> None:
    document = with_head("title: Сервис", f"title: Сервис, reg_number: {number}", "concept: {purpose: П}\n")
    assert told in said(document)
    assert "№ №" not in said(document)


def test_a_feeling_off_its_scale_is_no_matter_of_the_scale_of_scores() -> None:
    text = "schema: conceptgen/1\ndocument: {title: Т, date: 2027}\norganization: {name: О}\n"
    (told,) = load_bytes(
        (text + POINTS.replace("FEELING", "-1").replace("to: h", "to: unknown")).encode(), "a.yaml"
    ).findings
    assert told.code == "E-ASM-01"
    assert "чувство оценивают от 1" in told.hint


def test_a_target_of_a_review_is_not_longest_and_at_most_at_once() -> None:
    document = with_head(
        "title: Сервис", "title: Сервис, review_cycle: {at_most: 1, unit: year}", "concept: {purpose: П}\n"
    )
    assert "Срок между пересмотрами: не более 1 года" in said(document)


def test_how_many_were_asked_for_a_baseline_stands_beside_it() -> None:
    body = (
        "concept: {indicators: [{name: Ожидание, unit: min, baseline: {value: 9, date: 2026-07, n: 21}}]}\n"
    )
    text = said(composed(body))
    assert "наблюдений: 21" in text
    assert "Прочие сведения" not in text


@pytest.mark.parametrize(
    "written", ["glossary: [{term: Чек, text: unknown}]", "legal_refs: [{kind: gost, name: unknown}]"]
)
def test_a_text_that_cannot_be_unknown_says_so(written: str) -> None:
    text = "schema: conceptgen/1\ndocument: {title: Т, date: 2027}\norganization: {name: О}\nconcept: {purpose: П}\n"
    text += f"{written}\n"
    (told,) = load_bytes(text.encode(), "a.yaml").findings
    assert told.code == "E-TYP-20"


@pytest.mark.parametrize(("first", "second", "is_said"), [(4, 5, False), (2, 5, True), (3, 4, True)])
def test_nobody_feels_worst_where_all_feel_good(first: int, second: int, is_said: bool) -> None:
    stages = "{name: Вход, emotion: [{value: %d}]}, {name: Стол, emotion: [{value: %d}]}"
    stages = f"chains: [{{name: Ц, stages: [{stages}]}}]\n"
    assert ("Хуже всего клиент чувствует" in said(composed(stages % (first, second), "chain"))) is is_said


def test_a_sentence_about_the_manager_ends_once() -> None:
    unknown = "{unknown: {reason: tbd, resolve_by: 2027-04-02}}"
    text = said(composed(f"concept: {{governance: {{sponsor: h, manager: {unknown}}}}}\n"))
    assert "будет определено до 2 апреля 2027 г." in text
    assert ".." not in text


def test_names_with_commas_of_their_own_stand_apart() -> None:
    rollout = "rollout: {audience: [staff, client_facing]}"
    text = said(composed(f"concept: {{governance: {{{rollout}}}}}\n"))
    assert "сотрудники; сотрудники, работающие с клиентами" in text
    head = "title: Сервис, audience: [line_managers, client_facing, partners]"
    text = said(with_head("title: Сервис", head, "concept: {purpose: П}\n"))
    assert "Адресаты: руководители подразделений; сотрудники, работающие с клиентами; партнёры." in text


def test_an_adviser_by_id_is_named_and_nothing_is_left_of_the_id() -> None:
    text = said(composed(STATE % f"{ONE % 'value: 3'}, causes: [{{criterion: k, advisors: [h, соседи]}}]"))
    assert "Могут посоветовать: Руководитель, соседи" in text
    assert "Прочие сведения" not in text


def test_the_direction_of_goals_is_the_head_of_all_of_them() -> None:
    goals = "{direction: Скорость, text: Обед}, {direction: Скорость, text: Счёт}"
    text = said(composed(f"concept: {{goals: [{goals}]}}\n"))
    assert text.splitlines().count("Скорость") == 1
    assert "Прочие сведения" not in text


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2027-05-10", "{date: 2027-10, as_written: до ледостава}", "с 10.05.2027 до ледостава"),
        ("{date: 2027-03, as_written: с первой оттепели}", "2027-06-30", "с первой оттепели до 30.06.2027"),
        ("2027-05-10", "2027-06-30", "10.05.2027 – 30.06.2027"),
    ],
)
def test_words_of_the_author_are_no_end_of_a_dash(start: str, end: str, told: str) -> None:
    text = said(composed(ACTIONS % f"start: {start}, deadline: {end}"))
    assert told in text.replace("—", "–").splitlines()


def test_a_range_of_one_value_is_that_value() -> None:
    facts = (
        "organization:\n  facts: [{text: смен, min: 1, max: 1, unit: day}, {text: залов, min: 2, max: 3}]\n"
    )
    document = with_head("organization:\n", facts, "concept: {purpose: П}\n")
    assert "смен — 1 день" in said(document).replace("–", "—")
    assert "залов — 2–3" in said(document).replace(" – ", " — ")


@pytest.mark.parametrize("unit", ["", ", unit: none"])
def test_a_state_has_no_unit_and_waits_for_none(unit: str) -> None:
    body = f"concept: {{indicators: [{{name: Правила{unit}, baseline: {{state: нет}}, targets: [{{state: есть}}]}}]}}\n"
    text = said(composed(body))
    assert "заполнить: единица" not in text
    assert "без единицы" not in text


@pytest.mark.parametrize(("language", "told"), [("ru", "Отвечает: никто"), ("en", "Responsible: nobody")])
def test_that_nobody_answers_is_known_and_no_gap(language: str, told: str) -> None:
    body = POINTS.replace("FEELING", "3").replace("name: Холл,", "name: Холл, owner: {unknown: nobody},")
    text = said(composed(body, "chain", language=language))
    assert told in text.splitlines()
    assert "заполнить: ответственный" not in text


def test_a_decision_may_be_open() -> None:
    body = POINTS.replace("FEELING", "3").replace("name: Холл,", "name: Холл, decision: undecided,")
    for variant in ("full", "short"):
        text = said(composed(body, "chain", variant=variant)).casefold()
        assert "ещё не решено" in text
        assert "заполнить: решение" not in text


def test_the_problem_zones_are_named_where_input_is_explained() -> None:
    from pathlib import Path

    from conceptgen.languages import vocabulary

    told = (Path(__file__).parents[1] / "docs" / "input.md").read_text("utf-8")
    for id_, name in vocabulary("ru")["documents"]["built_in"].items():
        assert f"`{id_}`" in told
        if id_.startswith("pz"):
            assert f"| `{id_}` | {name} |" in told


@pytest.mark.parametrize(("language", "body"), [("en", "Council"), ("ru", "Trade Council")])
def test_brackets_follow_a_name_without_a_comma(language: str, body: str) -> None:
    """A body whose case nobody knows, and one of another language."""
    approval = f"{{mode: by_body, body: {body}, protocol: '3', date: 2027-02}}"
    binding = "binding: {is_binding: true}, status: approved"
    head = f"title: Сервис, approval: {approval}, {binding}"
    text = said(with_head("title: Сервис", head, "concept: {purpose: П}\n", language=language))
    assert ", (" not in text
    assert "(протокол от февраля 2027 г. № 3)" in text or "(minutes No. 3 of February 2027)" in text


@pytest.mark.parametrize(("answered", "is_read"), [(3, True), (1, False)])
def test_scores_of_people_without_names_are_as_many_as_answered(answered: int, is_read: bool) -> None:
    scores = "scores: [{round: w, value: 3}, {round: w, value: 9}, {round: w, value: 8}]"
    state = f"rounds: [{{id: w, date: 2026-07, respondents: {answered}}}], "
    state += f"criteria: [{{component: staff, name: Речь, {scores}}}]"
    text = "schema: conceptgen/1\ndocument: {title: Т, date: 2027}\norganization: {name: О}\n"
    loaded = load_bytes(f"{text}concept: {{current_state: {{{state}}}}}\n".encode(), "a.yaml")
    assert (loaded.project is not None) is is_read
    assert ("E-ASM-06" in {each.code for each in loaded.findings}) is not is_read
    if loaded.project:
        told = said(compose(loaded.project, "concept"))
        assert "8 (3–9)" in told
        assert told.count("без имени — ") == 3
        assert "Прочие сведения" not in told
