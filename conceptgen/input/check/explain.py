"""Refusals of the model → findings: what stands where, what is wrong with it, what to write instead."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from conceptgen.findings import Finding
from conceptgen.input.check.figure_blocks import refused_block, spell_number
from conceptgen.input.check.known_keys import (
    doubtful_keys,
    keys_at,
    kinds_at,
    may_be_unknown,
    nearest_key,
    other_name,
    own_keys_at,
    refers,
)
from conceptgen.input.check.make_finding import last_key, make_finding
from conceptgen.input.check.partial import node_at, path_of
from conceptgen.input.check.wrong_words import meant_dates, meant_value, without_quotes
from conceptgen.input.findings_report import show
from conceptgen.input.text.nodes import Mapping, Scalar, locate
from conceptgen.languages import vocabulary
from conceptgen.languages.form_words import field_in_words, in_words_of_the_form
from conceptgen.model.scalars import kind_of, says_unknown
from conceptgen.model.worded_numbers import fraction_of
from conceptgen.origin import Path

_REQUIRED_OF_ALL = (
    ("document",),
    ("organization",),
    ("document", "title"),
    ("document", "date"),
    ("organization", "name"),
)
_OFTEN_UNKNOWN = ("E-TYP-02", "E-TYP-08", "E-TYP-11", "E-REF-06", "E-DAT-02")
_NUMBERS = ("E-TYP-03", "E-TYP-04", "E-TYP-05", "E-TYP-06")
_OFTEN_IN_ODD_QUOTES = ("E-DAT-02", "E-REF-06", "E-TYP-03", "E-TYP-08")


class Explainer:
    """Explains the refusals of one tree."""

    def __init__(self, tree: Mapping, name: str, language: str) -> None:
        self._tree, self._name, self._language = tree, name, language
        self._words = vocabulary(language)
        self.renames: list[tuple[Path, str]] = []
        """Unknown keys, and what was most likely meant where nothing of that name stands there yet."""

    def explain(self, error: ErrorDetails) -> Finding:
        """One refusal as a finding."""
        path, kind, facts = path_of(self._tree, error), error["type"], dict(error.get("ctx", {}))
        if kind == "missing" or kind == "E-TYP-01":
            return self._missing(path if kind == "missing" else (*path, facts["key"]))
        if holder := self._misplaced_unknown(path, kind, error["input"]):
            return self._cannot_be_unknown(holder)
        if kind == "extra_forbidden":
            return self._unknown_key(path)
        if kind == "E-TYP-13":
            path = (*path[:-1], facts["key"])
        if kind[1:2] != "-":
            kind, facts = _in_our_codes(kind, facts, error["input"], path)
        if kind == "E-TYP-02" and facts["wanted"] == "mapping" and isinstance(error["input"], str):
            kind, facts = refused_block(error["input"], path) or (kind, facts)
        elif kind == "E-DAT-02" and isinstance(node_at(self._tree, path[:-1]), Scalar):
            figure = refused_block(facts["text"], path[:-1])
            (kind, facts), path = (figure, path[:-1]) if figure else ((kind, facts), path)
        at = facts.pop("at", None)
        if isinstance(at, Scalar):
            place = at.line, at.column
        else:
            place = locate(self._tree, path, key=kind == "E-TYP-13" or error["loc"][-1:] == ("[key]",))
        return self._tell(*self._spelled(kind, facts, path), place, path)

    def _tell(self, code: str, facts: dict[str, Any], place: tuple[int, int], path: Path) -> Finding:
        return make_finding(code, facts, self._language, self._name, place, path)

    def _missing(self, path: Path) -> Finding:
        holder, key = node_at(self._tree, path[:-1]), str(path[-1])
        if isinstance(holder, Mapping) and key in holder.keys_at and key not in holder:
            return self._tell("E-TYP-12", {"key": key, "variant": "required"}, holder.keys_at[key], path)
        code = "E-DOC-01" if path in _REQUIRED_OF_ALL else "E-TYP-01"
        return self._tell(code, {"key": path[-1]}, locate(self._tree, path[:-1]), path)

    def _unknown_key(self, path: Path) -> Finding:
        key, place = str(path[-1]), locate(self._tree, path, key=True)
        certain = other_name(key, path[:-1])
        near = certain or nearest_key(key, path[:-1])
        holder = node_at(self._tree, path[:-1])
        is_free = isinstance(holder, Mapping) and bool(near) and near not in holder
        if is_free:
            self.renames.append((path, near))
        words = self._words["validation"]["E-REF-04"]
        known = self._labelled(own_keys_at(path[:-1]), path)
        told = {"near": field_in_words(near, self._language, kinds_at(path)), "known": known}
        way = "certain" if certain else "near" if near else "known" if known else ""
        facts: dict[str, Any] = {"key": key, "hint": words[way].format(**told) if way else ""}
        if certain and is_free:
            facts["mended"] = key, certain
        return self._tell("E-REF-04", facts, place, (*path[:-1], show(key)))

    def _misplaced_unknown(self, path: Path, kind: str, given: Any) -> Path:
        """The path of a value that says it is unknown where that cannot be said; () for anything else."""
        if kind == "extra_forbidden" and path[-1:] == ("unknown",):
            return path[:-1]
        is_block = isinstance(given, Mapping) and "unknown" in given
        is_word = isinstance(given, str) and says_unknown(given.strip())
        is_refused = kind in _OFTEN_UNKNOWN or kind[1:2] != "-"
        is_doubt = is_refused and kind not in ("missing", "extra_forbidden") and (is_block or is_word)
        return path if is_doubt and not may_be_unknown(path) else ()

    def _cannot_be_unknown(self, path: Path) -> Finding:
        words, holder = self._words["validation"]["E-TYP-20"], path[:-1]
        if refers(path) and isinstance(node_at(self._tree, path), Mapping):
            return self._tell(
                "E-TYP-20", {"key": last_key(path), "variant": "word"}, locate(self._tree, path), path
            )
        while holder and isinstance(holder[-1], int):
            holder = holder[:-1]
        doubtful, known = doubtful_keys(holder), keys_at(holder)
        hints = [words["fields"].format(fields=self._labelled(doubtful, (*holder, "")))] if doubtful else []
        hints += [words["beside"]] if "remark" in known else []
        hint = in_words_of_the_form("; ".join(hints) or words["leave"], self._language)
        facts = {"key": last_key(path), "hint": hint}
        return self._tell("E-TYP-20", facts, locate(self._tree, path), path)

    def _spelled(self, code: str, facts: dict[str, Any], path: Path) -> tuple[str, dict[str, Any]]:
        """The code and its facts in words of the language, as they fit the place."""
        bare = without_quotes(str(facts.get("text", ""))) if code in _OFTEN_IN_ODD_QUOTES else ""
        if code in _NUMBERS:
            code, facts = spell_number(self._tree, code, facts, path)
        elif code == "E-TYP-02":
            facts = self._spell_shapes(facts, path)
        elif code == "E-TYP-08":
            facts = self._spell_listed(facts)
        elif code == "E-TYP-09":
            inside = (*path, "")
            given = self._labelled(facts["given"].split(", "), inside) if facts["given"] else ""
            facts["given"] = given or self._words["validation"][code]["nothing"]
            facts["forms"] = self._labelled(facts["forms"].split(", "), inside)
        elif code == "E-DAT-02":
            facts["ready"] = self._spell_dates(
                [facts["ready"]] if facts["ready"] else meant_dates(facts["text"])
            )
        return code, facts | ({"variant": "quotes", "bare": bare} if bare else {})

    def _spell_shapes(self, facts: dict[str, Any], path: Path) -> dict[str, Any]:
        """What is expected and what stands there; of a block also its fields."""
        inside = own_keys_at(path)
        is_block = facts["wanted"] == "mapping" and bool(inside)
        spelled: dict[str, Any] = {key: self._words["shapes"][shape] for key, shape in facts.items()}
        block = {"variant": "block", "known": self._labelled(inside, (*path, ""))}
        return spelled | (block if is_block else {})

    def _labelled(self, keys: list[str], path: Path) -> str:
        """Keys that stand beside the last step of a path, in words of the form."""
        return ", ".join(field_in_words(key, self._language, kinds_at(path)) for key in keys)

    def _worded(self, label: str, value: str) -> str:
        """A value of a list in words of the form: «черновик» (draft)."""
        opening, closing = self._words["review"]["quotes"][:2]
        return f"{opening}{label}{closing} ({value})"

    def _spell_dates(self, meant: list[str]) -> str:
        words = self._words["validation"]["E-DAT-02"]
        if len(meant) > 1:
            return str(words["either"]).format(first=meant[0], second=meant[1])
        return str(words["ready"]).format(ready=meant[0]) if meant else ""

    def _spell_listed(self, facts: dict[str, Any]) -> dict[str, Any]:
        labels = self._words["lists"][facts["list"]]
        near = meant_value(facts["text"], facts["list"])
        shown = self._worded(labels[near], near) if near else ""
        prefix = self._words["validation"]["E-TYP-08"]["near"].format(near=shown) if near else ""
        values = ", ".join(self._worded(label, value) for value, label in labels.items())
        return {"text": facts["text"], "values": values, "near": prefix}


def _in_our_codes(kind: str, facts: dict[str, Any], given: Any, path: Path) -> tuple[str, dict[str, Any]]:
    """The refusals of the library's own types."""
    if path[-1:] == ("fraction",):
        text = given if isinstance(given, str) else ", ".join(map(str, given))
        return "E-TYP-19", {"text": text, "ready": fraction_of(text) or "[1, 2000]"}
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
