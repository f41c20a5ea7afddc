"""Rows of edits, damages and builds of a folder: nobody is skipped, nothing outside is touched, and in the end the
folder of documents is what a first build gives. Now and then a build is a process, and is killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from conceptgen.batch import orphans, run
from conceptgen.batch.plan import Plan
from conceptgen.batch.report import Report
from conceptgen.batch.run import Build
from conceptgen.errors import ConceptgenError
from conceptgen.files import display_name
from fuzz.mutants import ROOT, mutated

SECONDS = 180
CLIENT = """schema: conceptgen/1
document: {{title: Принципы {name}, date: 2026-11-21, status: draft}}
organization: {{name: {name}}}
concept: {{purpose: Ради {name}, principles: [{{text: Отвечаем сразу, client_meaning: меня слышат}}]}}
deliverables: [{{document: concept, variant: [page, short], format: [html]}}]
"""


class Here:
    """A pool without processes."""

    def __init__(self, task: Any, size: int) -> None:
        self.task, self.size = task, size

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to stop."""

    def results(self, jobs: Iterator[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
        """What each job gives."""
        for key, job in jobs:
            yield key, self.task(job)


def case(random: Random, folder: Path) -> None:
    """One row of a dozen things that happen."""
    outside = folder / "outside"
    outside.mkdir()
    (outside / "theirs.html").write_bytes(b"theirs")
    for name in ("a", "b", "sub/c"):
        _client(folder, name)
    usual = run.Pool, orphans.PAUSE
    run.Pool, orphans.PAUSE = Here, 0.0  # type: ignore[misc,assignment]
    try:
        for _ in range(12):
            with suppress(FileNotFoundError, FileExistsError, IsADirectoryError, NotADirectoryError):
                random.choice(_EVENTS)(random, folder)
            _build(folder, "out", prune=random.random() < 0.5)
            assert [path.name for path in outside.iterdir()] == ["theirs.html"]
            assert (outside / "theirs.html").read_bytes() == b"theirs"
        _ends_well(folder)
    finally:
        run.Pool, orphans.PAUSE = usual  # type: ignore[misc]


def _client(folder: Path, name: str, text: str = "") -> Path:
    path = folder / "in" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    elif os.path.lexists(path):
        path.unlink()
    path.write_text(text or CLIENT.format(name=path.stem), encoding="utf-8")
    return path


def _build(folder: Path, out: str, prune: bool = False, force: bool = False) -> Report | None:
    """A build; that it cannot be done is told, and nobody is missing in what is told."""
    try:
        report = Build(Plan((folder / "in",), folder / out, prune=prune, force=force), lambda *_: None).run()
    except ConceptgenError:
        return None
    named = {Path(line.source).name for line in report.lines}
    missing = {
        display_name(path.name) for path in (folder / "in").rglob("*.yaml") if _is_client(path)
    } - named
    assert not missing, f"passed over: {missing}"
    return report


def _is_client(path: Path) -> bool:
    try:
        return b"\nconcept" in path.read_bytes() if path.is_file() else False
    except OSError:
        return False


def _ends_well(folder: Path) -> None:
    """After all that, a build of good clients gives what a first build gives."""
    shutil.rmtree(folder / "in")
    for path in (folder / "out").rglob("*"):
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            path.unlink()
        elif path.is_dir() and path.suffix in (".html", ".json"):
            shutil.rmtree(path)
    for name in ("a", "b", "sub/c"):
        _client(folder, name)
    # An edit that keeps size and time is seen only when its file is about to be replaced.
    _build(folder, "out", force=True)
    _build(folder, "out", prune=True)
    _build(folder, "fresh")
    fresh = {
        path.relative_to(folder / "fresh"): path.read_bytes() for path in (folder / "fresh").rglob("*.html")
    }
    assert len(fresh) == 6
    for name, data in fresh.items():
        assert (folder / "out" / name).read_bytes() == data, name


def _some(random: Random, folder: Path, pattern: str) -> Path:
    found = sorted(path for path in folder.rglob(pattern) if path.is_file() and not path.is_symlink())
    if not found:
        raise FileNotFoundError(pattern)
    return random.choice(found)


def _edit(random: Random, folder: Path) -> None:
    name = random.choice(("a", "b", "sub/c", "sub/deep/d"))
    _client(folder, name, CLIENT.format(name=f"имя {random.randrange(99)}"))


def _damage_input(random: Random, folder: Path) -> None:
    path = _some(random, folder / "in", "*.yaml")
    path.write_bytes(random.choice((b"", b"\0" * 500, mutated(random, path.read_bytes()))))


def _remove_input(random: Random, folder: Path) -> None:
    _some(random, folder / "in", "*.yaml").unlink()


def _damage_memory(random: Random, folder: Path) -> None:
    path = _some(random, folder / "out" / ".conceptgen", "*.json")
    path.write_bytes(mutated(random, path.read_bytes() or b"x"))


def _edit_output(random: Random, folder: Path) -> None:
    path = _some(random, folder / "out", "*.html")
    seen = path.stat()
    path.write_bytes(path.read_bytes()[:-5] + b"hand\n")
    if random.random() < 0.5:
        os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def _odd_thing(random: Random, folder: Path) -> None:
    """A link, a pipe or a folder in the place of an output, an input or what is remembered."""
    path = _some(random, random.choice((folder / "in", folder / "out")), "*.*")
    path.unlink()
    kind = random.randrange(4)
    if kind == 0:
        path.symlink_to(random.choice((folder / "outside" / "theirs.html", path, folder / "nowhere", folder)))
    elif kind == 1:
        os.mkfifo(path)
    elif kind == 2:
        path.mkdir()


def _link_folder(random: Random, folder: Path) -> None:
    """A folder of documents or of memory that becomes a link."""
    path = folder / "out" / random.choice(("sub", ".conceptgen", ".conceptgen/records"))
    if path.is_symlink():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)
        path.symlink_to(folder / "outside")


def _ill_named(random: Random, folder: Path) -> None:
    name = os.fsdecode(random.choice((b"\xcc.yaml", b"a\nb.yaml", b"\x1b[31m.yaml", b" .yaml", b"CON.yaml")))
    _client(folder, name.removesuffix(".yaml"), CLIENT.format(name="x"))


def _kill(random: Random, folder: Path) -> None:
    """A build in a process of its own, killed at some moment."""
    if random.random() < 0.8:
        return
    _edit(random, folder)
    command = [
        sys.executable,
        "-m",
        "conceptgen",
        "build",
        str(folder / "in"),
        "-o",
        str(folder / "out"),
        "--force",
    ]
    usual = {**os.environ, "PYTHONPATH": str(ROOT)}
    work = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=usual)
    time.sleep(random.uniform(0.2, 4))
    work.send_signal(signal.SIGKILL)
    work.wait()


_EVENTS: tuple[Callable[[Random, Path], None], ...] = (
    *(_edit, _edit, _damage_input, _remove_input, _damage_memory, _edit_output),
    *(_odd_thing, _link_folder, _ill_named, _kill),
)
