"""What a sheet says of a column: the meaning of its field without the words of the file, then how to fill it in."""

from __future__ import annotations

import re
from functools import cache

from conceptgen.input.workbook.columns import Column
from conceptgen.input.workbook.kinds import Kind
from conceptgen.languages import say, vocabulary
from conceptgen.model.enums import by_label
from conceptgen.model.schema import words_of_field

_CLAUSE = re.compile(r"(?<=[.;:])\s+")
_KEY = re.compile(r"[a-z0-9]_[a-z]|[{}]|\bpz\d")
_LATIN = re.compile(r"[a-z]{2,}|[a-z]\d")


def comment(column: Column, language: str) -> str:
    """The words of the comment on a head, and of the advice for a cell that is not understood."""
    owner, field = column.titles[-1]
    return of_field(owner, field, column.kind, language)


def of_field(owner: str, field: str, kind: Kind, language: str) -> str:
    """The same for a field of the model; ``owner`` is empty for one that the program names itself."""
    said = [meaning(owner, field, kind, language)] if owner else []
    key = _way_to_fill(kind)
    said += [say(language, f"workbook.hints.{key}")] if key else []
    return " ".join(filter(None, said))


@cache
def meaning(owner: str, field: str, kind: Kind, language: str) -> str:
    """What a field means, told without keys; "" where nothing is left."""
    own = vocabulary(language)["workbook"]["comments"]
    if f"{owner}.{field}" in own:
        return str(own[f"{owner}.{field}"])
    text = words_of_field(owner, field, language)[1]
    for each in vocabulary(language)["workbook"]["meaning"].values():
        pattern, _, said = str(each).partition(" => ")
        one, _, many = said.partition(" // ")
        text = re.sub(pattern, (many if kind.is_many else one) if many else one, text)
    text = " ".join(each for each in _CLAUSE.split(text.strip()) if not _is_of_the_file(each, kind, language))
    text = text.rstrip(" ;:,—")
    text = text if re.search(r"\w", text) else ""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '»', '”')) else '.'}" if text else ""


def _is_of_the_file(clause: str, kind: Kind, language: str) -> bool:
    """Whether a clause speaks in keys or lists values as the file writes them."""
    if _KEY.search(clause):
        return True
    words = re.findall(r"[\w-]+", clause.casefold())
    if not vocabulary(language)["written"]["unknown"].isascii():
        return _LATIN.search(clause) is not None
    known = by_label(kind.listed) if kind.listed else {}
    return sum(word in known for word in words) > 1


def _way_to_fill(kind: Kind) -> str:
    if kind.shape == "reference" or (kind.is_many and kind.shape == "listed"):
        return "references" if kind.is_many else "reference"
    if kind.is_many:
        return "lines"
    shapes = {"figure": "figure", "date": "date", "listed": "reference", "boolean": "yes_no"}
    return shapes.get(kind.shape, "")
