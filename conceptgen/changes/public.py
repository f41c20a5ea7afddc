"""An input as it may travel inside a document: without notes, without internal items, without what names only those."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import yaml

from conceptgen.changes.plain import plain
from conceptgen.errors import RequestError
from conceptgen.input import load_bytes
from conceptgen.languages import say
from conceptgen.model.base import Item, Model
from conceptgen.model.project import Project
from conceptgen.model.projection import project_without
from conceptgen.model.walk import parts


def private(project: Project) -> tuple[int, int]:
    """How many notes and how many internal items an input has."""
    found = [place.part for place in parts(project)]
    notes = sum(getattr(part, "note", None) is not None for part in found)
    return notes, sum(isinstance(part, Item) and part.internal for part in found)


def public(project: Project, name: str) -> bytes:
    """The input written anew without what is private, comments of its file included; it loads.

    ``name`` tells the format. Raises RequestError where the rest would be no input.
    """
    kept = project_without(project, _Private())
    data = plain(kept.project) if kept else {}
    if name.lower().endswith(".json"):
        written = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    else:
        written = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**9)
    result = written.encode("utf-8", "replace")
    again = load_bytes(result, name).project
    if again is None or plain(again) != data:
        raise RequestError(say(project.document.language, "outputs.not_public"))
    return result


class _Private:
    """Notes and internal items."""

    def leaves(self, _: Model, field: str, value: Any) -> str:
        """What a value is, if it is private."""
        if field == "note":
            return field
        return "internal" if isinstance(value, Item) and value.internal else ""

    def strays(self, *_: Project) -> Mapping[str, str]:
        """Nobody: what is public stays, whoever spoke of it."""
        return {}
