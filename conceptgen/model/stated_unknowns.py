"""How a field says that its value is not known yet: not every field can, and those that can do it in their own form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from conceptgen.model.base import Model, Unknown
from conceptgen.model.references import is_certain, target
from conceptgen.model.shorthand import Form
from conceptgen.model.walk import models_in

Way = Literal["", "block", "word", "inside"]


@cache
def way_to_say_unknown(kind: type[Model], field: str) -> tuple[Way, str]:
    """The form of the statement, and the key inside the field that it stands under.

    ``block``: ``owner: {unknown: …}``. ``word``: ``actions: unknown``. ``inside``: ``frontstage: {now: {unknown: …}}``,
    under the key that a bare text would stand for. "" where the value itself is needed.
    """
    info = kind.model_fields[field]
    if _takes_block(info):
        return "block", ""
    if target(info.annotation, tuple(info.metadata)):
        return ("" if is_certain(info.annotation, tuple(info.metadata)) else "word"), ""
    for inner in models_in(info.annotation):
        for name, of_key in inner.model_fields.items():
            key = of_key.alias or name
            if key in _stands_for(info) and _takes_block(of_key) and not _needs_more(inner, name):
                return "inside", key
    return "", ""


def _takes_block(info: FieldInfo) -> bool:
    if get_origin(info.annotation) is dict:
        return False
    models = models_in(info.annotation)
    return Unknown in models or any(
        "unknown" in each.model_fields and not _needs_more(each, "unknown") for each in models
    )


def _needs_more(kind: type[Model], field: str) -> bool:
    return any(info.is_required() for name, info in kind.model_fields.items() if name != field)


def _stands_for(info: FieldInfo) -> set[str]:
    """The keys that a bare text written in a field stands for."""
    expanded = (
        form.expand("") for form in (*_forms(info.annotation), *info.metadata) if isinstance(form, Form)
    )
    return {key for each in expanded if isinstance(each, dict) for key in each}


def _forms(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        yield part
        yield from _forms(part)
