"""Damaged masters for slides: each is refused by its check with a plain finding, or slides are made on it."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from random import Random

from conceptgen.composition import compose
from conceptgen.document.blocks import Document
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.findings import has_errors
from conceptgen.input import load
from conceptgen.resources import samples
from conceptgen.writers import write
from conceptgen.writers.pptx.check import check
from fuzz.templates import damaged

SECONDS = 60


def case(random: Random, folder: Path) -> None:  # noqa: ARG001
    """One master."""
    data = damaged(random, _master())
    findings = check(data, "my.pptx", random.choice(("ru", "en")))
    assert all(each.code[2:5] == "TPL" and each.message and each.hint for each in findings)
    if not has_errors(findings):
        made = write(_document(), "pptx", Look(master=data))
        assert zipfile.is_zipfile(io.BytesIO(made))


@cache
def _document() -> Document:
    project = load(samples() / "minimal.yaml").project
    assert project is not None
    return compose(project, "concept", "short")


@cache
def _master() -> bytes:
    return write(_document(), "pptx", DEFAULT_LOOK)
