"""The public functions and classes explain themselves: each with an example, and the examples say what is so."""

from __future__ import annotations

import doctest
import inspect
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import conceptgen
from conceptgen.deliverables.formats import WRITERS
from conceptgen.deliverables.kinds import KINDS, VARIANT_NAMES
from conceptgen.input import limits

ROOT = Path(__file__).parents[1]


def told(thing: Any) -> str:
    """The docstring of its own, on one line."""
    return " ".join(str(inspect.cleandoc(thing.__doc__ or "")).split())


@pytest.mark.parametrize("name", ["conceptgen", *conceptgen.__all__])
def test_examples_say_what_is_so(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are run where the samples lie, as in a clone."""
    monkeypatch.chdir(ROOT)
    thing = conceptgen if name == "conceptgen" else getattr(conceptgen, name)
    (example,) = doctest.DocTestFinder(recurse=False).find(thing, name, globs={})
    assert example.examples, f"{name} has no example"
    said: list[str] = []
    doctest.DocTestRunner(verbose=False).run(example, out=said.append)
    assert "".join(said) == ""


def test_the_limits_are_those_that_hold() -> None:
    text = told(conceptgen.load)
    assert f"{limits.BYTES // 2**20} MB" in text
    for limit in (limits.DEPTH, limits.NODES, limits.TEXT, limits.FINDINGS):
        assert f" {limit:,} " in text


def test_what_may_be_asked_for_is_named() -> None:
    """What they name there is; whoever adds a kind or a format need not add it there."""
    compose, write = told(conceptgen.compose), told(conceptgen.write)
    (kinds,) = re.findall(r"``document`` is a (.*?), ``variant``", compose)
    assert {*re.split(r", a | or ", kinds)} <= {*KINDS}
    (variants,) = re.findall(r"``variant`` its length \((.*?)\)", compose)
    assert {*variants.split(", ")} <= {*VARIANT_NAMES}
    (formats,) = re.findall(r"one format \((.*?); ``WRITERS`` has them all\)", write)
    assert {*formats.split(", ")} <= {*WRITERS}


@pytest.mark.parametrize("name", ["load", "review", "compose", "write"])
def test_every_argument_is_explained_and_so_is_what_is_raised(name: str) -> None:
    function = getattr(conceptgen, name)
    text = told(function)
    arguments = list(inspect.signature(function).parameters)[1:]
    assert [each for each in arguments if f"``{each}``" not in text and f"{each} (" not in text] == []
    assert "aises" in text


def test_the_example_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs/cli.md").read_text("utf-8"), re.DOTALL)
    shutil.copy(ROOT / "samples/minimal.yaml", tmp_path / "клиент.yaml")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "docs/cli.md", "exec"), {})
    assert (tmp_path / "концепция.docx").read_bytes().startswith(b"PK")
