"""Cases of the rules: a patch of ``rules/base.yaml``: a path with ids or indexes → a new value, null to remove.

``[+]`` at the end of a path appends (every item of a list), ``[*]`` means every item, and a path may begin with the id
of a part. ``others`` is no path: what the other clients of the batch are called.
"""

from __future__ import annotations

import copy
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "rules"
_PATH = re.compile(r"[^.\[\]]+|\[\+\]")
_NOTHING: tuple[Any, ...] = ("null", "")


@cache
def read(name: str) -> Any:
    """A file of cases; dates stay text."""
    return yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)


def patched(patch: dict[str, Any]) -> bytes:
    """The base with a patch, as a file."""
    data = copy.deepcopy(read("base"))
    for path, value in patch.items():
        if path != "others":
            put(data, path, copy.deepcopy(value))
    return written(data)


def written(data: Any) -> bytes:
    """Data as a file."""
    dumped: str = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return dumped.encode()


def put(data: Any, path: str, value: Any) -> None:
    """Set, append or remove what a path names."""
    *above, last = _PATH.findall(path)
    nodes = [data]
    for step in above:
        nodes = [found for node in nodes for found in _inside(node, step, data)]
    for node in nodes:
        if "*" not in above or last in node or value not in _NOTHING:
            _set(node, last, value)


def _set(node: Any, step: str, value: Any) -> None:
    name = _index(node, step) if isinstance(node, list) and step != "[+]" else step
    if step == "[+]":
        node += value if isinstance(value, list) else [value]
    elif value in _NOTHING:
        del node[name]
    else:
        node[name] = value


def _inside(node: Any, step: str, data: Any) -> list[Any]:
    if step == "*":
        return list(node)
    if isinstance(node, list):
        return [node[_index(node, step)]]
    return (node is data and step not in data and _with_id(data, step)) or [node.setdefault(step, {})]


def _index(node: list[Any], step: str) -> int:
    """The place of an item of a list, by number or id."""
    return int(step) if step.isdigit() else [item.get("id") for item in node].index(step)


def _with_id(node: Any, name: str) -> list[Any]:
    """The part with an id, wherever it stands; a reference beside an address is none."""
    if isinstance(node, dict) and node.get("id") == name and len(node) > 2:
        return [node]
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return next((found for each in inside if (found := _with_id(each, name))), [])
