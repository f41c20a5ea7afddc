"""Cases and genders by the dictionary: right, or nothing at all."""

from __future__ import annotations

import subprocess
import sys

import pytest

from conceptgen.languages.declension.ru import Case, gender, inflected


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Концепция клиентского сервиса", "feminine"),
        ("Цепочка «Первая книга»", "feminine"),
        ("Клиентская стратегия сети", "feminine"),
        ("КОНЦЕПЦИЯ СЕРВИСА", "feminine"),
        ("Новая бизнес-модель", "feminine"),
        ("Стандарт обслуживания", "masculine"),
        ("Единый стандарт", "masculine"),
        ("Положение о сервисе", "neuter"),
        ("Правила сервиса", "plural"),
        ("Единые правила приёма", "plural"),
        ("Как мы встречаем гостя", ""),
        ("О клиентском сервисе", ""),
        ("Customer concept", ""),
        ("Пожухлятка", ""),
        ("Кофе и гости", ""),
        ("", ""),
    ],
)
def test_the_gender_of_a_title_is_that_of_its_noun(title: str, found: str) -> None:
    """Adjectives before the noun agree with it; a title without a known noun has none."""
    assert gender(title) == found


@pytest.mark.parametrize(
    ("phrase", "case", "form"),
    [
        ("Генеральный директор", "ins", "Генеральным директором"),
        ("ГЕНЕРАЛЬНЫЙ ДИРЕКТОР", "ins", "ГЕНЕРАЛЬНЫМ ДИРЕКТОРОМ"),
        ("Заведующая абонементом", "ins", "Заведующей абонементом"),
        ("Исполняющий обязанности директора", "ins", "Исполняющим обязанности директора"),
        (
            "Заместитель директора по качеству и развитию",
            "ins",
            "Заместителем директора по качеству и развитию",
        ),
        ("Глава города Староключинска", "ins", "Главой города Староключинска"),
        ("приказ директора от 5 мая 2027 г. № 8", "ins", "приказом директора от 5 мая 2027 г. № 8"),
        ("приказом директора", "ins", "приказом директора"),
        ("Врачебный совет", "gen", "Врачебного совета"),
        ("Совета директоров", "gen", "Совета директоров"),
        ("Общее собрание участников", "gen", "Общего собрания участников"),
        ("Ученый совет", "gen", "Ученого совета"),
        ("Учёный совет", "gen", "Учёного совета"),
        ("Правление", "gen", "Правления"),
        ("ООО «Стоматология „Ясень“»", "gen", "ООО «Стоматология „Ясень“»"),
        ("МБУК «Библиотека»", "gen", "МБУК «Библиотека»"),
        ("Сеть клиник «Ясень»", "gen", "Сети клиник «Ясень»"),
    ],
)
def test_a_phrase_is_put_into_a_case(phrase: str, case: Case, form: str) -> None:
    """Adjectives and the noun change; capitals, «ё» or its absence, quotations and what follows stay."""
    assert inflected(phrase, case) == form


@pytest.mark.parametrize(
    "phrase",
    [
        "Директор-распорядитель",
        "Генеральный директор и главный врач",
        "Директор, председатель правления",
        "Директор Пупкин",
        "ИП Примерова А. Б.",
        "И. о. директора",
        "Правления банка",
        "приказ директора, который выходит завтра",
        "Team lead",
        "",
    ],
)
def test_a_doubtful_phrase_is_left_alone(phrase: str) -> None:
    """An unknown word, a second nominative, a name, a word that may be in another case: no form at all."""
    assert inflected(phrase, "ins") == ""


def test_the_dictionary_waits_until_it_is_asked() -> None:
    """The command line starts without it."""
    program = "import sys, conceptgen.cli, conceptgen.composition; print('pymorphy3' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "False"
