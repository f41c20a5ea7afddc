"""Cases of the rules: a patch of ``rules/base.yaml``: a path with ids or indexes → a new value, null to remove.

``[+]`` at the end of a path appends; ``others`` is no path: what the other clients of the batch are called.
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


@cache
def read(name: str) -> Any:
    """A file of cases; dates stay text."""
    return yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def patched(patch: dict[str, Any]) -> bytes:
    """The base with a patch, as a file."""
    data = copy.deepcopy(read("base"))
    for path, value in patch.items():
        if path == "others":
            continue
        _put(data, _PATH.findall(path), value)
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()


def _put(node: Any, steps: list[str], value: Any) -> None:
    for step in steps[:-1]:
        node = _inside(node, step)
    if steps[-1] == "[+]":
        node.append(value)
    elif value in ("null", ""):
        del node[steps[-1]]
    else:
        node[steps[-1]] = value


def _inside(node: Any, step: str) -> Any:
    if not isinstance(node, list):
        return node.setdefault(step, {})
    return node[int(step)] if step.isdigit() else next(item for item in node if item.get("id") == step)
