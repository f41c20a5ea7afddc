"""What a field of the model holds, as a cell sees it: a text, a number, a date, a name to choose, a part in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args, get_origin

from conceptgen.model.base import Figure, Item, Model, Unknown
from conceptgen.model.dates import When
from conceptgen.model.enums import Listed
from conceptgen.model.references import target
from conceptgen.model.shorthand import Form
from conceptgen.model.walk import models_in

Shape = Literal["text", "number", "boolean", "date", "listed", "reference", "part", "figure", "other"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a field holds.

    ``short`` is the key that a bare text stands for in a part; ``listed`` names a list of values.
    """

    shape: Shape
    is_many: bool = False
    listed: str = ""
    kinds: tuple[str, ...] = ()
    model: type[Model] | None = None
    short: str = ""
    may_be_unknown: bool = False


@cache
def kind_of(model: type[Model], name: str) -> Kind:
    """What a field of a model holds."""
    info = model.model_fields[name]
    found = list(_met(info.annotation, info.metadata))
    is_many = any(get_origin(each) is tuple and get_args(each)[-1] is Ellipsis for each in found)
    if any(get_origin(each) is dict for each in found):
        return Kind("other")
    if to := target(info.annotation, tuple(info.metadata)):
        return Kind("reference", is_many, kinds=to.kinds, may_be_unknown=Unknown in found)
    listed = next((each.name for each in found if isinstance(each, Listed)), "")
    if listed:
        return Kind("listed", is_many, listed=listed)
    if When in found:
        return Kind("date", is_many)
    parts = [each for each in models_in(info.annotation) if each is not Unknown]
    if parts:
        shape: Shape = "figure" if issubclass(parts[0], Figure) else "part"
        return Kind(shape, is_many, model=parts[0], short=_short(found))
    if Unknown in found and name == "unknown":
        return Kind("part", model=Unknown, short="reason")
    return Kind(_plain_shape(found), is_many)


def _plain_shape(found: list[Any]) -> Shape:
    if any(get_origin(each) is tuple for each in found):
        return "other"
    if bool in found:
        return "boolean"
    return "number" if int in found or Decimal in found else "text"


def _met(annotation: Any, metadata: Any = ()) -> Iterator[Any]:
    """Every type and every piece of metadata met inside an annotation."""
    yield annotation
    yield from metadata
    for each in get_args(annotation):
        yield from _met(each)


def _short(found: list[Any]) -> str:
    keys = {
        next(iter(full))
        for form in found
        if isinstance(form, Form) and isinstance(full := form.expand("x"), dict)
    }
    return min(keys - {"unknown"}, default="")


@cache
def name_of_key(model: type[Model], key: str) -> str:
    """The field of a model that is written under a key; "" for none."""
    return next((name for name, info in model.model_fields.items() if (info.alias or name) == key), "")


COMMON = tuple(name for name in Item.model_fields if name != "id")
"""What every item may carry."""
