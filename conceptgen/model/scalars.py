"""Reading single values by the type their field has: a text field keeps ``1.10``, a number field takes «4,5».

Nothing is guessed from the spelling alone; what could mean two things is refused with the ready replacement.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema

from conceptgen.model.problems import problem

_NUMBER = re.compile(r"[+-]?\d{1,30}(\.\d{1,15})?")
_COMMA = re.compile(r"[+-]?\d+,\d+")
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_NO_DATA = {
    "-",
    "–",
    "—",
    "нет",
    "н/д",
    "нет данных",
    "n/a",
    "na",
    "none",
    "неизвестно",
    "tbd",
    "tba",
    "уточняется",
}
_UNITS = {
    "%": "pct",
    "п. п.": "pp",
    "п.п.": "pp",
    "мин": "min",
    "мин.": "min",
    "сек": "sec",
    "с": "sec",
    "ч": "hour",
}
_UNITS |= {
    "min": "min",
    "sec": "sec",
    "h": "hour",
    "руб": "rub",
    "руб.": "rub",
    "₽": "rub",
    "pp": "pp",
    "s": "sec",
}
_BOUNDS = {
    "не менее": "at_least", "не ниже": "at_least", "≥": "at_least", ">=": "at_least", "at least": "at_least",
    "не более": "at_most", "не выше": "at_most", "≤": "at_most", "<=": "at_most", "at most": "at_most",
    "свыше": "more_than", "более": "more_than", ">": "more_than", "more than": "more_than",
    "менее": "less_than", "<": "less_than", "less than": "less_than",
    "около": "about", "примерно": "about", "~": "about", "about": "about",
}  # fmt: skip
_TRUE, _FALSE = {"true", "да", "yes"}, {"false", "нет", "no"}


def note(info: ValidationInfo, code: str, value: object, **facts: object) -> None:
    """Tell something that does not stop loading, when the caller listens."""
    if isinstance(info.context, list):
        info.context.append((code, value, facts))


def kind_of(value: object) -> str:
    """What a value is, as a key of the language files: text, list or mapping."""
    return "mapping" if isinstance(value, dict) else "list" if isinstance(value, list | tuple) else "text"


def read_text(value: Any) -> str:
    """A text, exactly as written but for outer spaces; JSON numbers and booleans are no texts."""
    if not isinstance(value, str):
        raise problem("E-TYP-02", wanted="text", got=kind_of(value))
    if getattr(value, "kind", "") in ("number", "boolean"):
        raise problem("E-TYP-07", text=str(value))
    text = unicodedata.normalize("NFC", value).strip()
    if not text:
        raise problem("E-TYP-12")
    return text


def read_number(value: Any, info: ValidationInfo) -> Decimal:
    """A number with its decimals as written; a decimal comma is accepted and noted."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    if not isinstance(value, str):
        raise problem("E-TYP-02", wanted="number", got=kind_of(value))
    text = value.strip().replace("−", "-")
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    if _COMMA.fullmatch(text):
        whole, part = text.split(",")
        if len(part) == 3 and whole.lstrip("+-") != "0":
            raise problem("E-TYP-05", text=value, first=f"{whole}.{part}", second=whole + part)
        note(info, "N-TYP-01", value, text=value, number=f"{whole}.{part}")
        return Decimal(f"{whole}.{part}")
    raise _not_a_number(value)


def _not_a_number(value: str) -> Exception:
    text = " ".join(value.replace("\u00a0", " ").split())
    if text.casefold() in _NO_DATA:
        return problem("E-TYP-06", text=value)
    if re.fullmatch(r"[+-]?\d{1,3}( \d{3})+", text):
        return problem("E-TYP-04", text=value, ready=text.replace(" ", ""))
    span = re.fullmatch(r"(?:от )?([\d.,]+) ?(?:[-–—]|до) ?([\d.,]+) ?(.*)", text)
    if span and (span[3] == "" or _unit(span[3])):
        numbers = f"min: {span[1].replace(',', '.')}, max: {span[2].replace(',', '.')}"
        return problem("E-TYP-04", text=value, ready="{" + numbers + _unit(span[3]) + "}")
    up_to = re.fullmatch(r"до ([\d.,]+) ?(.*)", text)
    if up_to:
        number = up_to[1].replace(",", ".")
        return problem(
            "E-TYP-05", text=value, first=f"{{at_most: {number}}}", second=f"{{less_than: {number}}}"
        )
    return _bound_or_unit(value, text)


