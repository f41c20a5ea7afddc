"""Contributions gone astray beside a sound base: each is refused in plain lines, or what it says is kept."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from random import Random

from conceptgen.changes import CannotApply
from conceptgen.errors import InputError
from conceptgen.exchange.contributions import merge_contributions
from conceptgen.exchange.contributions.telling import Tale
from conceptgen.exchange.excel.blank import blank_data
from conceptgen.input import load, load_bytes
from conceptgen.input.contribution import Contribution, read_contribution
from conceptgen.model.project import Project
from conceptgen.resources import samples
from fuzz.mutants import mutated
from fuzz.promises import hold, plain

SECONDS = 90


def case(random: Random, folder: Path) -> None:
    """Some contributions, most of them damaged, put into their base."""
    base = _base()
    found = [_contribution(random, path, base) for path in _given() if random.random() < 0.8]
    for each in found:
        for finding in each.findings:
            plain(str(finding))
        assert each.project is not None or each.findings
    whole = [each for each in found if each.project is not None]
    try:
        merged = merge_contributions(base, whole, blank_data("ru"), "base")
    except InputError as refused:
        for finding in refused.findings:
            plain(str(finding))
        return
    tale = Tale(merged)
    assert len(list(tale.single())) <= len(merged.things)
    with suppress(CannotApply):
        hold(load_bytes(merged.applied_to(_data(), "base.yaml"), "base.yaml", folder))


def _contribution(random: Random, path: Path, base: Project) -> Contribution:
    data = path.read_bytes()
    return read_contribution(mutated(random, data) if random.random() < 0.7 else data, path.name, base)


@cache
def _given() -> tuple[Path, ...]:
    return tuple(each for each in sorted(_folder().iterdir()) if each.name != "base.yaml")


@cache
def _data() -> bytes:
    return (_folder() / "base.yaml").read_bytes()


@cache
def _base() -> Project:
    project = load(_folder() / "base.yaml").project
    assert project is not None
    return project


def _folder() -> Path:
    return samples() / "contributions"
