"""Files of words, read from what was prepared when the package was built, for as long as that is of the same words."""

from __future__ import annotations

from importlib.util import source_hash
from pathlib import Path
from typing import Any

PREPARED = ".words"
"""What the prepared file is called by, beside its YAML: ``ru.yaml``, ``ru.words``."""


def read_words(path: Path) -> dict[str, Any]:
    """The words of one YAML file as nested plain data; every value is a text, a list or a mapping.

    Parsing YAML takes most of the time a short command needs; what was prepared of other bytes is not looked at.
    """
    text = path.read_bytes()
    try:
        mark, _, words = path.with_suffix(PREPARED).read_bytes().partition(b"\n")
    except OSError:
        mark = words = b""
    if mark != _mark(text):
        return _parse(text)
    from json import loads

    data: dict[str, Any] = loads(words)
    return data


def prepare(folder: Path) -> list[Path]:
    """Write the prepared file beside each file of words in a folder and its subfolders, and name them."""
    from json import dumps

    made = []
    for path in sorted(folder.rglob("*.yaml")):
        text = path.read_bytes()
        words = dumps(_parse(text), ensure_ascii=False, separators=(",", ":")).encode()
        made.append(path.with_suffix(PREPARED))
        made[-1].write_bytes(_mark(text) + b"\n" + words)
    return made


def _mark(text: bytes) -> bytes:
    return source_hash(text).hex().encode()


def _parse(text: bytes) -> dict[str, Any]:
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data: dict[str, Any] = yaml.load(text, loader)
    return data