def _bound_or_unit(value: str, text: str) -> Exception:
    for words, key in sorted(_BOUNDS.items(), key=lambda item: -len(item[0])):
        bound = re.fullmatch(re.escape(words) + r" ?([\d.,]+) ?(.*)", text, re.IGNORECASE)
        if bound:
            ready = f"{{{key}: {bound[1].replace(',', '.')}{_unit(bound[2])}}}"
            return problem("E-TYP-04", text=value, ready=ready)
    with_unit = re.fullmatch(r"([+-]?[\d.,]+) ?(.+)", text)
    if with_unit and _unit(with_unit[2]):
        ready = f"{{value: {with_unit[1].replace(',', '.')}{_unit(with_unit[2])}}}"
        return problem("E-TYP-04", text=value, ready=ready)
    return problem("E-TYP-03", text=value)


def _unit(text: str) -> str:
    code = _UNITS.get(text.strip())
    return f", unit: {code}" if code else ""


def read_integer(value: Any, info: ValidationInfo) -> int:
    """A whole number."""
    number = read_number(value, info)
    if number != number.to_integral_value():
        raise problem("E-TYP-10", text=str(value))
    return int(number)


def read_boolean(value: Any) -> bool:
    """True or false; «да» and «нет» are understood in a field that asks yes or no."""
    word = str(value).strip().casefold()
    if word in _TRUE | _FALSE and not isinstance(value, dict | list):
        return word in _TRUE
    raise problem("E-TYP-11", text=str(value))


def read_id(value: Any) -> str:
    """An id: Latin small letters, digits, ``_`` and ``-``; a Cyrillic look-alike is pointed at."""
    if not isinstance(value, str):
        raise problem("E-TYP-02", wanted="id", got=kind_of(value))
    text = value.strip()
    if _ID.fullmatch(text):
        return text
    odd = next((i for i, letter in enumerate(text) if not re.fullmatch(r"[a-z0-9_-]", letter)), 0)
    if text and "а" <= text[odd].casefold() <= "ё":
        raise problem("E-REF-05", text=text, letter=text[odd], place=odd + 1)
    raise problem("E-REF-06", text=text)


# To an editor a plain 1.10, 2026 or true is no text; the reader keeps what was written: the schema lets it be.
TextValue = Annotated[
    str, BeforeValidator(read_text), WithJsonSchema({"type": ["string", "number", "boolean"], "minLength": 1})
]
_NUMBER_SCHEMA: dict[str, Any] = {"type": ["number", "string"], "pattern": r"^[-+−]?\d+([.,]\d+)?$"}
Number = Annotated[Decimal, BeforeValidator(read_number), WithJsonSchema(_NUMBER_SCHEMA)]
Share = Annotated[
    Number, Field(ge=0, le=100), WithJsonSchema({**_NUMBER_SCHEMA, "minimum": 0, "maximum": 100})
]
_INTEGER_SCHEMA: dict[str, Any] = {"type": ["integer", "string"], "pattern": r"^[-+−]?\d+([.,]0+)?$"}
Integer = Annotated[int, BeforeValidator(read_integer), WithJsonSchema(_INTEGER_SCHEMA)]
Grade = Annotated[Integer, Field(ge=1, le=5), WithJsonSchema({**_INTEGER_SCHEMA, "minimum": 1, "maximum": 5})]
Boolean = Annotated[
    bool,
    BeforeValidator(read_boolean),
    WithJsonSchema(
        {"type": ["boolean", "string"], "pattern": "^([Tt]rue|[Ff]alse|[Дд]а|[Нн]ет|[Yy]es|[Nn]o)$"}
    ),
]
Id = Annotated[
    str, BeforeValidator(read_id), WithJsonSchema({"type": "string", "pattern": f"^{_ID.pattern}$"})
]
