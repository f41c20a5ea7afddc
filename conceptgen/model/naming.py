"""What an item is called: by the first of these fields that it has."""

from __future__ import annotations

from typing import Final

NAMING: Final = ("name", "text", "title", "term", "report", "how")
"""The fields that name an item; its marks (source, remark) follow that text."""


def naming_field(part: object) -> str:
    """The field that names a part, be it stated as unknown; "" for a nameless one."""
    return next((each for each in NAMING if getattr(part, each, None) is not None), "")


def own_name(part: object, fields: tuple[str, ...] = NAMING) -> str:
    """What a part is called; "" for a nameless one and for a stated unknown."""
    found = (getattr(part, each, None) for each in fields)
    return next((each for each in found if isinstance(each, str) and each), "")
