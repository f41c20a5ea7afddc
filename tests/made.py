"""What tests make of the samples, made once: projects and trees for a process, files for all workers of a run."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from conceptgen.composition import compose
from conceptgen.document.blocks import Document
from conceptgen.document.look import Look
from conceptgen.input import Loaded, load
from conceptgen.model.project import Project
from conceptgen.resources import samples
from conceptgen.writers import write

NAMES = sorted(path.stem for path in samples().glob("*.yaml"))


def in_turn(*apart: str) -> list[Any]:
    """Every sample; those ``apart`` are large, show a test nothing more, and are left to ``make check-outputs``."""
    return [pytest.param(each, marks=pytest.mark.outputs) if each in apart else each for each in NAMES]


@cache
def loaded(name: str) -> Loaded:
    """A sample as it is loaded; nothing of it can be changed."""
    return load(samples() / f"{name}.yaml")


def project(name: str) -> Project:
    """The project of a sample."""
    found = loaded(name).project
    assert found is not None
    return found


@cache
def composed(name: str, kind: str = "concept", variant: str = "full", chain: str = "") -> Document:
    """A document of a sample."""
    return compose(project(name), kind, variant, chain=chain)


def write_once(document: Document, format: str, look: Look) -> bytes:
    """What ``write`` gives; not written again where this process has written just that before."""
    key = repr((document, format, look))
    if key not in _written:
        _written[key] = write(document, format, look)
    return _written[key]


_written: dict[str, bytes] = {}
