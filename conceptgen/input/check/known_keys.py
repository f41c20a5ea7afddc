"""The keys that may stand at a path of the input, and the nearest to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, get_origin

from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.model.base import Item, Model, Unknown
from conceptgen.model.project import Project
from conceptgen.model.walk import models_in
from conceptgen.origin import Path


def keys_at(path: Path) -> list[str]:
    """Keys allowed in the mapping at a path: its own, then those that any item may carry."""
    found: list[str] = []
    for model in _models_at(path):
        found += [info.alias or name for name, info in model.model_fields.items()]
    return sorted(found, key=Item.model_fields.__contains__)


def nearest(word: str, known: list[str]) -> str:
    """The likeliest of the known words for a mistyped one, or ""."""
    close = get_close_matches(word.casefold(), known, 1, 0.7)
    return close[0] if close else ""


def nearest_key(key: str, path: Path) -> str:
    """The likeliest key for a mistyped or translated one at a path."""
    known = keys_at(path)
    return nearest(key, known) or next((k for k in known if key.strip().casefold() in _labels(k)), "")


def _labels(key: str) -> Iterator[str]:
    for language in LANGUAGES:
        for name, label in vocabulary(language)["fields"].items():
            if name.rsplit(".", 1)[-1].rstrip("_") == key:
                yield label.split("|")[0].strip().casefold()


def _models_at(path: Path) -> list[type[Model]]:
    annotations: list[Any] = [Project]
    for step in path:
        if not isinstance(step, int):
            annotations = [inner for each in annotations for inner in _inside(each, step)]
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
