"""A document with every kind of block, for the writers' tests; no model involved."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Literal

from PIL import Image

from conceptgen.document.blocks import (
    Cell,
    Chart,
    Column,
    Contents,
    Cover,
    CoverLine,
    Document,
    Heading,
    Labels,
    Listing,
    Paragraph,
    Part,
    Photo,
    Photos,
    Row,
    Table,
)
from conceptgen.document.charts import Bars, Gantt, Lines, Radar, Series, Task
from conceptgen.document.inline import Break, Footnote, Ref, Text, line
from conceptgen.document.numbering import number

LABELS = Labels(
    table="Таблица",
    figure="Рисунок",
    page="стр.",
    of="из",
    version="версия",
    footnotes="Примечания",
    skip_to_text="К тексту",
    no_data="нет данных",
    contents="Содержание",
    annex="Приложение",
)


def _cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((line(text),)) for text in texts)


RADAR = Radar(
    axes=("Встреча гостя", "Вид зала", "Манера речи", "Замена и возврат", "Соотношение цены и качества"),
    groups=("Персонал", "Атмосфера и обстановка", "Персонал", "Продукт", "Продукт"),
    series=(
        Series("Исходный замер", (Decimal(4), Decimal(8), Decimal("6.5"), Decimal(5), None), "earlier"),
        Series("Замер 2", (Decimal(6), Decimal(8), Decimal(7), Decimal(5), Decimal(7)), "latest"),
        Series("Цель", (Decimal(9), Decimal(9), Decimal(9), Decimal(8), Decimal(9)), "target"),
        Series("Порог", (Decimal(6), Decimal(6), Decimal(6), Decimal(6), Decimal(6)), "threshold"),
    ),
    minimum=Decimal(1),
    maximum=Decimal(10),
)
BARS = Bars(
    categories=("Ожидание у входа", "Ответ на звонок"),
    series=(
        Series("Было", (Decimal(6), Decimal("1.5")), "baseline"),
        Series("Станет", (Decimal(1), None), "target"),
    ),
    labels=(("6 мин", "1,5 мин"), ("не более 1 мин", "нет данных")),
    unit="мин",
    minimum=Decimal(0),
)
LINES = Lines(
    ticks=("10.2026", "11.2026", "12.2026"),
    series=(Series("NPS", (Decimal(-12), None, Decimal(24))),),
    unit="п.",
)
GANTT = Gantt(
    start=date(2027, 1, 11),
    end=date(2027, 12, 31),
    tasks=(
        Task(
            "Единый журнал брони", date(2027, 1, 11), date(2027, 2, 1), (date(2027, 1, 20),), "done", "Бронь"
        ),
        Task("Новый график смен", date(2027, 2, 1), date(2027, 3, 31), (), "active", "Встреча"),
        Task("Общее собрание", date(2027, 4, 15), date(2027, 4, 15)),
    ),
    ticks=tuple((date(2027, m, 1), f"{m:02d}") for m in range(1, 13)),
    periods=(("Быстрые шаги", date(2027, 1, 11), date(2027, 3, 31)),),
)


def photo(format: Literal["png", "jpeg"], alt: str, *caption: str) -> Photo:
    """A plain picture, as it is after it was read."""
    data = io.BytesIO()
    Image.new("RGB", (96, 64), "#1F4E5F").save(data, format.upper())
    bytes = data.getvalue()
    return Photo(bytes, sha256(bytes).hexdigest(), format, 96, 64, alt, tuple(map(line, caption)))


def example(hostile: str = "<b>&{{ 7*7 }}</w:t> ]]> № 5 «кавычки»") -> Document:
    """Every block, every inline, every chart; ``hostile`` stands in body, table, caption and cover."""
    grid = Table(
        columns=(
            Column(line("№"), 0.4, "center"),
            Column(line("Что"), 2.0),
            Column(line("Сколько"), 1.0, "right"),
        ),
        rows=(
            Row((Cell((line("Встреча"),), span=3),), "group"),
            *(Row(_cells(str(i), f"Строка {i} " + "слово " * 12, f"{i} 000")) for i in range(1, 41)),
            Row(
                (
                    Cell((line("—"),)),
                    Cell((line(hostile), line("второй абзац"))),
                    Cell((line("4"),), tone="low"),
                )
            ),
            Row((Cell((line("Итого"),), span=2), Cell((line("820 000"),))), "total"),
        ),
        caption=line("План ", hostile),
        anchor="t_plan",
        alt="План работ по строкам",
    )
    card = Table(
        columns=(Column((), 1.0), Column((), 3.0)),
        rows=(
            Row(_cells("Так было всегда?", "Появилось недавно")),
            Row((Cell((line("Кто отвечает"),)), Cell((line(Text("[заполнить: ответственный]", "gap")),)))),
        ),
        role="card",
        alt="Карточка причины",
    )
    wide = Table(
        columns=tuple(Column(line(f"Столбец {i}")) for i in range(1, 8)),
        rows=(Row(_cells(*(f"значение {i}" for i in range(1, 8)))),),
        caption=line("Широкая таблица"),
    )
    return number(
        Document(
            title="Концепция клиентского сервиса " + hostile,
            running="Концепция сервиса",
            organization="Чайная «Полынь»",
            author="Бюро сервиса",
            language="ru",
            date="2026-11-21",
            labels=LABELS,
            draft="Проект",
            parts=(
                Part(
                    (
                        Cover(
                            (
                                CoverLine("access", line("Коммерческая тайна")),
                                CoverLine("approval", line("УТВЕРЖДАЮ")),
                                CoverLine("approval", line("Директор")),
                                CoverLine("approval", line("___________ И. О. Фамилия")),
                                CoverLine("organization", line("ООО «Полынь»")),
                                CoverLine("title", line("Концепция клиентского сервиса")),
                                CoverLine("subtitle", line(hostile)),
                                CoverLine("status", line("Проект, версия 0.3")),
                                CoverLine("author", line("Подготовлено: Бюро сервиса")),
                                CoverLine("place", line("г. Приозёрск, 2026")),
                            )
                        ),
                    )
                ),
                Part((Contents(line("Содержание")),), new_page=True),
                Part(
                    (
                        Heading(1, line("Главное на одной странице"), "front"),
                        Paragraph(line("Гость не ждёт."), "lead"),
                        Chart(RADAR, "Радар критериев", small=True),
                        card,
                    ),
                    new_page=True,
                ),
                Part(
                    (
                        Heading(1, line("Цель документа")),
                        Heading(2, line("Назначение")),
                        Paragraph(
                            line(
                                "Обычный текст ",
                                Text("жирный", "strong"),
                                ", ",
                                Text("нет данных", "unknown"),
                                Break(),
                                hostile,
                                Footnote(line("Сноска с текстом")),
                                ", таблица ",
                                Ref("t_plan"),
                                " и рисунок ",
                                Ref("f_radar"),
                            )
                        ),
                        Listing((line("первый"), line("второй ", Text("важно", "strong")))),
                        Listing((line("раз"), line("два")), ordered=True),
                        Paragraph(line("Подпись над группой"), "label"),
                        Paragraph(line("«Не моя смена»"), "quote"),
                        Paragraph(line("«Ещё минутку»"), "pull"),
                        grid,
                        Paragraph(line("Примечание под таблицей"), "note"),
                        Heading(3, line("Глубже")),
                        Chart(RADAR, "Радар: пять критериев", line("Оценки"), anchor="f_radar"),
                        Chart(BARS, "Было и станет", line("Было — станет")),
                        Chart(LINES, "Ход замеров", line("Замеры")),
                        Photos((photo("png", hostile, hostile), photo("jpeg", "Дверь", "Вход")), places=2),
                        Photos((photo("png", "Гость", "Новый гость", "Приходит один"),), "portrait"),
                    ),
                    new_page=True,
                ),
                Part(
                    (
                        Heading(2, line("Широкое")),
                        wide,
                        Chart(GANTT, "Программа по месяцам", line("Программа")),
                    ),
                    landscape=True,
                ),
                Part(
                    (Heading(1, line("Источники"), "annex"), Paragraph(line("Текст приложения"))),
                    new_page=True,
                ),
            ),
        )
    )
