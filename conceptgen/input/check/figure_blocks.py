"""A figure in words, or as a bare text where a block is expected → the same figure, ready to be pasted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from conceptgen.input.check.known_keys import keys_at
from conceptgen.input.check.partial import node_at
from conceptgen.input.check.wrong_words import meant_value, without_quotes
from conceptgen.input.text.nodes import Mapping
from conceptgen.model.worded_numbers import Entries, refusal
from conceptgen.origin import Path

Facts = dict[str, Any]


def refused_block(text: str, path: Path) -> tuple[str, Facts] | None:
    """Code and facts of a figure written as a text (``baseline: 40 %``) where it is a block; None if it is none."""
    if not {"at_least", "unknown"} <= {*keys_at(path)}:
        return None
    refused = refusal(without_quotes(text) or text)
    if refused.type == "E-TYP-03":
        return None
    return refused.type, {**(refused.context or {}), "text": text, "variant": "block"}


def spell_number(tree: Mapping, code: str, facts: Facts, path: Path) -> tuple[str, Facts]:
    """The code and its facts with the ready replacements in them, as they fit the place."""
    if facts.get("variant") == "digits":
        return code, facts
    text, is_entry = facts["text"], isinstance(node_at(tree, path[:-1]), Mapping)
    was = f"{path[-1]}: {text}" if is_entry else text
    if facts.get("variant") == "block":
        key = f"{path[-1]}: " if is_entry else ""
        blocks = {name: key + block for name, block in _blocks(facts, path).items()}
        return code, {"text": text, "was": was, "variant": "block", **blocks}
    ready = {name: _ready(tree, value, path, is_entry) for name, value in facts.items() if name != "text"}
    if not all(ready.values()):
        code, ready = "E-TYP-03", {}
    is_figure = "at_least" in keys_at(path[:-1])
    return code, {"text": text, "was": was, "variant": "" if is_figure else "plain", **ready}


def _blocks(facts: Facts, path: Path) -> dict[str, str]:
    """The replacements of a bare figure; of one that is not known, why it is not."""
    is_money = "amount" in keys_at(path)
    readings = {name: value for name, value in facts.items() if name not in ("text", "variant")}
    if readings:
        return {name: _block(_as_money(value) if is_money else value) for name, value in readings.items()}
    reason = meant_value(facts["text"], "unknown_reason") or "not_measured"
    return {"ready": f"{{unknown: {{reason: {reason}}}}}"}


def _ready(tree: Mapping, entries: Entries, path: Path, is_entry: bool) -> str:
    """What to write instead; "" where this place cannot hold it. A value that is no entry has no key beside it."""
    holder, key, known = node_at(tree, path[:-1]), str(path[-1]), keys_at(path[:-1])
    is_unit_free = "unit" in known and not (isinstance(holder, Mapping) and {"unit", "currency"} & {*holder})
    pairs = [(key if form == "value" else form, value) for form, value in entries]
    fitting = [pair for pair in pairs if pair[0] != "unit" or is_unit_free]
    if not all(form in known for form, _ in fitting):
        return ""
    if is_entry:
        return ", ".join(f"{form}: {value}" for form, value in fitting)
    if len(fitting) == 1 and fitting[0][0] == key:
        return fitting[0][1]
    return _block(fitting)


def _as_money(entries: Entries) -> Entries:
    """A sum of money has an amount and a currency."""
    names = {("unit", "rub"): ("currency", "RUB")}
    return tuple(names.get(pair, ("amount", pair[1]) if pair[0] == "value" else pair) for pair in entries)


def _block(entries: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{form}: {value}" for form, value in entries) + "}"
