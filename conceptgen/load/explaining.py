"""Refusals of the model → findings: what stands where, what is wrong with it, what to write instead."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from conceptgen.findings import Finding
from conceptgen.languages import vocabulary
from conceptgen.load.keys import keys_at, nearest, nearest_key
from conceptgen.load.nodes import Mapping, Scalar, locate
from conceptgen.load.partial import node_at, path_of
from conceptgen.load.report import show
from conceptgen.load.telling import tell
from conceptgen.model.listed import by_label
from conceptgen.model.scalars import kind_of
from conceptgen.model.worded_numbers import Entries
from conceptgen.origin import Path

_REQUIRED_OF_ALL = (
    ("document",),
    ("organization",),
    ("document", "title"),
    ("document", "date"),
    ("organization", "name"),
)
_KEYS_BY_PLACE = ("missing", "E-TYP-01", "E-TYP-13", "extra_forbidden")


class Explainer:
    """Explains the refusals of one tree."""

    def __init__(self, tree: Mapping, name: str, language: str) -> None:
        self._tree, self._name, self._language = tree, name, language
        self._words = vocabulary(language)

    def explain(self, error: ErrorDetails) -> Finding:
        """One refusal as a finding."""
        path, kind, facts = path_of(self._tree, error), error["type"], dict(error.get("ctx", {}))
        if kind == "missing" or kind == "E-TYP-01":
            return self._missing(path if kind == "missing" else (*path, facts["key"]))
        if kind == "extra_forbidden":
            return self._unknown_key(path)
        if kind == "E-TYP-13":
            path = (*path[:-1], facts["key"])
        if kind[1:2] != "-":
            kind, facts = _in_our_codes(kind, facts, error["input"], path)
        at = facts.pop("at", None)
        if isinstance(at, Scalar):
            place = at.line, at.column
        else:
            place = locate(self._tree, path, key=kind == "E-TYP-13" or error["loc"][-1:] == ("[key]",))
        return self._tell(*self._spelled(kind, facts, path), place, path)

    def _tell(self, code: str, facts: dict[str, Any], place: tuple[int, int], path: Path) -> Finding:
        return tell(code, facts, self._language, self._name, place, path)

    def _missing(self, path: Path) -> Finding:
        code = "E-DOC-01" if path in _REQUIRED_OF_ALL else "E-TYP-01"
        return self._tell(code, {"key": path[-1]}, locate(self._tree, path[:-1]), path)

    def _unknown_key(self, path: Path) -> Finding:
        key, place = str(path[-1]), locate(self._tree, path, key=True)
        near = nearest_key(key, path[:-1])
        words = self._words["validation"]["E-REF-04"]
        known = ", ".join(keys_at(path[:-1]))
        hint = words["near"].format(near=near) if near else words["known"].format(known=known)
        return self._tell("E-REF-04", {"key": key, "hint": hint}, place, (*path[:-1], show(key)))

    def _spelled(self, code: str, facts: dict[str, Any], path: Path) -> tuple[str, dict[str, Any]]:
        """The code and its facts in words of the language, as they fit the place."""
        if code in ("E-TYP-03", "E-TYP-04", "E-TYP-05", "E-TYP-06"):
            return self._spell_number(code, facts, path)
        if code == "E-TYP-02":
            facts = {key: self._words["shapes"][shape] for key, shape in facts.items()}
        elif code == "E-TYP-08":
            facts = self._spell_listed(facts)
        elif code == "E-TYP-09":
            facts["given"] = facts["given"] or self._words["validation"][code]["nothing"]
        elif code == "E-DAT-02":
            ready = self._words["validation"][code]["ready"].format(**facts) if facts["ready"] else ""
            facts["ready"] = ready
        return code, facts

    def _spell_listed(self, facts: dict[str, Any]) -> dict[str, Any]:
        spellings, labels = by_label(facts["list"]), self._words["lists"][facts["list"]]
        near = spellings.get(nearest(facts["text"], list(spellings)), "")
        shown = f"{near} ({labels[near]})" if near else ""
        prefix = self._words["validation"]["E-TYP-08"]["near"].format(near=shown) if near else ""
        values = ", ".join(f"{value} ({label})" for value, label in labels.items())
        return {"text": facts["text"], "values": values, "near": prefix}

    def _spell_number(self, code: str, facts: dict[str, Any], path: Path) -> tuple[str, dict[str, Any]]:
        ready = {key: self._ready(value, path) for key, value in facts.items() if key != "text"}
        if not all(ready.values()):
            code, ready = "E-TYP-03", {}
        is_figure = "at_least" in keys_at(path[:-1])
        shown = f"{path[-1]}: {facts['text']}" if self._is_entry(path) else facts["text"]
        return code, {"text": facts["text"], "was": shown, "variant": "" if is_figure else "plain", **ready}

    def _is_entry(self, path: Path) -> bool:
        """The value has its key beside it; a short form has none."""
        return isinstance(node_at(self._tree, path[:-1]), Mapping)

    def _ready(self, entries: Entries, path: Path) -> str:
        """What to write instead, ready to be pasted; "" where this place cannot hold it."""
        holder, key, known = node_at(self._tree, path[:-1]), str(path[-1]), keys_at(path[:-1])
        is_unit_free = "unit" in known and not (
            isinstance(holder, Mapping) and {"unit", "currency"} & {*holder}
        )
        pairs = [(key if form == "value" else form, value) for form, value in entries]
        fitting = [pair for pair in pairs if pair[0] != "unit" or is_unit_free]
        if not all(form in known for form, _ in fitting):
            return ""
        if self._is_entry(path):
            return ", ".join(f"{form}: {value}" for form, value in fitting)
        if len(fitting) == 1 and fitting[0][0] == key:
            return fitting[0][1]
        return "{" + ", ".join(f"{form}: {value}" for form, value in fitting) + "}"


def _in_our_codes(kind: str, facts: dict[str, Any], given: Any, path: Path) -> tuple[str, dict[str, Any]]:
    """The refusals of the library's own types."""
    if path[-1:] == ("fraction",):
        return "E-TYP-19", {"text": given if isinstance(given, str) else ", ".join(map(str, given))}
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = facts.get("ge", facts.get("le"))
        return "E-TYP-15", {"text": given, "sign": "≥" if "ge" in facts else "≤", "bound": bound}
    if kind == "string_too_long":
        return "E-TYP-16", {"length": len(given), "limit": facts["max_length"]}
    if kind == "string_pattern_mismatch":
        return "E-TYP-18", {"text": given}
    if kind == "literal_error" and isinstance(given, str):
        return "E-TYP-17", {
            "text": given,
            "expected": facts["expected"].replace("'", "").replace(" or ", ", "),
        }
    return "E-TYP-02", {
        "wanted": "mapping" if "model" in kind or "dict" in kind else "text",
        "got": kind_of(given),
    }
