"""Counts how many generated inputs come back from a workbook unchanged: python tools/workbook_rounds.py --count 500."""

from __future__ import annotations

import argparse
import json
import sys
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from filler import Filler  # noqa: E402 - it lies beside the tests

from conceptgen.changes.plain import plain  # noqa: E402
from conceptgen.exchange.excel import bring_back, workbook  # noqa: E402
from conceptgen.input import load, load_bytes  # noqa: E402
from conceptgen.model.project import Project  # noqa: E402

SAMPLES = tuple(sorted((ROOT / "samples").glob("*.yaml")))
ODD = (
    "=1+1",
    "007",
    "15 %",
    "1/2",
    "два\nряда",
    "«ёлочки»; и | черта",
    "-",
    "да",
    "2 квартал 2027",
    " ",
    "{a: b}",
)


@cache
def _whole(which: int) -> Any:
    """The data of a sample, or of the input in which nothing is left out."""
    if which == len(SAMPLES):
        return Filler().project()
    project = load(SAMPLES[which]).project
    assert project is not None
    return plain(project)


def generated(seed: int) -> Project | None:
    """An input of everything, pruned and spoilt at random; None where what is left is none."""
    random = Random(seed)
    data = _pruned(
        deepcopy(_whole(random.randrange(len(SAMPLES) + 1))), random, random.choice((0.05, 0.2, 0.5))
    )
    return load_bytes(json.dumps(data, ensure_ascii=False).encode(), "input.json").project


def faults(project: Project) -> list[str]:
    """What a workbook that nobody touched would change; nothing is right."""
    found = bring_back(workbook(project), "client.xlsx", project)
    return [str(each.record()) for each in (*found.changes, *(pair.theirs for pair in found.conflicts))]


def _pruned(value: Any, random: Random, share: float) -> Any:
    if isinstance(value, dict):
        kept = {
            key: _pruned(each, random, share)
            for key, each in value.items()
            if _stays(key, each, random, share)
        }
        return kept or value
    if isinstance(value, list):
        return [_pruned(each, random, share) for each in value]
    is_text = isinstance(value, str) and " " in value and random.random() < share / 5
    return random.choice(ODD) if is_text else value


def _stays(key: str, value: Any, random: Random, share: float) -> bool:
    """What holds things that may be referred to stays, and so does what names a thing."""
    needed = key in (
        "schema",
        "document",
        "organization",
        "concept",
        "id",
        "name",
        "text",
        "title",
        "date",
        "component",
    )
    return needed or '"id": ' in json.dumps(value) or random.random() > share


def main() -> int:
    """Print what came back otherwise, and the count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    done = bad = seed = 0
    while done < given.count and seed < given.count * 20:
        project = generated(given.seed + seed)
        seed += 1
        if project is None:
            continue
        done += 1
        if told := faults(project):
            bad += 1
            print(given.seed + seed - 1, *told[:3], sep="\n  ")
    print(f"{done} inputs ({seed} tried), {bad} came back otherwise")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
