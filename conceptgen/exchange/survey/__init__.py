"""The answers of a survey become scores of a round and measurements, with the counts and quotations behind them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from conceptgen.changes import Change, apply, compare
from conceptgen.changes.pairing import normal
from conceptgen.errors import InputError, RequestError
from conceptgen.exchange.survey.table import Answers, answers, is_survey
from conceptgen.exchange.survey.work import Odd, Work
from conceptgen.findings import without_places
from conceptgen.input import load_bytes
from conceptgen.languages import say
from conceptgen.model.project import Project
from conceptgen.model.reference_data import Import

__all__ = ["Odd", "Surveyed", "bring_in", "is_survey"]


@dataclass(frozen=True)
class Surveyed:
    """What the answers change, what could not be counted, how much was left out."""

    project: Project
    changes: tuple[Change, ...]
    rows: int
    odd: tuple[Odd, ...]
    left_out: int

    def applied_to(self, data: bytes, name: str) -> bytes:
        """The file with the changes in it; everything else keeps its bytes. Raises CannotApply."""
        return apply(self.changes, data, name) if self.changes else data


def bring_in(data: bytes, name: str, base: Project) -> Surveyed:
    """Work out the answers. Raises RequestError where the file does not say what they are, or they are none."""
    language = base.document.language
    found = answers(data, name, language)
    wanted, places = _chosen(found, base, name)
    work = Work(base, found, wanted, places)
    changed = work.changed()
    loaded = load_bytes(json.dumps(changed, ensure_ascii=False).encode("utf-8", "replace"), f"{name}.json")
    if loaded.project is None:
        raise InputError(without_places(loaded.findings, name))
    return Surveyed(
        loaded.project, compare(base, loaded.project), len(found.rows), tuple(work.odd), work.left_out
    )


def _chosen(found: Answers, base: Project, name: str) -> tuple[Import, dict[str, int]]:
    """The import that knows these columns, and where each stands."""
    language, heads = (
        base.document.language,
        {normal(each): n for n, each in enumerate(found.questions) if each},
    )
    for each in base.settings.imports:
        if all(normal(column.title) in heads for column in each.columns):
            return each, {column.title: heads[normal(column.title)] for column in each.columns}
    if not base.settings.imports:
        raise RequestError(say(language, "survey.unknown", name=name, columns=_ready(found)))
    near = max(
        base.settings.imports, key=lambda one: sum(normal(column.title) in heads for column in one.columns)
    )
    absent = [column.title for column in near.columns if normal(column.title) not in heads]
    there = "; ".join(filter(None, found.questions))
    raise RequestError(say(language, "survey.absent", name=name, absent="; ".join(absent), there=there))


def _ready(found: Answers) -> str:
    """The lines to put into the file, with the questions as they stand."""
    lines = [
        f"      - {{title: {json.dumps(each, ensure_ascii=False)}, scores: …}}"
        for each in found.questions
        if each
    ]
    return "\n".join(
        ["settings:", "  imports:", "    - round: …", "      columns:", *(f"  {line}" for line in lines)]
    )
