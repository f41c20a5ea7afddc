"""The one-line form of the file (``{text: …, source: s1}``): what has no words of its own stands in a cell so."""

from __future__ import annotations

import json
import re
from typing import Any

from conceptgen.input.text.nodes import Mapping, Node, Sequence
from conceptgen.input.text.read import read

_BARE = re.compile(r"[^\W\d_][\w .%/–—«»()-]*[\w.%»)]|\d{1,6}(\.\d{1,6})?|[^\W_]")
_KEY = re.compile(r"[a-z_]+")


def one_line(data: Any) -> str:
    """Plain data on one line."""
    if isinstance(data, dict):
        inside = ", ".join(f"{_key(key)}: {one_line(each)}" for key, each in data.items())
        return f"{{{inside}}}"
    if isinstance(data, list):
        return f"[{', '.join(map(one_line, data))}]"
    return data if _BARE.fullmatch(data) else json.dumps(data, ensure_ascii=False)


def _key(key: str) -> str:
    return key if _KEY.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def from_one_line(text: str) -> Any:
    """What a line says; None where it is no such line."""
    text = text.strip()
    if not (text.startswith("{") and text.endswith("}")):
        return None
    tree, findings = read(f"line: {text}\n".encode("utf-8", "replace"), "cell.yaml")
    if tree is None or any(each.severity == "error" for each in findings):
        return None
    return plain(tree["line"])


def plain(node: Node) -> Any:
    """A tree of nodes as plain data; empty values are left out."""
    if isinstance(node, Mapping):
        return {key: plain(each) for key, each in node.items() if not getattr(each, "is_null", False)}
    if isinstance(node, Sequence):
        return [plain(each) for each in node]
    return str(node)
