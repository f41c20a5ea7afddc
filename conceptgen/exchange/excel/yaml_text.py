"""An input written anew as YAML, as a person would: short forms, small parts on one line, texts as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from conceptgen.changes.plain import plain, terse
from conceptgen.changes.spelling import Habit, bare_or_quoted, flow, in_style
from conceptgen.errors import RequestError
from conceptgen.input import load_bytes
from conceptgen.languages import say
from conceptgen.model.project import Project

_WIDTH = 100
_HABIT = Habit()
_DATE = re.compile(r"\d{4}(-[\dQH]\d?)?(-\d\d)?", re.ASCII)


def yaml_text(project: Project) -> bytes:
    """The text of an input; it loads and says the same. Raises RequestError should it not."""
    data = terse(project)
    assert isinstance(data, dict)
    lines: list[str] = []
    for key, value in data.items():
        lines += ["", *_entry(key, value)] if isinstance(value, dict | list) and lines else _entry(key, value)
    written = ("\n".join(lines) + "\n").encode("utf-8", "replace")
    again = load_bytes(written, "input.yaml").project
    if again is None or plain(again) != plain(project):
        raise RequestError(say(project.document.language, "workbook.not_written"))
    return written


def _entry(key: str, value: Any) -> Iterator[str]:
    name = bare_or_quoted(key)
    if isinstance(value, str):
        first, *rest = _text(value)
        yield f"{name}: {first}"
        yield from (f"  {line}" if line else line for line in rest)
    elif (short := _on_one_line(value)) and len(name) + len(short) < _WIDTH:
        yield f"{name}: {short}"
    else:
        yield f"{name}:"
        yield from (f"  {line}" if line else line for line in _lines(value))


def _lines(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _entry(key, each)
        return
    for each in value:
        short = bare_or_quoted(each) if isinstance(each, str) and "\n" not in each else _on_one_line(each)
        if (short and len(short) < _WIDTH) or (isinstance(each, str) and "\n" not in each):
            yield f"- {short}"
            continue
        first, *rest = _text(each) if isinstance(each, str) else list(_lines(each))
        yield f"- {first}"
        yield from (f"  {line}" if line else line for line in rest)


def _on_one_line(value: Any) -> str:
    """A small part inside brackets; "" for a larger one."""
    if isinstance(value, str):
        return ""
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    inside = list(value.values()) if isinstance(value, dict) else value
    if any(not isinstance(each, str) or "\n" in each for each in inside):
        return ""
    short = flow(value, _HABIT)
    return short if len(short) < _WIDTH else ""


def _text(text: str) -> list[str]:
    if "\n" in text and text == text.strip() and not any(line != line.rstrip() for line in text.split("\n")):
        return in_style(text, "|", is_flow=False, indent=0)
    return [text if _DATE.fullmatch(text) else bare_or_quoted(text)]
