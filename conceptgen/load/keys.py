"""The keys that may stand at a path of the input, and the nearest to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, get_args

from conceptgen.languages import LANGUAGES, vocabulary
from conceptgen.model.base import Model, Unknown
from conceptgen.model.project import Project
from conceptgen.origin import Path


def keys_at(path: Path) -> list[str]:
    """Keys allowed in the mapping at a path, in the order of the model."""
    found: list[str] = []
    for model in _models_at(path):
        found += [info.alias or name for name, info in model.model_fields.items()]
    return found


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
        if isinstance(step, int):
            continue
        models = [model for each in annotations for model in _models_in(each)]
        annotations = [
            info.annotation
            for model in models
            for name, info in model.model_fields.items()
            if (info.alias or name) == step
        ]
    return [
        m for each in annotations for m in _models_in(each) if m is not Unknown or path[-1:] == ("unknown",)
    ]


def _models_in(annotation: Any) -> list[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]
