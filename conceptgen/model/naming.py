"""What an item is called: by the first of these fields that it has."""

from __future__ import annotations

from typing import Final

NAMING: Final = ("name", "text", "title", "term", "report", "how")
"""The fields that name an item; its marks (source, remark) follow that text."""


def naming_field(part: object) -> str:
    """The field that names a part, be it stated as unknown; "" for a nameless one."""
    return next((each for each in _had(type(part), NAMING) if getattr(part, each, None) is not None), "")


def own_name(part: object, fields: tuple[str, ...] = NAMING) -> str:
    """What a part is called; "" for a nameless one and for a stated unknown."""
    found = (getattr(part, each, None) for each in _had(type(part), fields))
    return next((each for each in found if isinstance(each, str) and each), "")


def _had(kind: type, fields: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some fields that a model has, found once: to ask it for others is slow."""
    if (kind, fields) not in _known:
        own = getattr(kind, "__pydantic_fields__", fields)
        _known[kind, fields] = tuple(each for each in fields if each in own or hasattr(kind, each))
    return _known[kind, fields]


_known: dict[tuple[type, tuple[str, ...]], tuple[str, ...]] = {}
