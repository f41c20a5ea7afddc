"""The check form goes out as a workbook, and what was seen on the visits comes back into the file."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from conceptgen.changes import Change, apply, compare
from conceptgen.changes.pairing import normal
from conceptgen.changes.plain import plain
from conceptgen.errors import InputError, RequestError
from conceptgen.exchange.check_form.book import book
from conceptgen.exchange.check_form.questions import Question, questions, scope_of
from conceptgen.exchange.check_form.reading import Visit, visits
from conceptgen.exchange.check_form.recognise import is_check_form, made_by
from conceptgen.findings import without_places
from conceptgen.input import load_bytes
from conceptgen.input.workbook.names import slug
from conceptgen.languages import say
from conceptgen.model.base import Item
from conceptgen.model.chain import Chain
from conceptgen.model.content import chain_names
from conceptgen.model.project import Project

__all__ = ["Checked", "book", "bring_in", "is_check_form"]
_ASKED_OF = ("date", "time", "checker", "place")
"""What tells one visit of a check from another."""


@dataclass(frozen=True)
class Checked:
    """What a filled form changes, how many visits and answers it holds, and what in it is no part of a form."""

    project: Project
    changes: tuple[Change, ...]
    visits: int
    answers: int
    left_out: tuple[str, ...] = ()

    def applied_to(self, data: bytes, name: str) -> bytes:
        """The file with the changes in it; everything else keeps its bytes. Raises CannotApply."""
        return apply(self.changes, data, name) if self.changes else data


def bring_in(data: bytes, name: str, base: Project) -> Checked:
    """Lay the visits of a form over a file. Raises RequestError for one that is not of this file."""
    language = base.document.language
    version, wanted = made_by(data, name, language)
    if wanted not in chain_names(base):
        raise RequestError(say(language, "check_book.other_file", name=name, chain=wanted))
    place = chain_names(base).index(wanted)
    asked = list(questions(scope_of(base, base.chains[place]), version))
    filled = visits(data, name, language, asked)
    found = filled.visits
    changed = _Work(base, base.chains[place], asked).changed(place, found)
    loaded = _loaded(_unrepeated(changed, place, name), name)
    answers = sum(len(each.answers) for each in found)
    return Checked(loaded, compare(base, loaded), len(found), answers, filled.left_out)


def _loaded(data: dict[str, Any], name: str) -> Project:
    loaded = load_bytes(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"), f"{name}.json")
    if loaded.project is None:
        raise InputError(without_places(loaded.findings, name))
    return loaded.project


def _unrepeated(changed: dict[str, Any], place: int, name: str) -> dict[str, Any]:
    """The data with one visit where two are the same: the later one, in the place of the earlier."""
    data = plain(_loaded(changed, name))  # dates read alike, however they were written
    assert isinstance(data, dict)
    chains: Any = data["chains"]
    for check in chains[place]["checks"]:
        kept: dict[tuple[str, ...], dict[str, Any]] = {}
        for each in check.get("visits", []):
            identity = tuple(normal(json.dumps(each.get(key), ensure_ascii=False)) for key in _ASKED_OF)
            own = {"id": kept[identity]["id"]} if "id" in kept.get(identity, {}) else {}
            kept[identity] = own | each
        check["visits"] = list(kept.values())
    return data


class _Work:
    """Writes visits into the data of a file, and ids of the standards they speak of."""

    def __init__(self, base: Project, chain: Chain, asked: list[Question]) -> None:
        self._base, self._chain = base, chain
        data = plain(base)
        assert isinstance(data, dict)
        self._data: dict[str, Any] = deepcopy(data)
        self._taken = set(base.relations.by_id)
        points: dict[int, set[int]] = {}
        for each in asked:
            points.setdefault(id(each.standard), set()).add(id(each.placed.touchpoint))
        self._shared = {key for key, those in points.items() if len(those) > 1}

    def changed(self, place: int, found: list[Visit]) -> dict[str, Any]:
        """The data of the file with the visits at the end of their checks."""
        checks = self._data["chains"][place].setdefault("checks", [])
        for each in found:
            self._check(checks, each.said["check"]).setdefault("visits", []).append(self._visit(each))
        return self._data

    def _check(self, checks: list[dict[str, Any]], name: str) -> dict[str, Any]:
        for each in checks:
            if normal(each["name"]) == normal(name):
                return each
        made = {"name": name}
        state = self._base.concept.current_state if self._base.concept else None
        for each_round in state.rounds if state else ():
            if each_round.id and normal(each_round.name or "") == normal(name):
                made["round"] = each_round.id
        checks.append(made)
        return made

    def _visit(self, visit: Visit) -> dict[str, Any]:
        said: dict[str, Any] = {
            key: text for key, text in visit.said.items() if key not in ("check", "heard")
        }
        if heard := visit.said.get("heard"):
            said["heard"] = [{"text": each.strip()} for each in heard.splitlines() if each.strip()]
        return said | {"answers": [self._answer(*each) for each in visit.answers]}

    def _answer(self, asked: Question, said: dict[str, str]) -> dict[str, Any]:
        point = asked.placed.touchpoint
        made: dict[str, Any] = {}
        if id(asked.standard) in self._shared:
            made["touchpoint"] = self._id(point, point.name)
        made["standard"] = self._id(asked.standard, f"st {point.id or point.name}")
        if asked.part:
            made["part"] = asked.part
        made["kept"] = said["kept"]
        if time := said.get("time"):
            made["time"] = time
        if seen := said.get("evidence"):
            made["evidence"] = [{"text": seen}]
        if comment := said.get("comment"):
            made["remark"] = comment
        return made

    def _id(self, part: Item, name: str) -> str:
        """The id of a part; a part without one gets it."""
        data: Any = self._data
        for step in self._base.relations.origins[id(part)].path:
            data = data[step]
        if "id" not in data:
            made = slug(name, lambda each: each not in self._taken)
            self._taken.add(made)
            rest = dict(data)
            data.clear()
            data.update({"id": made} | rest)
        return str(data["id"])
