"""Inputs in which all that a staff edition leaves out can be told apart: each such text holds a mark of its own."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from filler import Filler
from pypdf import PdfReader

from conceptgen.input import load
from conceptgen.model.base import Item
from conceptgen.model.project import Project
from conceptgen.model.walk import parts
from conceptgen.origin import format_path

SECRET = re.compile(r"zzq\d+", re.IGNORECASE)
SUM = "7301"
"""Every sum of money of the input begins so."""
_MONEY = ("cost", "missed_opportunity", "budget")
_OUT = re.compile(rf"\.(?:{'|'.join(_MONEY)})\b|\.heard\[|\.(?:psychotype_)?note$")


def filled() -> dict[str, Any]:
    """Every field of the model filled in, nothing of it internal."""
    return _public(Filler().project())


def marked() -> Project:
    """Every field filled in; money, quotations, notes and assessors marked; beside every item an internal twin."""
    filler = Filler()
    data = _public(filler.project())
    secret = {text: f"zzq{n}" for n, (path, text) in enumerate(filler.texts.items()) if _OUT.search(path)}
    data = _with_secrets(data, secret, out=False)
    _mark_assessors(data)
    _add_twins(data, random.Random(1))
    return loaded(data)


def part_internal(seed: int) -> tuple[Project, frozenset[str]]:
    """Every field filled in, some items internal: and all texts that stand in these."""
    filler = Filler()
    data = _public(filler.project())
    items = [
        place.origin.path
        for place in parts(loaded(data))
        if isinstance(place.part, Item) and len(place.origin.path) > 1
    ]
    chosen = random.Random(seed).sample(items, 6)
    for path in chosen:
        holder: Any = data
        for step in path:
            holder = holder[step]
        holder["internal"] = True
    homes = tuple(map(format_path, chosen))
    inside = (text for path, text in filler.texts.items() if path.startswith(homes))
    return loaded(data), frozenset(inside)


def loaded(data: dict[str, Any]) -> Project:
    found = load(json.dumps(data, ensure_ascii=False).encode(), "filled.json")
    assert found.project is not None, "\n".join(map(str, found.findings))
    return found.project


def everything_in(data: bytes) -> str:
    """All that a file holds in whatever part of it: of packages what is packed in them, of a PDF its text and facts."""
    return "".join(_all_of(data)).replace("\u00ad", "").replace("\u200b", "")


def _all_of(data: bytes) -> Iterator[str]:
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                yield name
                yield from _all_of(package.read(name))
    elif data[:4] == b"%PDF":
        reader = PdfReader(io.BytesIO(data))
        yield from (page.extract_text() for page in reader.pages)
        yield repr(reader.metadata) + repr(reader.outline) + repr(dict(reader.attachments))
        yield from (repr(each.get_object()) for each in reader.trailer["/Root"].values())
    else:
        yield data.decode("utf-8", "ignore")


def _public(data: Any) -> Any:
    """Nothing internal; truths are no texts."""
    if isinstance(data, dict):
        return {key: False if key == "internal" else _public(value) for key, value in data.items()}
    if isinstance(data, list):
        return [*map(_public, data)]
    return True if data == "true" else data


def _with_secrets(data: Any, secret: dict[str, str], *, out: bool) -> Any:
    """The marked texts; every number of a sum is one that stands nowhere else."""
    if isinstance(data, dict):
        is_sum = out and ("value" in data or "amount" in data)
        found = {key: _with_secrets(value, secret, out=out or key in _MONEY) for key, value in data.items()}
        if is_sum:
            found.pop("value", None)
            found |= {"amount": f"{SUM}{len(repr(data)) % 900 + 100}"}
        return found
    if isinstance(data, list):
        return [_with_secrets(each, secret, out=out) for each in data]
    return secret.get(data, data) if isinstance(data, str) else data


def _mark_assessors(data: dict[str, Any]) -> None:
    """Somebody who does nothing but assess; and who said what in contributions."""
    people = data["organization"]["people"]
    people.append({"id": "u_only", "name": "zzq900001 оценщик"})
    state = data["concept"]["current_state"]
    state["rounds"][0]["assessors"] = ["u_only"]
    state["criteria"][0]["scores"] = [
        {"round": state["rounds"][0]["id"], "value": value, "assessor": "u_only"} for value in (4,)
    ]
    data["progress"][0]["next_round"]["assessors"] = ["u_only"]
    data["contributions"] = {"participants": [{"id": "n_said", "name": "zzq900002 участник"}]}
    data["concept"]["indicators"].append(
        {"name": "zzq900003 в деньгах", "unit": "rub", "targets": [{"value": f"{SUM}555"}]}
    )
    data["sources"].append({"id": "s_only", "name": "zzq900004 источник суммы"})
    data["concept"]["programme"]["budget"][0]["source"] = ["s_only"]
    state["facts"].append({"text": "zzq900005 выручка", "value": f"{SUM}777", "unit": "rub"})
    state["criteria"][0]["scores"][0]["evidence"] = ["Писали: «zzq900006 опять не пришёл вовремя»"]


def _add_twins(data: Any, chance: random.Random) -> None:
    """Beside the first of every list of items stands another, internal, each text of it marked."""
    for value in data.values() if isinstance(data, dict) else data:
        if isinstance(value, list) and value and isinstance(value[0], dict) and "internal" in value[0]:
            twin = _twin(value[0], chance)
            _add_twins(value, chance)
            value.append(twin)
        elif isinstance(value, dict | list):
            _add_twins(value, chance)


def _twin(item: Any, chance: random.Random) -> Any:
    if isinstance(item, dict):
        found = {key: _twin(value, chance) for key, value in item.items()}
        if "id" in item and "internal" in item:
            found["id"] = f"zzq{chance.randrange(10**6, 10**9)}"
        return found | ({"internal": True} if "internal" in item else {})
    if isinstance(item, list):
        return [_twin(each, chance) for each in item]
    return (
        f"zzq{chance.randrange(10**6, 10**9)}" if isinstance(item, str) and item.startswith("слово") else item
    )
