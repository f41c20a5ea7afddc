"""The only place that knows where templates, schemas and samples live: beside the package or inside the wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    shipped = _PACKAGE / "_data"
    return shipped if shipped.is_dir() else _PACKAGE.parent


def template_path(*parts: str) -> Path:
    """A file or folder under ``templates/``."""
    return _root().joinpath("templates", *parts)


def schema() -> Path:
    """The JSON schema of the input."""
    return _root() / "schemas" / "conceptgen.schema.json"


def samples() -> Path:
    """The folder of complete sample inputs."""
    return _root() / "samples"
