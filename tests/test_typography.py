"""What a printer does to a line, by language; letters and digits stay, and so does what is set already."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conceptgen.composition import compose
from conceptgen.document.blocks import Chart, Paragraph
from conceptgen.document.inline import Footnote, Text
from conceptgen.document.typesetting import typeset_line
from conceptgen.document.walk import blocks, lines, plain_text, texts
from conceptgen.input import load
from conceptgen.typography import typeset

RUSSIAN = [
    ('Сервис - это "забота"', "Сервис~— это «забота»"),
    ('«Центры "Мои документы"»', "«Центры „Мои документы“»"),
    ('ООО "Торговый дом "Ромашка""', "ООО «Торговый дом „Ромашка“»"),
    ("«Торговый дом «Ромашка»»", "«Торговый дом „Ромашка“»"),
    ("“Слово” и „слово“", "«Слово» и~«слово»"),
    ('Сказал: "Да". И ушёл ("совсем")', "Сказал: «Да». И~ушёл («совсем»)"),
    ('Экран 15" и "Отлично"', 'Экран 15" и~«Отлично»'),
    ('Начал "и не закончил', 'Начал "и~не закончил'),
    ("слово -- слово", "слово~— слово"),
    ("слово – слово", "слово~— слово"),
    ("пн-пт, call-центр, кто-то", "пн-пт, call-центр, кто-то"),
    ("5-10 минут", "5–10~минут"),
    ("Концепция на 2026-2027 годы", "Концепция на~2026–2027~годы"),
    ("чек 1000-2000 ₽, 1000-2019 рублей, $1000-2000", "чек 1000–2000~₽, 1000–2019~рублей, $1000–2000"),
    ("1500 - 2000 чел. и~1 000-2 000₽", "1500–2000~чел. и~1~000–2~000₽"),
    ("Программа 2019-2020, «Сервис» 2019-2020", "Программа 2019-2020, «Сервис» 2019-2020"),
    ("«Школа гостя 2019-2020»", "«Школа гостя 2019-2020»"),
    ("план на 2019-2020, период 2019-2020 (2019-2020)", "план на~2019–2020, период 2019–2020 (2019–2020)"),
    ("Программа 2019-2020 годов, 1900-2000 лет", "Программа 2019–2020~годов, 1900–2000~лет"),
    ("тел. 1000-2000, модель TX 1000-2000, 1000-2000", "тел. 1000-2000, модель TX 1000-2000, 1000-2000"),
    ("сайт-на 5, по нему, до пяти", "сайт-на 5, по нему, до пяти"),
    ("5 - 10 дней", "5–10~дней"),
    ("2026-2027 гг.", "2026–2027~гг."),
    ("85%-90% и 85-90 %", "85%–90% и~85–90~%"),
    ("от 0,5-1,5 до 2 000-5 000 рублей", "от~0,5–1,5 до~2~000–5~000~рублей"),
    ("с 9:00-18:00, в 10:30", "с~9:00–18:00, в~10:30"),
    ("15.10.2026 - 20.11.2026", "15.10.2026~— 20.11.2026"),
    ("ГОСТ Р 7.0.97-2016, ГОСТ 2105-2019, ISO 900-2015", "ГОСТ Р 7.0.97-2016, ГОСТ 2105-2019, ISO 900-2015"),
    ("8-800-100-12-11, +7 (495) 123-45-67, тел. 23-45", "8-800-100-12-11, +7 (495) 123-45-67, тел. 23-45"),
    ("8 800 100 12 11", "8 800 100 12 11"),
    ("2026-11-21, 2026-11, 05-06, 323-ФЗ", "2026-11-21, 2026-11, 05-06, 323-ФЗ"),
    ("№ 5-10, №7, § 3", "№~5-10, №~7, §~3"),
    ("Boeing 300-500", "Boeing 300-500"),
    ("5 - 3 = 2, 2-5+1", "5 - 3 = 2, 2-5+1"),
    ("от -5 до +3, +-2", "от −5 до +3, +-2"),
    ("Ждать...  Да", "Ждать… Да"),
    ("И. О. Фамилия, И.О. Фамилия, Фамилия И. О.", "И.~О.~Фамилия, И.О.~Фамилия, Фамилия~И.~О."),
    ("и т. д., т. е., 10 п. п.", "и~т.~д., т.~е., 10~п.~п."),
    ("г. Москва, ул. Мира, д. 5, стр. 3", "г.~Москва, ул.~Мира, д.~5, стр.~3"),
    ("в 2026 г. Клиника", "в~2026~г. Клиника"),
    ("15 октября 2026 г., 21 день, 12 644 руб., 42 %", "15~октября 2026~г., 21~день, 12~644~руб., 42~%"),
    ("О сервисе, и к нам, а я", "О~сервисе, и~к~нам, а~я"),
    ("O'Neil, д'Артаньян", "O'Neil, д'Артаньян"),
    (
        'https://x.ru/a-5-10?q=- и a-5-10@b-1-2.ru, `a - "b"`',
        'https://x.ru/a-5-10?q=- и~a-5-10@b-1-2.ru, `a - "b"`',
    ),
    ("план-5-10.pdf, A5-10, 1.2-2.0.1", "план-5-10.pdf, A5-10, 1.2-2.0.1"),
    ('צה"ל 👨‍👩‍👧 - и\u0306ого', 'צה"ל 👨‍👩‍👧~— и\u0306ого'),
]
ENGLISH = [
    ("from 1 Mar 2027 to May 2027", "from 1~Mar~2027 to May~2027"),
    ('He said "don\'t say "never""', "He said “don’t say ‘never’”"),
    ("guests' rooms, the '90s, O'Neil", "guests’ rooms, the ’90s, O’Neil"),
    ("a 'soft' start", "a ‘soft’ start"),
    ("6'2\" tall", "6'2\" tall"),
    ("service - care — always", "service~– care~– always"),
    ("5-10 days, 9:00-18:00", "5–10~days, 9:00–18:00"),
    ("11 January 2027, 42 %, 42%, No. 5, Mr Smith", "11~January 2027, 42~%, 42%, No.~5, Mr~Smith"),
    ("a well-known B-52 of 2026-11-21, tel. 555-777", "a well-known B-52 of 2026-11-21, tel. 555-777"),
    ('Клиника "Ясень" - в центре', "Клиника «Ясень»~— в~центре"),
]  # fmt: skip


def as_set(text: str, language: str) -> str:
    """One line set; its non-breaking spaces seen as tildes."""
    return typeset((text,), language)[0].replace("\u00a0", "~")


@pytest.mark.parametrize(("typed", "printed"), RUSSIAN)
def test_russian(typed: str, printed: str) -> None:
    """What the author types and what the reader sees."""
    assert as_set(typed, "ru") == printed


@pytest.mark.parametrize(("typed", "printed"), ENGLISH)
def test_english(typed: str, printed: str) -> None:
    """What the author types and what the reader sees; Russian words go by Russian rules."""
    assert as_set(typed, "en") == printed


SIGNS = [
    '"',
    "«",
    "»",
    "„",
    "“",
    "”",
    "'",
    "-",
    " - ",
    " -- ",
    "–",
    " — ",
    "...",
    "№",
    "(",
    ")",
    ",",
    ".",
    " ",
    "  ",
]
WORDS = ["5", "10", "в", "т. д.", "г. ", "И. О. Ф", "слово", "word", "%", "руб", "https://a.ru/-", "a@b.ru"]
LINES = st.lists(st.sampled_from(SIGNS) | st.sampled_from(WORDS) | st.text(max_size=3), max_size=14).map(
    "".join
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(LINES, min_size=1, max_size=3), st.sampled_from(["ru", "en"]))
@example(['"', "слово", '" - ', "5-10"], "ru")
def test_letters_stay_and_a_second_pass_changes_nothing(runs: list[str], language: str) -> None:
    """Only quotes, dashes, spaces and dots change; each run keeps its own letters; what is set stays set."""
    done = typeset(tuple(runs), language)
    assert [_letters(run) for run in done] == [_letters(run) for run in runs]
    assert typeset(done, language) == done


def _letters(text: str) -> str:
    return "".join(c for c in text if c not in " \u00a0\"'«»„“”‘’-–—−.…")


def test_a_quote_opens_in_one_run_and_closes_in_another() -> None:
    """The fixed words bring the outer quotes, the author's text the inner ones; its address stays on it."""
    content = (
        Text("Замеры «"),
        Text('Доля "да"', "strong"),
        Text("» - "),
        Footnote((Text('"раз"'),)),
        Text("все"),
    )
    done = typeset_line(content, "ru")
    assert [each.text for each in done if isinstance(each, Text)] == [
        "Замеры «",
        "Доля „да“",
        "»\u00a0— ",
        "все",
    ]
    assert done[3] == Footnote((Text("«раз»"),))
    assert isinstance(done[1], Text)
    assert done[1].style == "strong"


HEAD = """
schema: conceptgen/1
document: {title: 'Сервис "Ясень" - новый', date: 2026-11-21}
organization: {name: 'ООО "Ясень"'}
concept:
  purpose: 'Путь - "наш"'
  indicators:
    - {name: 'Доля "да"', unit: pct, baseline: {value: 10}, targets: [{value: 20, due: 2027}]}
"""


def test_a_composed_document_is_set_throughout() -> None:
    """Lines, captions, charts, their spoken text and the title; addresses stay on the runs."""
    project = load(HEAD.encode()).project
    assert project is not None
    document = compose(project)
    assert document.title == "Сервис «Ясень» — новый"
    assert "Путь\u00a0— «наш»" in plain_text(document)
    assert '"' not in "".join(plain_text(document))
    charts = [block for block in blocks(document) if isinstance(block, Chart)]
    assert charts
    assert all("Доля «да»" in str(each.data) and "Доля «да»" in each.alt for each in charts)
    purpose = next(b for b in blocks(document) if isinstance(b, Paragraph) and "Путь" in str(b))
    assert [str(t.origin) for line in lines(purpose) for t in texts(line)] == ["concept.purpose"]
