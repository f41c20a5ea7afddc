"""Spaces that do not break: a number and its unit, № 5, initials, «и т. д.», «г. Москва», «в», «до 20», a dash."""

from __future__ import annotations

import re

NBSP = "\u00a0"
_MONTHS = (
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    "|January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
UNITS = {
    "ru": r"(?:тыс|млн|млрд|трлн|руб|коп|шт|чел|экз|мин|сек|гг?|вв?|кг|км|мм|см|кв|дн|мес|ч|с|м|л|р|п)\b"
    r"|(?:дн|ден|дней|час|минут|секунд|недел|месяц|квартал|полугод|год|лет|раз|балл|рубл|пункт|процент|смен"
    rf"|суток|сутк|человек)\w{{0,5}}\b|(?:{_MONTHS})\b",
    "en": r"(?:s|h|m|km|kg|pp|min|mins|minutes?|hours?|days?|weeks?|months?|quarters?|years?|seconds?|points?|times"
    rf"|percent|per cent|million|billion|thousand|calendar days?|working days?|{_MONTHS})\b",
}
# Every rule is about one space, so that a single pass looks at spaces only; dots lead a group of their own.
_SPACE = {
    "ru": re.compile(
        " (?:(?=[—\ufffc])"
        rf"|(?<=[0-9] )(?=[%‰₽€$°]|{UNITS['ru']})"
        r"|(?<=[^\w-][вВкКсСоОуУиИаАяЯ] )(?=\S)"
        r"|(?<=[^\w-](?:на|по|за|из|от|до|об) )(?=[0-9])"
        "|(?<=[№§] )"
        r"|(?<=[а-яё] )(?=[А-ЯЁ]\. ?[А-ЯЁ]\.)"
        r"|(?<=\. )(?:"
        r"(?<=[^\w][А-ЯЁ]\. )(?=[А-ЯЁ])"
        r"|(?<=[^\w][тТпнд]\. )(?=[екдпэ]\.)"
        r"|(?<=[^\w]г\. )(?<![0-9][ \u00a0]г\. )(?=[А-ЯЁ])"
        r"|(?:(?<=[^\w]ул\. )|(?<=[^\w](?:пр|пл|им)\. )|(?<=[^\w]пер\. ))(?=\w)"
        r"|(?:(?<=[^\w][дпс]\. )|(?<=[^\w](?:ст|кв|оф)\. )|(?<=[^\w](?:стр|рис)\. )|(?<=[^\w]табл\. ))(?=[0-9])"
        "))"
    ),
    "en": re.compile(
        " (?:(?=[–\ufffc])"
        rf"|(?<=[0-9] )(?=[%‰₽€$°£]|{UNITS['en']})"
        "|(?<=[№§] )"
        r"|(?:(?<=[^\w](?:Mr|Ms|Dr) )|(?<=[^\w]Mrs ))(?=[A-Z])"
        r"|(?<=\. )(?:"
        r"(?:(?<=[^\w][A-Z]\. )|(?<=[^\w](?:Mr|Ms|Dr)\. )|(?<=[^\w]Mrs\. ))(?=[A-Z])"
        r"|(?:(?<=[^\w](?:No|no|pp|cl)\. )|(?<=[^\w]p\. ))(?=[0-9])"
        "))"
    ),
}
_GROUP = re.compile(" [0-9]{3}(?![0-9])")
_GROUPS = re.compile(rf"(?<![\w+(.,-])(?<![0-9)][ {NBSP}-])[0-9]{{1,3}}(?: [0-9]{{3}})+(?![ {NBSP}-]?[0-9(])")


def bound(line: str, language: str) -> str:
    """The line with the spaces that may not end it made non-breaking."""
    if " " not in line:
        return line
    # The sign before the line stands for the edge of a word.
    line = _SPACE[language].sub(NBSP, "\n" + line)[1:]
    if not _GROUP.search(line):
        return line
    return _GROUPS.sub(lambda found: found[0].replace(" ", NBSP), line)
