"""Every text field of the model with the longest texts there may be, and the worst: each format ends."""

from __future__ import annotations

import json
import time
from functools import cache
from pathlib import Path
from random import Random

from filler import Filler

from conceptgen.composition import compose
from conceptgen.input import load_bytes
from conceptgen.typography import NBSP
from conceptgen.writers import write

SECONDS = 120
LONG = 50_000
KINDS = {
    "letters": "а",
    "digits": "7",
    "points": ".",
    "hyphens": "-",
    "quotes": '"',
    "no-break spaces": f"слово{NBSP}",
    "blanks and letters": "а ",
    "quoted words": '"слово" ',
    "Cyrillic": "Съешь",
    "combining marks": "е\u0301",
    "emoji": "👩‍👩‍👧",
    "addresses": "https://a.example/b?c=",
}
ENDS = {"docx": 7, "html": 7, "pdf": 25}
"""Seconds of this process: what a format may take for the text, and for the hundred pages around it."""


def case(random: Random, folder: Path) -> None:  # noqa: ARG001
    """One field, one kind; PDF once in ten."""
    path, kind = random.choice(_paths()), random.choice(sorted(KINDS))
    text = (KINDS[kind] * LONG)[: random.choice((100, 1_000, 8_000, LONG))]
    formats = ("docx", "html", "pdf") if random.random() < 0.1 else ("docx", "html")
    written(path, text, formats)


def written(path: str, text: str, formats: tuple[str, ...]) -> None:
    """Load, compose and write an input with this text in this field."""
    data = _input().replace(f'"{_texts()[path]}"', json.dumps(text, ensure_ascii=False)).encode()
    found = load_bytes(data, "filled.json")
    if found.project is None:
        assert found.findings
        return
    document = compose(found.project, "chain" if path.startswith("chains") else "concept", "full")
    for format in formats:
        begun = time.process_time()
        assert write(document, format)
        spent = time.process_time() - begun
        assert spent < ENDS[format], f"{path}: {format} {spent:.1f} s"


@cache
def _texts() -> dict[str, str]:
    filler = Filler()
    filler.project()
    return filler.texts


@cache
def _paths() -> list[str]:
    return sorted(_texts())


@cache
def _input() -> str:
    return json.dumps(Filler().project(), ensure_ascii=False).replace('"true"', "true")
