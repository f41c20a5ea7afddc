"""How a value is written in YAML or JSON: bare where nothing can be misread, in quotes or as a block of lines else."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from typing import Any

import yaml

_WIDTH = 110
_NULLS = ("~", "null", "Null", "NULL", "")
_DATE = re.compile(r"\d{4}-[\dQH]")
_JSON_LITERAL = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?|true|false")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


@dataclass(frozen=True, slots=True)
class Habit:
    """How the author of a file writes: line ends, lists under their key or further right, JSON or YAML."""

    line_end: str = "\n"
    list_indent: int = 2
    is_json: bool = False

    @classmethod
    def of(cls, text: str) -> Habit:
        """The habit that prevails in a text."""
        ends = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
        flush = len(re.findall(r"^( *)[\w]+:[ ]*\r?\n\1- ", text, re.MULTILINE))
        right = len(re.findall(r"^( *)[\w]+:[ ]*\r?\n\1 +- ", text, re.MULTILINE))
        return cls(ends, 0 if flush > right else 2, text.lstrip("\ufeff \t\r\n").startswith("{"))


def bare_or_quoted(text: str, *, is_flow: bool = False) -> str:
    """A text on one line."""
    if not is_flow and _DATE.match(text):
        return f'"{text}"' if _is_bare(text, is_flow) else double_quoted(text)
    return text if _is_bare(text, is_flow) else double_quoted(text)


def double_quoted(text: str) -> str:
    """A text in double quotes, with every sign that may not stand there bare escaped."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted)


def in_style(text: str, style: str, *, is_flow: bool, indent: int) -> list[str]:
    """The lines of a text in the style of the one it replaces; lines after the first are indented."""
    if style in ("|", ">") and not _UNPRINTABLE.search(text) and text == text.strip():
        pad = " " * indent
        lines = text.split("\n") if style == "|" else _folded(text)
        return [f"{style}-", *(pad + line if line else "" for line in lines)]
    if style == "'" and "\n" not in text and not _UNPRINTABLE.search(text):
        return ["'" + text.replace("'", "''") + "'"]
    if style == '"':
        return [double_quoted(text)]
    return [text if _is_bare(text, is_flow) else double_quoted(text)]


def _folded(text: str) -> list[str]:
    lines: list[str] = []
    for number, paragraph in enumerate(text.split("\n")):
        if number:
            lines.append("")
        lines += textwrap.wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
    return lines


def flow(value: Any, habit: Habit, like: str | None = None) -> str:
    """A value inside brackets; ``like`` is the text it replaces: what was no JSON text stays none."""
    if habit.is_json:
        if isinstance(value, str) and like is not None and like[:1] != '"' and _JSON_LITERAL.fullmatch(value):
            return value
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return bare_or_quoted(value, is_flow=True)
    if isinstance(value, list):
        return "[" + ", ".join(flow(each, habit) for each in value) + "]"
    return (
        "{"
        + ", ".join(
            f"{bare_or_quoted(key, is_flow=True)}: {flow(each, habit)}" for key, each in value.items()
        )
        + "}"
    )


def _is_bare(text: str, is_flow: bool) -> bool:
    """True if a text may stand without quotes and is read as it is."""
    if text in _NULLS or text != text.strip() or "\n" in text or _UNPRINTABLE.search(text):
        return False
    if " #" in text or ": " in text or text.endswith(":") or (is_flow and re.search(r"[,\[\]{}]|:$", text)):
        return False
    try:
        node: Any = yaml.compose(f"[{text}]" if is_flow else f"k: {text}", Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    value = node.value[0] if is_flow else node.value[0][1]
    return isinstance(value, yaml.ScalarNode) and not value.style and value.value == text
