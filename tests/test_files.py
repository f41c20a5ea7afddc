"""Files are whole or not there, faults are one plain line, names are fit for any system."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from conceptgen import files
from conceptgen.errors import EnvironmentFault, RequestError


def leftovers(folder: Path) -> list[str]:
    """Temporary files of ours in a folder."""
    return [path.name for path in folder.iterdir() if path.suffix == ".cgtmp"]


def test_replaces_an_older_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "Концепция.docx"
    target.write_bytes(b"old")
    files.replace_file(target, b"new", "ru")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["Концепция.docx"]


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_permissions_follow_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        files.replace_file(tmp_path / "a", b"", "ru")
    finally:
        os.umask(old)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("call", ["open", "fsync", "replace", "write"])
def test_a_fault_at_any_step_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    """Whatever the disk refuses, the old file stays, no temporary does, and the message is one line."""
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError(number, os.strerror(number))

    class Full:
        """A file on a full disk."""

        def __init__(self, handle: int, _: str) -> None:
            self.handle = handle

        def __enter__(self) -> Any:
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self.handle)

        write = refuse

    with monkeypatch.context() as patch:
        if call == "write":
            patch.setattr(files.os, "fdopen", Full)
        else:
            patch.setattr(files.os, call, refuse)
        with pytest.raises(EnvironmentFault) as caught:
            files.replace_file(target, b"new", "ru")
    assert "report.pdf" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert target.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="signals of another kind")
def test_killed_in_the_middle_the_old_file_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    code = (
        "import sys; from pathlib import Path; from conceptgen.files import replace_file\n"
        "print('on', flush=True)\n"
        "while True: replace_file(Path(sys.argv[1]), b'x' * 3_000_000, 'ru')"
    )
    for _ in range(3):
        run = subprocess.Popen([sys.executable, "-c", code, str(target)], stdout=subprocess.PIPE)
        assert run.stdout
        run.stdout.readline()
        time.sleep(0.15)
        run.kill()
        run.communicate()
        assert target.stat().st_size == 3_000_000


def test_what_a_killed_run_left_is_removed_an_hour_later(tmp_path: Path) -> None:
    stale, fresh, other = (
        tmp_path / name
        for name in (".a.pdf.0123abcd.cgtmp", ".a.pdf.9999ffff.cgtmp", ".b.pdf.0123abcd.cgtmp")
    )
    for file in (stale, fresh, other):
        file.touch()
    os.utime(stale, (0, 0))
    os.utime(other, (0, 0))
    files.replace_file(tmp_path / "a.pdf", b"", "ru")
    assert sorted(leftovers(tmp_path)) == [fresh.name, other.name]


def test_a_new_file_never_overwrites(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    files.new_file(target, b"mine", "ru")
    with pytest.raises(RequestError, match="уже есть"):
        files.new_file(target, b"other", "ru")
    assert target.read_bytes() == b"mine"


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    for folder in (tmp_path / "out", tmp_path / "out" / "deeper"):
        with pytest.raises(EnvironmentFault, match="нужна папка"):
            files.make_folder(folder, "ru")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_one_may_not_write_to_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(EnvironmentFault, match="нет права"):
        files.make_folder(tmp_path, "ru")


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("-", "stdin"),
        ("клиент.yaml", "клиент"),
        ("папка/План 2027.yml", "План 2027"),
        ("../x.yaml", "x"),
        ("отчёт.v2.yaml", "отчёт.v2"),
        ("CON.yaml", "_CON"),
        ("lpt1.old.yaml", "_lpt1.old"),
        ("console.yaml", "console"),
        ("точка. .yaml", "точка"),
        (".yaml", "yaml"),
        ("...", "_"),
        ('a<b>:"c|d?*.yaml', "a_b___c_d__"),
        ("x\ny\x07.yaml", "x_y_"),
        ("e\u0301.yaml", "é"),
    ],
)
def test_stems_are_fit_for_any_system(name: str, stem: str) -> None:
    assert files.stem_of(name) == stem


def test_long_stems_are_cut_and_stay_apart() -> None:
    one, two = (files.stem_of("я" * 200 + end + ".yaml") for end in ("а", "б"))
    assert one != two
    assert max(len(one.encode()), len(two.encode())) <= 150
