"""The input as plain data: texts, lists and mappings in the full form, whatever short form the author chose.

``{"text": …}`` for a bare text, ``[…]`` for the only item written without a list: what is compared and written.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from conceptgen.model.base import Figure, Item, Model, Unknown
from conceptgen.model.dates import When
from conceptgen.model.shorthand import Form

Data = str | list[Any] | dict[str, Any]
"""A value of the input: numbers and dates are texts, as the file writes them."""


def plain(value: Any) -> Data:
    """A validated value as data; loading it again gives an equal value."""
    if isinstance(value, Model):
        return model_data(value)
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return _text(value)


def model_data(part: Model) -> dict[str, Any]:
    """The fields of a part that the author wrote, in the order of the model."""
    return {
        info.alias or name: field_data(part, name)
        for name, info in type(part).model_fields.items()
        if name in part.model_fields_set and getattr(part, name) is not None
    }


def field_data(part: Model, name: str) -> Data:
    """One field of a part; a stated unknown stands under ``unknown`` where a value could stand."""
    value = getattr(part, name)
    is_own_field = isinstance(part, Figure) and name == "unknown"
    return stated(value) if not is_own_field else plain(value)


def stated(value: Any) -> Data:
    """A value where an unknown may stand: it is written as ``{unknown: …}``."""
    if isinstance(value, Unknown):
        return {"unknown": model_data(value)}
    if isinstance(value, dict):
        return {key: stated(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [stated(each) for each in value]
    return plain(value)


def terse(value: Any, short_form: str = "") -> Data:
    """A value as an author would write it: in the short form where there is one, its own fields before the common ones.

    ``short_form`` is the field that a bare text stands for.
    """
    if isinstance(value, tuple):
        return [terse(each, short_form) for each in value]
    if not isinstance(value, Model) or isinstance(value, Unknown):
        return stated(value)
    names = sorted(
        (name for name in type(value).model_fields if name in value.model_fields_set),
        key=lambda name: name in _COMMON,
    )
    data = {
        type(value).model_fields[name].alias or name: _terse_field(value, name)
        for name in names
        if getattr(value, name) is not None
    }
    return (
        data[short_form]
        if short_form and data.keys() == {short_form} and isinstance(data[short_form], str)
        else data
    )


def _terse_field(part: Model, name: str) -> Data:
    if isinstance(part, Figure) and name == "unknown":
        return field_data(part, name)
    data = terse(getattr(part, name), short_form_of(type(part), name))
    if name == "source" and isinstance(data, list) and len(data) == 1 and isinstance(data[0], str):
        return data[0]
    return data


_COMMON = {name for name in Item.model_fields if name != "id"}


@cache
def short_form_of(kind: type[Model], name: str) -> str:
    """The field that a bare text stands for in what this field holds, or ""."""
    info = kind.model_fields[name]
    keys = {
        next(iter(full))
        for form in _forms(info.annotation, tuple(info.metadata))
        if isinstance(full := form.expand("x"), dict)
    }
    return min(keys - {"unknown"}, default="")


def _forms(annotation: Any, metadata: tuple[Any, ...] = ()) -> list[Form]:
    inside = [form for part in get_args(annotation) for form in _forms(part)]
    return [
        *(each for each in metadata if isinstance(each, Form)),
        *([annotation] if isinstance(annotation, Form) else []),
        *inside,
    ]


def _text(value: Any) -> Data:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, When):
        return _when(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, date) else str(value)


def _when(when: When) -> Data:
    if when.as_written:
        return {"date": _exact(when), "as_written": when.as_written}
    return _exact(when)


def _exact(when: When) -> Data:
    if when.ends is not None:
        return {"from": _exact(when.ends[0]), "to": _exact(when.ends[1])}
    year = f"{'FY' if when.fiscal else ''}{when.first.year:04}"
    if when.form == "day":
        return when.first.isoformat()
    if when.form == "month":
        return f"{year}-{when.first.month:02}"
    part = {"quarter": f"-Q{when.number}", "half": f"-H{when.number}"}.get(when.form, "")
    return f"{year}{part}"
