"""The keys that may stand at a path of the input, and the nearest to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, get_origin

from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.model.base import Item, Model, Unknown
from conceptgen.model.project import Project
from conceptgen.model.references import target
from conceptgen.model.walk import models_in
from conceptgen.origin import Path

_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "units": ("departments",),
    "unit": ("department",),
    "divisions": ("departments",),
    "subdivisions": ("departments",),
    "base": ("baseline",),
    "base_value": ("baseline",),
    "initial": ("baseline",),
    "current_value": ("baseline",),
    "goal_value": ("targets",),
    "kpi": ("indicators",),
    "kpis": ("indicators",),
    "metrics": ("indicators",),
    "measures": ("measurements", "actions", "mitigation"),
    "positions": ("roles",),
    "employees": ("roles",),
    "staff": ("roles",),
    "branches": ("sites",),
    "locations": ("sites",),
    "services": ("offerings",),
    "products": ("offerings",),
    "customers": ("segments",),
    "clients": ("segments",),
    "author": ("prepared_by",),
    "lang": ("language",),
    "approver": ("approval",),
    "objectives": ("goals", "tasks"),
    "mission": ("purpose",),
    "plan": ("programme",),
    "assessment": ("current_state",),
    "freq": ("frequency",),
    "start_value": ("baseline",),
    "target_value": ("targets",),
    "measure": ("unit",),
    "who": ("owner",),
    "when": ("deadline", "date"),
    "budget": ("cost",),
    "title": ("name", "text"),
    "description": ("text", "name"),
    "likelihood": ("probability",),
    "consequence": ("impact",),
    "leader": ("manager", "chair"),
    "head": ("chair",),
    "group": ("working_group", "component"),
    "period": ("frequency",),
    "mark": ("scores", "value"),
    "how_found": ("method",),
    "contacts": ("touchpoints",),
    "responsible": ("owner",),
    "assignee": ("owner",),
    "due_date": ("due", "deadline"),
    "due": ("deadline", "due"),
    "deadline": ("due", "deadline", "horizon"),
    "problems": ("findings",),
    "issues": ("findings",),
    "steps": ("stages",),
    "phases": ("stages", "periods"),
    "points": ("touchpoints",),
    "contact_points": ("touchpoints",),
    "result": ("deliverable",),
    "outcome": ("deliverable",),
    "comment": ("remark",),
    "program": ("programme",),
    "by": ("due", "deadline"),
    "until": ("due", "deadline"),
    "end": ("deadline", "due"),
    "finish": ("deadline", "due"),
    "end_date": ("deadline", "due"),
    "start_date": ("start",),
    "begin": ("start",),
    "score": ("value", "scores"),
    "rights": ("authority",),
    "tasks": ("duties",),
    "attendees": ("participants",),
}
"""Names a key had or has elsewhere → what it is called here; the first that may stand at the place."""


def keys_at(path: Path) -> list[str]:
    """Keys allowed in the mapping at a path: its own, then those that any item may carry."""
    found: list[str] = []
    for model in _models_at(path):
        found += [info.alias or name for name, info in model.model_fields.items()]
    return sorted(found, key=Item.model_fields.__contains__)


def own_keys_at(path: Path) -> list[str]:
    """The own keys of the mapping at a path, or all allowed where it has none: those of any item are seldom meant."""
    allowed = keys_at(path)
    return [key for key in allowed if key not in Item.model_fields] or allowed


def kinds_at(path: Path) -> tuple[str, ...]:
    """The names of the parts whose field stands at a path, alone or in a list."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    return tuple(model.__name__ for model in _models_at(path[:-1]))


def nearest(word: str, known: list[str]) -> str:
    """The likeliest of the known words for a mistyped one, or ""."""
    close = get_close_matches(word.casefold(), known, 1, 0.7)
    return close[0] if close else ""


def other_name(key: str, path: Path) -> str:
    """The key that this is another name of: a former one, one from another habit, a label; "" where none or several."""
    known, spoken = keys_at(path), key.strip().casefold()
    named = [each for each in _OTHER_NAMES.get(spoken.replace(" ", "_"), ()) if each in known]
    labelled = [each for each in known if spoken in _labels(each, path)]
    found = named[:1] or labelled
    return found[0] if len(found) == 1 else ""


def nearest_key(key: str, path: Path) -> str:
    """The likeliest key for a mistyped or translated one at a path."""
    known = keys_at(path)
    return nearest(key, known) or next((k for k in known if key.strip().casefold() in _labels(k, path)), "")


def doubtful_keys(path: Path) -> list[str]:
    """The keys at a path whose value may be stated to be unknown."""
    return [key for key in keys_at(path) if key not in Item.model_fields and may_be_unknown((*path, key))]


def may_be_unknown(path: Path) -> bool:
    """True if the value at a path may be stated to be unknown."""
    held = [inner for each in _annotations_at(path[:-1]) for inner in _inside(each, str(path[-1]))]
    models = [model for each in held for model in models_in(each)]
    return Unknown in models or any("unknown" in model.model_fields for model in models)


def refers(path: Path) -> bool:
    """True if the value at a path names something by its id."""
    return any(target(each) for each in _annotations_at(path))


def _labels(key: str, path: Path) -> Iterator[str]:
    """What a key is called in the parts that may stand at a path, in every language."""
    names = [name for each in _models_at(path) for name in (f"{each.__name__}.{key}", key, f"{key}_")]
    for language in LANGUAGES:
        fields = vocabulary(language)["fields"]
        own = next((fields[name] for name in names if name in fields), "")
        # «Цели» is what the key is called everywhere, «Цели и задачи» what it is called in this part.
        yield from (each.split("|")[0].strip().casefold() for each in (own, fields.get(key, "")) if each)


def _annotations_at(path: Path) -> list[Any]:
    annotations: list[Any] = [Project]
    for step in path:
        if not isinstance(step, int):
            annotations = [inner for each in annotations for inner in _inside(each, step)]
    return annotations


def _models_at(path: Path) -> list[type[Model]]:
    annotations = _annotations_at(path)
    # What may be unknown is a value first; the keys of an unknown stand under their own key.
    return [
        m for each in annotations for m in models_in(each) if m is not Unknown or path[-1:] == ("unknown",)
    ]


def _inside(annotation: Any, step: str) -> Iterator[Any]:
    """What stands under a key: a field of a model, a stated unknown, an entry of a mapping."""
    for model in models_in(annotation):
        fields = model.model_fields
        yield from (info.annotation for name, info in fields.items() if (info.alias or name) == step)
        if model is Unknown and step == "unknown":
            yield model
        elif get_origin(annotation) is dict:
            yield annotation
