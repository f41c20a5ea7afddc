"""Whole builds by the command line, with processes, of clients, brands and templates gone astray: it ends by a known
code and says so plainly, nothing is left in the temporary folder, and a second build makes nothing anew."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from random import Random
from typing import Any

from conceptgen.batch.inputs import is_input
from conceptgen.resources import template_path
from fuzz.commands import run
from fuzz.mutants import as_json, grown, mutated, trees
from fuzz.promises import plain
from fuzz.templates import damaged

SECONDS = 300
_CLIENTS = ("minimal", "salon", "chain_only")
_SMALL: list[dict[str, Any]] = [
    {"document": "concept", "variant": ["page"], "format": ["docx", "html"]},
    {"document": "chain", "variant": ["short"], "format": ["html"]},
]


def case(random: Random, folder: Path) -> None:
    """A folder of two clients, built twice."""
    clients = folder / "in"
    clients.mkdir()
    for name in ("a.json", "sub/b.json"):
        (clients / name).parent.mkdir(exist_ok=True)
        (clients / name).write_bytes(_client(random))
    words = ["build", "in", "-o", "out", "--report", "report.json", "--jobs", str(random.randint(1, 2))]
    words += [*_template(random, folder), *random.choice(([], ["--allow-gaps"], ["--strict"], ["--prune"]))]
    scratch = folder / "scratch"
    scratch.mkdir()
    usual, tempfile.tempdir = tempfile.tempdir, str(scratch)
    try:
        states = [_built(words) for _ in range(2)]
    finally:
        tempfile.tempdir = usual
    assert list(scratch.iterdir()) == [], "left behind"
    assert {path.name for path in folder.iterdir()} <= {"in", "out", "scratch", "report.json", "x.docx", "y"}
    if "unreadable" not in states:
        assert not [line for line in states[1] if line[1] == "made"], f"made again: {states}"
        assert [line for line in states[0] if line[1] == "failed"] == [
            line for line in states[1] if line[1] == "failed"
        ]


def _client(random: Random) -> bytes:
    """Mostly one that loads or nearly does; now and then no text at all."""
    tree = dict(grown(random, trees()[random.choice(_CLIENTS)]))
    if random.random() < 0.9:
        tree["deliverables"] = _SMALL
    data = as_json(tree)
    return mutated(random, data) if random.random() < 0.2 else data


def _template(random: Random, folder: Path) -> list[str]:
    """A template, damaged or under a name that is no file."""
    if random.random() < 0.5:
        return []
    path = folder / "x.docx"
    sound = template_path("docx", random.choice(("house.docx", "cover.docx"))).read_bytes()
    kind = random.randrange(8)
    if kind == 0:
        path.symlink_to(random.choice(("/dev/zero", "x.docx", "nowhere", "in", "y")))
        (folder / "y").write_bytes(sound)
    elif kind == 1:
        os.mkfifo(path)
    elif kind == 2:
        path.mkdir()
        (path / "house.docx").write_bytes(sound)
    else:
        path.write_bytes(sound if kind == 3 else damaged(random, sound))
    return ["--template", path.name]


def _built(words: list[str]) -> Any:
    """What became of each output, by the report; "unreadable" where nothing was begun."""
    code, said = run(words)
    assert code in {0, 2, 3, 4, 5, 6}, f"exit code {code}: {said[-500:]}"
    assert "Traceback" not in said
    assert "Ошибка программы" not in said
    plain(said)
    report = Path("report.json")
    if not report.exists():
        assert code in {2, 3, 5}
        return "unreadable"
    told = json.loads(report.read_bytes())
    report.unlink()
    lines = sorted((each["output"] or each["source"], each["state"]) for each in told["lines"])
    missing = _clients() - {Path(each["source"]).name for each in told["lines"]}
    assert not missing, f"passed over: {missing}"
    assert not [each for each in told["lines"] for text in each["messages"] if "Error" in text], told["lines"]
    return lines


def _clients() -> set[str]:
    return {path.name for path in Path("in").rglob("*.json") if is_input(path.read_bytes())}
