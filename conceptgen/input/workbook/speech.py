"""What stands in a cell and what it means: every value in the words of its readers, and back.

Writing is generate and test: words that would not be read back as the same value give way to the one-line form of the
file. Reading never fails: what is not understood is passed on as it is, and loading says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from conceptgen.input.workbook.columns import figure_keys
from conceptgen.input.workbook.days import cell_of, date_in, in_words
from conceptgen.input.workbook.figures import duration_in, duration_words, figure_in, number_in, words_of
from conceptgen.input.workbook.kinds import Kind, kind_of, name_of_key
from conceptgen.input.workbook.names import Names
from conceptgen.input.workbook.one_line import from_one_line, one_line
from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.languages.written import meant, written
from conceptgen.model.base import Model, Unknown
from conceptgen.model.enums import by_label
from conceptgen.model.scalars import says_unknown
from conceptgen.model.schema import words_of_field

Cell = str | Decimal | date
"""What a cell holds; "" for an empty one."""

_BAR = " | "
_ONE_LINE = 60
"""Letters of names that stand side by side; longer ones stand each on a line."""
_BULLET = re.compile(r"^\s*[•·▪–—*-]\s+")
_UNKNOWN = Kind("part", model=Unknown, short="reason")


def as_text(cell: Cell) -> str:
    """A cell as the text that reading it gives."""
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


@dataclass(frozen=True)
class Speech:
    """Cells in one language; ``names`` are those of the input's things."""

    language: str
    names: Names

    def cell(self, kind: Kind, value: Any) -> Cell:
        """A value of plain data as a cell."""
        if kind.is_many:
            return self._many(kind, value)
        said = self._one(kind, value)
        is_same = said != "" and self.value(kind, as_text(said)) == value
        return said if is_same else self._line(value)

    def value(self, kind: Kind, text: str) -> Any:
        """What the text of a cell means, as plain data; the text itself where it is not understood."""
        text = text.replace("\r\n", "\n").strip()
        if kind.is_many:
            return self._read_many(kind, text)
        if (data := from_one_line(text)) is not None:
            return data
        return self._read_one(kind, text)

    def figure(self, model: type[Model], value: dict[str, Any]) -> Cell:
        """All forms of a figure in one cell."""
        for said in (self._figure(model, value), _BAR.join(self._pairs(model, value))):
            if said != "" and self.read_figure(model, as_text(said)) == value:
                return said
        return one_line(value)

    def read_figure(self, model: type[Model], text: str) -> dict[str, Any]:
        """The keys of a figure that the text of a cell says."""
        data = from_one_line(text)
        if isinstance(data, dict):
            return data
        head, *more = text.strip().split(_BAR)
        found = self._figure_words(model, head) if not self._pair(model, head) else {}
        pairs = [head, *more] if not found else more
        for each in pairs:
            pair = self._pair(Unknown, each) if "unknown" in found else None
            if pair:
                found["unknown"][pair[0]] = pair[1]
            elif pair := self._pair(model, each):
                found[pair[0]] = pair[1]
            else:
                return self._figure_words(model, text)
        return found

    def _line(self, value: Any) -> str:
        return value if isinstance(value, str) else one_line(value)

    def _many(self, kind: Kind, values: Any) -> Cell:
        single = replace(kind, is_many=False)
        if kind.shape in ("part", "figure", "text"):
            said = [self._list_line(single, each) for each in values]
            text = "\n".join(said)
        else:
            names = [as_text(self.cell(single, each)) for each in values]
            text = ("; " if sum(map(len, names)) < _ONE_LINE else "\n").join(names)
        return text if self._read_many(kind, text) == values else one_line({"list": values})

    def _list_line(self, kind: Kind, value: Any) -> str:
        said = as_text(self.cell(kind, value))
        return one_line(value) if "\n" in said or _BULLET.match(said) else said

    def _read_many(self, kind: Kind, text: str) -> Any:
        data = from_one_line(text)
        if isinstance(data, dict) and set(data) == {"list"}:
            return data["list"]
        single = replace(kind, is_many=False)
        if kind.shape in ("part", "figure", "text"):
            lines = [_BULLET.sub("", line).strip() for line in text.split("\n")]
            return [self.value(single, line) for line in lines if line]
        pieces = [piece.strip() for piece in re.split(r"[;\n]", text) if piece.strip()]
        return [self.value(single, each) for piece in pieces for each in self._apart(single, piece)]

    def _apart(self, kind: Kind, piece: str) -> list[str]:
        """A piece with commas, where it is a list of known names and no name itself."""
        if "," not in piece or self._is_known(kind, piece):
            return [piece]
        inside = [each.strip() for each in piece.split(",") if each.strip()]
        return inside if all(self._is_known(kind, each) for each in inside) else [piece]

    def _is_known(self, kind: Kind, text: str) -> bool:
        if kind.shape == "reference":
            return self.names.knows(text, kind.kinds)
        return text.casefold() in by_label(kind.listed)

    def _one(self, kind: Kind, value: Any) -> Cell:
        if isinstance(value, dict) and set(value) == {"unknown"} and kind.shape not in ("part", "figure"):
            return self._unknown(value["unknown"])
        if kind.shape == "date":
            return cell_of(value, self.language)
        if kind.shape in ("part", "figure"):
            return self._part(kind, value)
        return self._bare(kind, value) if isinstance(value, str) and kind.shape != "other" else ""

    def _bare(self, kind: Kind, value: str) -> Cell:
        if kind.shape == "number":
            return Decimal(value) if number_in(value) == value and "e" not in value.lower() else value
        if kind.shape == "boolean":
            return _yes_no(self.language)[0 if value == "true" else 1]
        if kind.shape == "listed":
            return str(vocabulary(self.language)["lists"][kind.listed].get(value, value))
        if kind.shape == "reference":
            is_unknown = value == "unknown"
            return _said_unknown(self.language) if is_unknown else self.names.label(value, kind.kinds)
        return value

    def _read_one(self, kind: Kind, text: str) -> Any:
        if (unknown := self._read_unknown(kind, text)) is not None:
            return unknown
        read: dict[str, Callable[[], Any]] = {
            "date": lambda: date_in(text) or text,
            "number": lambda: number_in(text.removesuffix("%")) or text,
            "boolean": lambda: _truth(text),
            "listed": lambda: _listed(kind.listed, text),
            "reference": lambda: self.names.id_of(text, kind.kinds),
            "figure": lambda: self.read_figure(kind.model or Unknown, text),
            "part": lambda: self._read_part(kind, text),
        }
        return read[kind.shape]() if kind.shape in read else text

    def _unknown(self, facts: Any) -> str:
        return _BAR.join([_said_unknown(self.language), *self._pairs(Unknown, facts)])

    def _read_unknown(self, kind: Kind, text: str) -> Any:
        head, *pairs = text.split(_BAR)
        if kind.shape in ("part", "figure", "other") or not says_unknown(head.strip()):
            return None
        facts = [self._pair(Unknown, each) for each in pairs]
        if pairs and all(facts):
            return {"unknown": dict(each for each in facts if each)}
        if pairs or kind.shape == "text":
            return None
        if kind.shape == "date" or kind.may_be_unknown:
            return {"unknown": {}}
        return "unknown" if kind.shape == "reference" else None

    def _part(self, kind: Kind, value: Any) -> Cell:
        if isinstance(value, str) or kind.model is None:
            return value if isinstance(value, str) else ""
        if kind.shape == "figure":
            keys = figure_keys(kind.model)
            head = as_text(self._figure(kind.model, {key: value[key] for key in value if key in keys}))
            rest = {key: each for key, each in value.items() if key not in keys}
        else:
            short = value.get(kind.short)
            head = "" if short is None else as_text(self.cell(_kind(kind.model, kind.short), short))
            rest = {key: each for key, each in value.items() if key != kind.short}
        return _BAR.join(filter(None, [head, *self._pairs(kind.model, rest)]))

    def _read_part(self, kind: Kind, text: str) -> Any:
        """A line «text | label: value | …»; one whose labels are not known is a text as a whole."""
        assert kind.model is not None
        chunks = text.split(_BAR)
        found: dict[str, Any] = {}
        head = chunks[0]
        is_named = not kind.short or _kind(kind.model, kind.short).shape == "reference"
        if kind.short and not ((len(chunks) > 1 or is_named) and self._pair(kind.model, head)):
            found[kind.short] = self.value(_kind(kind.model, kind.short), head)
            chunks = chunks[1:]
        for each in chunks:
            pair = self._pair(kind.model, each)
            if pair is None:
                return {kind.short: text} if kind.short else text
            found[pair[0]] = pair[1]
        return found

    def _pairs(self, model: type[Model], values: dict[str, Any]) -> Iterator[str]:
        for key, each in values.items():
            label = words_of_field(model.__name__, name_of_key(model, key), self.language)[0]
            kind = _kind(model, key)
            if kind.shape == "date":
                said = in_words(each, self.language)
            elif key == "duration" and isinstance(each, str):
                said = duration_words(each, self.language)
            else:
                said = as_text(self.cell(kind, each))
            yield f"{label}: {said or one_line(each)}"

    def _pair(self, model: type[Model], chunk: str) -> tuple[str, Any] | None:
        """The key and value of «label: value»."""
        label, colon, said = chunk.partition(":")
        key = _keys_by_label(model).get(label.strip().casefold(), "")
        if not (colon and key and said.strip()):
            return None
        length = duration_in(said) if key == "duration" else ""
        return key, length or self.value(_kind(model, key), said)

    def _figure(self, model: type[Model], value: dict[str, Any]) -> Cell:
        if isinstance(value.get("unknown"), dict):
            rest = {key: each for key, each in value.items() if key != "unknown"}
            return _BAR.join([self._unknown(value["unknown"]), *self._pairs(model, rest)])
        if isinstance(value.get("text"), str) and "text" in figure_keys(model):
            rest = {key: each for key, each in value.items() if key != "text"}
            return _BAR.join([value["text"], *self._pairs(model, rest)])
        if "date" in value and "date" in figure_keys(model):
            return cell_of(value["date"], self.language) if set(value) == {"date"} else ""
        core = {key: each for key, each in value.items() if key in _IN_WORDS}
        said = words_of(core, self.language) if core else ""
        more = {key: each for key, each in value.items() if key not in core}
        if not said:
            return _BAR.join(self._pairs(model, value))
        return _BAR.join([as_text(said), *self._pairs(model, more)]) if more else said

    def _figure_words(self, model: type[Model], text: str) -> dict[str, Any]:
        keys = figure_keys(model)
        if found := figure_in(text):
            return found
        if "date" in keys and (when := date_in(text)):
            return {"date": when}
        return {"text" if "text" in keys else "value": text.strip()}


