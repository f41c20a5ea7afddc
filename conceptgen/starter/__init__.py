"""The text of a new file: the commented starter, a trade and wished parts laid over it, layer by layer."""

from __future__ import annotations

from pathlib import Path

from conceptgen import resources
from conceptgen.starter.layers import laid_over

PARTS = ("chain", "rounds")
"""What a new file may have besides: a chain; a second round and scores by several people."""


def starter(language: str, trade: str = "", parts: tuple[str, ...] = ()) -> str:
    """A new file in a language. A trade names its own criteria and brings its own chain, so it needs no other."""
    wished = [part for part in PARTS if part in parts and not (trade and part == "chain")]
    layers = [_text("with", f"{part}.{language}.yaml") for part in wished]
    if trade:
        layers.append(_text("trades", f"{trade}.{language}.yaml"))
    text = _text(f"starter.{language}.yaml")
    for layer in layers:
        text = laid_over(text, layer)
    return text


def trades() -> tuple[str, ...]:
    """The names of all trades in any language."""
    return tuple(sorted({file.name.partition(".")[0] for file in _path("trades").glob("*.yaml")}))


def has(language: str, trade: str, parts: tuple[str, ...]) -> bool:
    """True if everything wished is written in the language: a new language may have the bare starter alone."""
    files = [_path("with", f"{part}.{language}.yaml") for part in parts]
    files += [_path("trades", f"{trade}.{language}.yaml")] if trade else []
    return all(file.is_file() for file in files)


def _path(*names: str) -> Path:
    return resources.template_path("new", *names)


def _text(*names: str) -> str:
    return _path(*names).read_text(encoding="utf-8")
