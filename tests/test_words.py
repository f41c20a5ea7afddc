"""Numbers, their words and units as readers of each language write them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from html_text import body_text as html_text
from made import composed

from conceptgen.cli.words import text
from conceptgen.languages import LANGUAGES, say
from conceptgen.languages.words import words
from conceptgen.rulebook.words import rule_words, wording
from conceptgen.writers import write

PACKAGE = Path(__file__).parents[1] / "conceptgen"


@pytest.mark.parametrize(
    ("language", "number", "unit", "written"),
    [
        ("ru", "1", "score", "1~балл"),
        ("ru", "2", "score", "2~балла"),
        ("ru", "5", "score", "5~баллов"),
        ("ru", "11", "day", "11~дней"),
        ("ru", "21", "day", "21~день"),
        ("ru", "1.5", "day", "1,5~дня"),
        ("ru", "112", "month", "112~месяцев"),
        ("ru", "-3", "pp", "−3~п.~п."),
        ("ru", "90", "pct", "90~%"),
        ("ru", "1200", "rub", "1200~рублей"),
        ("ru", "12644", "rub", "12~644~рубля"),
        ("ru", "1234567.50", "count", "1~234~567,50"),
        ("en", "1", "day", "1~day"),
        ("en", "1.5", "day", "1.5~days"),
        ("en", "21", "week", "21~weeks"),
        ("en", "90", "pct", "90%"),
        ("en", "1200", "count", "1,200"),
    ],
)
def test_numbers_with_their_units(language: str, number: str, unit: str, written: str) -> None:
    """The right form of the word, grouped thousands, the decimal sign of the language, spaces that hold."""
    told, value = words(language), Decimal(number)
    assert told.quantity(told.number(value), unit, value).replace("\u00a0", "~") == written


@pytest.mark.parametrize(
    ("number", "unit", "written"),
    [("1", "day", "1~дня"), ("21", "day_work", "21~рабочего дня"), ("5", "year", "5~лет")],
)
def test_units_after_a_preposition(number: str, unit: str, written: str) -> None:
    """«Не менее 21 рабочего дня»."""
    told, value = words("ru"), Decimal(number)
    assert told.quantity(number, unit, value, form="after").replace("\u00a0", "~") == written


def test_english_days_are_british() -> None:
    """«11 January 2027», short and long."""
    told, day = words("en"), date(2027, 1, 11)
    assert [each.replace("\u00a0", " ") for each in (told.day(day), told.short_day(day))] == [
        "11 January 2027",
        "11 Jan 2027",
    ]


@pytest.mark.parametrize("key", ["review.nothing.here", "review.title.deeper.still", "nowhere"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_word_names_its_language_and_its_whole_key(language: str, key: str) -> None:
    """Who adds a word sees where it belongs."""
    with pytest.raises(KeyError, match=rf"{language}\.yaml: no {key}"):
        say(language, key)
    with pytest.raises(KeyError, match=rf"{language}\.yaml: no cli\.{key}"):
        text(key, language)


def test_a_missing_word_of_a_rule_names_the_rule() -> None:
    """So for a rule without words, and for a variant without."""
    with pytest.raises(KeyError, match=r"ru\.yaml: no W-NEW-01\.message"):
        wording("ru", "W-NEW-01", "message")
    code = next(code for code, words in rule_words("en").items() if isinstance(words["message"], dict))
    with pytest.raises(KeyError, match=rf"en\.yaml: no {code}\.message odd"):
        wording("en", code, "message", "odd")


FILES = sorted(path for name in ("languages", "rulebook/words") for path in (PACKAGE / name).rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_key_stands_twice(path: Path) -> None:
    """The second would silently take the place of the first."""
    waiting, twice = [yaml.compose(path.read_text(encoding="utf-8"))], []
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            twice += [key for key in keys if keys.count(key) > 1]
            waiting += [value for _, value in node.value]
    assert twice == []


def test_english_documents_speak_of_customers() -> None:
    """The person served is the customer; «client» is left to the organisation a consultant works for."""
    kinds = (
        ("concept", "full"),
        ("chain", "full"),
        ("check-form", "full"),
        ("problem-zones", "blank"),
        ("kit", "full"),
    )
    said = "\n".join(str(html_text(write(composed("hotel", *kind), "html"))) for kind in kinds)
    assert "customer" in said
    assert not re.search(r"\b[Cc]lient", said)