_IN_WORDS = (
    "value",
    "min",
    "max",
    "at_least",
    "at_most",
    "more_than",
    "less_than",
    "about",
    "fraction",
    "duration",
    "unit",
)


def _kind(model: type[Model], key: str) -> Kind:
    return kind_of(model, name_of_key(model, key))


@cache
def _keys_by_label(model: type[Model]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, info in model.model_fields.items():
        key = info.alias or name
        found[key] = key
        for language in LANGUAGES:
            found.setdefault(words_of_field(model.__name__, name, language)[0].casefold(), key)
    return found


def _yes_no(language: str) -> tuple[str, str]:
    said = vocabulary(language)["written"]
    return str(said["is_true"]).split()[0], str(said["is_false"]).split()[0]


def _said_unknown(language: str) -> str:
    return str(vocabulary(language)["written"]["unknown"]).split()[0]


def _listed(name: str, text: str) -> str:
    """The value of a list, by its label or by other words that mean exactly it («рублей», «раз в год»)."""
    word = " ".join(text.casefold().split())
    return by_label(name).get(word) or meant(f"values.{name}").get(word, text)


def _truth(text: str) -> str:
    word = text.strip().casefold()
    if word in ("true", "1", "+", "v", "x", "х", *written("is_true")):
        return "true"
    return "false" if word in ("false", "0", "-", "–", *written("is_false")) else text
