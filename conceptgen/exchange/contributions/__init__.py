"""Contributions of several participants put together into one file, no voice lost and nothing decided in silence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from conceptgen.changes import compare
from conceptgen.changes.plain import plain
from conceptgen.errors import InputError
from conceptgen.exchange.contributions.laying import Union
from conceptgen.exchange.contributions.matching import renamed, same_ids
from conceptgen.exchange.contributions.merged import Merged
from conceptgen.exchange.contributions.people import Speaker, speakers
from conceptgen.exchange.contributions.settling import BASE, Point, Settled, settle, told
from conceptgen.exchange.contributions.things import Data, things
from conceptgen.findings import without_places
from conceptgen.input import load_bytes
from conceptgen.input.contribution import Contribution
from conceptgen.model.assessment import Scale
from conceptgen.model.project import Project

__all__ = ["Merged", "merge_contributions"]


def merge_contributions(
    base: Project, contributions: Sequence[Contribution], blank: Data, name: str
) -> Merged:
    """Put contributions into a base. ``blank``: what a workbook holds before anybody fills it in.

    Raises InputError where they cannot stand in one file together.
    """
    data = plain(base)
    assert isinstance(data, dict)
    union = Union(deepcopy(data))
    union.recall(base.contributions.conflicts)
    people = speakers(base, contributions, union.known)
    for each, speaker in zip(contributions, people, strict=True):
        _lay(union, each, speaker, blank)
    settled = settle(union, base, _callings(base, people))
    _without_empty(union.data)
    _keep(union.data, base, people, settled)
    project = _loaded(union.data, name)
    named = [(spot, union.things.get(id(spot.part))) for spot in things(union.data)]
    return Merged(
        base,
        project,
        compare(base, project),
        tuple(people),
        settled,
        tuple((spot, thing) for spot, thing in named if thing is not None),
        tuple(dict.fromkeys(union.near)),
    )


def _lay(union: Union, contribution: Contribution, speaker: Speaker, blank: Data) -> None:
    assert contribution.project is not None
    theirs = plain(contribution.project)
    assert isinstance(theirs, dict)
    for spot in things(theirs):
        for key in contribution.stand_ins.get(str(spot.part.get("id")), ()):
            spot.part.pop(key, None)
    ids = same_ids(theirs, union.data, union.known, contribution.same_as)
    before = contribution.made_from if contribution.made_from is not None else blank
    renamed(theirs, contribution.project, ids)
    for spot in things(theirs):
        if (own := spot.part.get("id")) in ids:
            spot.part["id"] = ids[own]
    _without_stand_ins(theirs, union.data)
    union.lay(theirs, before if contribution.is_workbook else None, speaker.id, speaker.assessor, ids)


def _without_stand_ins(theirs: Data, ours: Data) -> None:
    """Take away what stands in for the participant: he does not say how his client is called, nor what the scale is."""
    theirs.get("organization", {}).pop("name", None)
    scale, known = (
        (part.get("concept", {}).get("current_state", {}).get("scale", {})) for part in (theirs, ours)
    )
    for key in list(scale):
        if scale[key] == known.get(key, plain(getattr(Scale(), key))):
            del scale[key]


def _callings(base: Project, people: list[Speaker]) -> dict[str, str]:
    """What a resolution may call a participant."""
    known = [(each.id, each.name) for each in base.contributions.participants if each.id]
    named = [*known, *((each.id, each.name) for each in people)]
    return {BASE: BASE} | {name: id_ for id_, name in named} | {id_: id_ for id_, _ in named}


def _without_empty(data: Data) -> None:
    """Take away parts of which nothing was agreed."""
    for spot in reversed(list(things(data))):
        if not spot.part and isinstance(spot.path[-1], str):
            holder: Any = data
            for step in spot.path[:-1]:
                holder = holder[step]
            del holder[spot.path[-1]]


def _keep(data: Data, base: Project, people: list[Speaker], settled: Settled) -> None:
    """Write down whose words the file holds and what is open."""
    kept = data.get("contributions", {})
    there = {each.id for each in base.contributions.participants}
    new = [each.record for each in people if each.id not in there]
    provenance = [{"at": address, "by": who} for address, who in settled.provenance.items()]
    data["contributions"] = {
        "participants": [*kept.get("participants", []), *new],
        **({"provenance": provenance} if provenance else {}),
        **({"conflicts": [_conflict(each) for each in settled.conflicts]} if settled.conflicts else {}),
    }


def _conflict(point: Point) -> Data:
    opinions = [
        {**({"participant": who} if who else {}), "value": told(value)}
        for who, value in point.opinions.items()
    ]
    return {"at": point.address, "opinions": opinions}


def _loaded(data: Data, name: str) -> Project:
    loaded = load_bytes(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"), f"{name}.json")
    if loaded.project is None:
        raise InputError(without_places(loaded.findings, name))
    return loaded.project
