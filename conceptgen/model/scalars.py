"""Reading single values by the type their field has: a text field keeps ``1.10``, a number field takes «4,5».

Nothing is guessed from the spelling alone; what could mean two things is refused with the ready replacement.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, ValidationInfo, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from conceptgen.languages.written import written
from conceptgen.model.problems import problem
from conceptgen.model.readers import Read, ReadTelling
from conceptgen.model.worded_numbers import NUMBER, may_mean_thousands, refusal

_COMMA = re.compile(r"[+-]?\d{1,30},\d{1,15}")
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.][0-5][0-9]")
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_CYRILLIC, _LATIN = re.compile("[А-Яа-яЁё]"), re.compile("[a-z]")


def says_unknown(text: str) -> bool:
    """True if a text says, bare, that a value is not known."""
    return text.casefold() in unknown_words()


@cache
def unknown_words() -> tuple[str, ...]:
    """The words for that: the key, and those of every language."""
    return tuple(dict.fromkeys(("unknown", *written("unknown"))))


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
    if text == "unknown":  # where a text may be unknown, the word never comes here
        raise problem("E-TYP-02", wanted="text", got="text")
    return text


def read_clock(value: Any) -> str:
    """A time of day, hours and minutes, as it was written."""
    text = read_text(value)
    if not _CLOCK.fullmatch(text):
        raise problem("E-TYP-21", text=text)
    return text


def read_number(value: Any, info: ValidationInfo) -> Decimal:
    """A number with its decimals as written; a decimal comma is accepted and noted."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    if not isinstance(value, str):
        raise problem("E-TYP-02", wanted="number", got=kind_of(value))
    text = value.strip().replace("−", "-")
    if not text:
        raise problem("E-TYP-12")
    if NUMBER.fullmatch(text):
        return Decimal(text)
    if _COMMA.fullmatch(text) and not may_mean_thousands(text):
        number = text.replace(",", ".")
        note(info, "N-TYP-01", value, text=value, read_as=number)
        return Decimal(number)
    raise refusal(value)


def read_integer(value: Any, info: ValidationInfo) -> int:
    """A whole number."""
    number = read_number(value, info)
    if number != number.to_integral_value():
        raise problem("E-TYP-10", text=str(value))
    written = str(value).strip()
    if may_mean_thousands(written.replace(".", ",")):
        readings = [(("value", text),) for text in (str(int(number)), written.replace(".", ""))]
        raise problem("E-TYP-05", text=written, first=readings[0], second=readings[1])
    return int(number)


def read_boolean(value: Any) -> bool:
    """True or false; «да» and «нет» are understood in a field that asks yes or no."""
    if not isinstance(value, str | bool):
        raise problem("E-TYP-02", wanted="boolean", got=kind_of(value))
    word = str(value).strip().casefold()
    if not word:
        raise problem("E-TYP-12")
    yes, no = ("true", *written("is_true")), ("false", *written("is_false"))
    if word in (*yes, *no):
        return word in yes
    raise problem("E-TYP-11", text=value)


class _ReadBoolean:
    """How a boolean is read; the words of every language are asked for only when a schema for editors is made."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(read_boolean, handler(source))

    def __get_pydantic_json_schema__(self, _core: Any, _handler: Any) -> dict[str, Any]:
        pairs = (("true", "false"), *zip(written("is_true"), written("is_false"), strict=False))
        words = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for pair in pairs for word in pair)
        return {"type": ["boolean", "string"], "pattern": f"^({words})$"}


def is_id(text: str) -> bool:
    """The text has the form of an id."""
    return bool(_ID.fullmatch(text))


def read_id(value: Any) -> str:
    """An id: Latin small letters, digits, ``_`` and ``-``; a Cyrillic look-alike is pointed at."""
    text = _read_name(value)
    if is_id(text):
        return text
    if letter := _CYRILLIC.search(text):
        raise problem("E-REF-05", text=text, letter=letter[0], place=letter.start() + 1)
    raise problem("E-REF-06", text=text)


def read_reference(value: Any) -> str:
    """An id that is meant; anything else, say the name of the thing, is left to the search for the right id."""
    text = _read_name(value)
    letter = _CYRILLIC.search(text)
    if letter and _LATIN.search(text) and " " not in text:
        raise problem("E-REF-05", text=text, letter=letter[0], place=letter.start() + 1)
    return text


def _read_name(value: Any) -> str:
    if not isinstance(value, str):
        raise problem("E-TYP-02", wanted="id", got=kind_of(value))
    text = value.strip()
    if not text:
        raise problem("E-TYP-12")
    return text


# To an editor a plain 1.10, 2026 or true is no text; the reader keeps what was written: the schema lets it be.
TextValue = Annotated[str, Read(read_text, {"type": ["string", "number", "boolean"], "minLength": 1})]
Clock = Annotated[
    str,
    Read(read_clock, {"type": ["string", "number"], "pattern": f"^{_CLOCK.pattern}$"}),
]
"""A time of day: 10:00."""
_NUMBER_SCHEMA: dict[str, Any] = {"type": ["number", "string"], "pattern": r"^[-+−]?\d+([.,]\d+)?$"}
Number = Annotated[Decimal, ReadTelling(read_number, _NUMBER_SCHEMA)]
Share = Annotated[
    Number, Field(ge=0, le=100), WithJsonSchema({**_NUMBER_SCHEMA, "minimum": 0, "maximum": 100})
]
_INTEGER_SCHEMA: dict[str, Any] = {"type": ["integer", "string"], "pattern": r"^[-+−]?\d+([.,]0+)?$"}
Integer = Annotated[int, ReadTelling(read_integer, _INTEGER_SCHEMA)]
Grade = Annotated[Integer, Field(ge=1, le=5), WithJsonSchema({**_INTEGER_SCHEMA, "minimum": 1, "maximum": 5})]
Boolean = Annotated[bool, _ReadBoolean()]
Id = Annotated[str, Read(read_id, {"type": "string", "pattern": f"^{_ID.pattern}$"})]
