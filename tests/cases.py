"""Cases of the rules: a patch of ``rules/base.yaml``: a path with ids or indexes → a new value, null to remove.

``[+]`` at the end of a path appends, ``[*]`` means every item of a list, and a path may begin with the id of a part;
``others`` is no path: what the other clients of the batch are called.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "rules"
_PATH = re.compile(r"[^.\[\]]+|\[\+\]")
Address = tuple[str | int, ...]


@cache
def read(name: str) -> Any:
    """A file of cases; dates stay text."""
    return yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def patched(patch: dict[str, Any]) -> bytes:
    """The base with a patch, as a file."""
    data = copy.deepcopy(read("base"))
    for path, value in patch.items():
        if path != "others":
            put(data, path, value)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()


def put(data: Any, path: str, value: Any) -> list[Address]:
    """Set, append or remove what a path names; the addresses of what was touched."""
    *above, last = _PATH.findall(path)
    places: list[tuple[Address, Any]] = [((), data)]
    for step in above:
        places = [found for place in places for found in _inside(*place, step, data)]
    return [(*at, _set(node, last, value)) for at, node in places]


def _set(node: Any, step: str, value: Any) -> str | int:
    if step == "[+]":
        node.append(value)
        return len(node) - 1
    name = _index(node, step) if isinstance(node, list) else step
    if value in ("null", ""):
        del node[name]
    else:
        node[name] = value
    return name


def _inside(at: Address, node: Any, step: str, data: Any) -> Iterator[tuple[Address, Any]]:
    """The next node on the way; the first step may be an id from anywhere, ``*`` means every one of a list."""
    if node is data and step not in data and (found := _find(data, step)):
        yield found
    elif step == "*":
        yield from (((*at, number), each) for number, each in enumerate(node))
    elif isinstance(node, list):
        yield (*at, _index(node, step)), node[_index(node, step)]
    else:
        yield (*at, step), node.setdefault(step, {})


def _index(node: list[Any], step: str) -> int:
    return (
        int(step)
        if step.isdigit()
        else next(number for number, item in enumerate(node) if item.get("id") == step)
    )


def _find(node: Any, name: str, at: Address = ()) -> tuple[Address, Any] | None:
    """Where the part with an id stands, and the part."""
    if isinstance(node, dict) and node.get("id") == name:
        return at, node
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return next((found for step, each in inside if (found := _find(each, name, (*at, step)))), None)
