"""Nothing stays in the temporary folder: not after a build, not after one that was killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conceptgen import scratch as room
from conceptgen.scratch import scratch

CLIENT = """schema: conceptgen/1
document: {{title: Принципы {name}, date: 2026-11-21}}
organization: {{name: {name}}}
concept: {{purpose: Ради гостя, principles: [{{text: Отвечаем сразу, client_meaning: меня слышат}}]}}
deliverables: [{{document: concept, variant: page, format: pdf}}]
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Two clients, and a temporary folder of their own."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(CLIENT.format(name=name), encoding="utf-8")
    (tmp_path / "tmp").mkdir()
    return tmp_path


def start(place: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "conceptgen", "build", "--force", ".", "-o", "out", "--jobs", "2"]
    usual = dict(os.environ, TMPDIR=str(place / "tmp"))
    return subprocess.Popen(
        command, cwd=place, env=usual, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def left(place: Path) -> list[str]:
    # What goes while one looks is passed over: a folder that is cleared away is no fault.
    walked = os.walk(place / "tmp")
    names = [Path(folder, name) for folder, folders, files in walked for name in (*folders, *files)]
    return sorted(path.relative_to(place / "tmp").as_posix() for path in names)


@pytest.mark.processes
@pytest.mark.skipif(os.name == "nt", reason="no such signals")
def test_a_build_leaves_nothing_also_when_it_is_killed_at_work(place: Path) -> None:
    killed = start(place)
    deadline = time.monotonic() + 60
    while not any(name.count("/") > 1 for name in left(place)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert left(place), "the fonts of a PDF lie there while it is made"
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    while left(place) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert left(place) == []
    assert start(place).wait(120) == 0
    assert left(place) == []
    assert sorted(path.name for path in (place / "out").iterdir()) == [
        ".conceptgen",
        "a-concept-page.pdf",
        "b-concept-page.pdf",
    ]


def test_a_folder_that_was_left_is_removed_and_one_in_use_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    forgotten, theirs = tmp_path / "conceptgen-forgotten", tmp_path / "conceptgen-not-ours"
    for folder in (forgotten, theirs):
        folder.mkdir()
        (folder / "fonts").write_bytes(b"x" * 1000)
    (forgotten / "alive").touch()
    (tmp_path / "conceptgen-link").symlink_to(theirs)
    young = tmp_path / "conceptgen-young"
    young.mkdir()
    with scratch() as outer, scratch() as inner:
        assert not forgotten.exists()
        assert outer.exists()
        assert inner.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "conceptgen-link",
        "conceptgen-not-ours",
        "conceptgen-young",
    ]
    monkeypatch.setattr(room, "_YOUNG", -1.0)
    with scratch():
        assert not young.exists()
