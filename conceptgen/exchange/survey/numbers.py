"""One answer of a scale as a number: «10 — отлично», «7,5», «8 из 10»; the many as their middle and their spread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import mean, median
from typing import Final

from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.model.assessment import Scale

_NUMBER: Final = r"[+-]?[0-9]{1,9}(?:[.,][0-9]{1,6})?"
_LEADING: Final = re.compile(
    rf"({_NUMBER})(?:\s*(?:[—–:=).(-]|балл|points?\b|из\b|of\b|/).*|\s+[^\W0-9].*)?", re.DOTALL
)
_TRAILING: Final = re.compile(rf"[^0-9]*[(\[]({_NUMBER})[)\]]|[^0-9]+[—–:=-]\s*({_NUMBER})")
_DATE: Final = re.compile(r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}.*", re.DOTALL)
_SPAN: Final = re.compile(r"[0-9]+\s*[—–-]\s*[0-9]+.*", re.DOTALL)
_TENTH: Final = Decimal("0.1")


def number_in(text: str, scale: Scale) -> Decimal | None:
    """The number an answer says; None where it says none. An anchor of the scale is the number it stands for."""
    text = text.strip().lstrip("'")
    named = {word.casefold(): number for number, word in scale.anchors.items()}
    if text.casefold() in named:
        text = named[text.casefold()]
    if _DATE.fullmatch(text) or _SPAN.fullmatch(text):
        return None
    found = _LEADING.fullmatch(text) or _TRAILING.fullmatch(text)
    said = next(filter(None, found.groups()), None) if found else None
    return Decimal(said.replace(",", ".")) if said else None


def is_silent(text: str) -> bool:
    """True for no answer: an empty cell, a dash, «затрудняюсь ответить»."""
    words = " ".join(re.sub(r"[^\w/]+", " ", text.casefold().replace("ё", "е")).split())
    return not words or any(words == each or words.startswith(f"{each} ") for each in _silences())


def _silences() -> tuple[str, ...]:
    return tuple(str(each) for one in LANGUAGES for each in vocabulary(one)["survey"]["silent"])


@dataclass(frozen=True, slots=True)
class Summary:
    """Many answers: how many, their middle, the least and the greatest, how many are low."""

    n: int
    median: Decimal
    mean: Decimal
    least: Decimal
    greatest: Decimal
    low: int

    @property
    def low_share(self) -> Decimal:
        """The share of low answers in per cent, whole."""
        return (Decimal(self.low) * 100 / self.n).quantize(Decimal(1), ROUND_HALF_UP)


def summary(values: list[Decimal], threshold: Decimal) -> Summary:
    """Sum up answers; there is at least one. The mean has one decimal."""
    return Summary(
        len(values),
        Decimal(median(values)),
        Decimal(mean(values)).quantize(_TENTH, ROUND_HALF_UP),
        min(values),
        max(values),
        sum(each < threshold for each in values),
    )
