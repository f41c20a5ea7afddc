"""The command as it is run: terminal and pipe, two at once, workers and builds killed, Ctrl-C, watching."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from in_process import Here
from test_build import Desk, _start

from conceptgen.batch import run
from conceptgen.batch.inputs import Source
from conceptgen.cli import build as command
from conceptgen.cli.program import Program

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(sys.platform != "linux", reason="terminals and signals of another kind"),
]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two clients in two folders."""
    made = Desk(tmp_path)
    made.client("Ромашка")
    made.client("Лютик", "south")
    return made


def screen(data: bytes) -> list[str]:
    """What a terminal shows in the end of what was sent to it."""
    lines: list[str] = []
    for row in data.decode().replace("\r\n", "\n").split("\n"):
        shown = ""
        for piece in row.split("\r"):
            shown = piece + shown[len(piece) :]
        lines.append(shown.rstrip())
    return lines


def called(desk: Desk, *words: str) -> Result:
    """A command of a Russian in this process, its documents made there, too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(desk.root)
        patch.setattr(run, "Pool", Here)
        return CliRunner().invoke(Program(), list(words), env={"LC_ALL": "ru_RU.UTF-8"})


def in_terminal(desk: Desk, *words: str) -> tuple[int, bytes]:
    """Run a command in a terminal: its exit code, and all that was sent there."""
    main, side = os.openpty()
    environment = {**os.environ, "LC_ALL": "ru_RU.UTF-8", "PYTHONUTF8": "1", "NO_COLOR": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "conceptgen", *words], cwd=desk.root, env=environment, stdout=side, stderr=side
    )
    os.close(side)
    sent = b""
    while select.select([main], [], [], 60)[0]:
        try:
            sent += os.read(main, 10000)
        except OSError:
            break
    os.close(main)
    return process.wait(30), sent


def test_a_terminal_shows_a_bar_with_the_time_left_and_nothing_of_it_stays(desk: Desk) -> None:
    code, sent = in_terminal(desk, "build", "in", "--jobs", "1")
    assert code == 0
    assert "██████░░░░░░ 1 из 2, осталось около" in sent.decode()
    lines = screen(sent)
    assert [line for line in lines if "█" in line or "осталось" in line] == []
    assert "создан         Ромашка-concept-short.docx" in lines
    assert any(line.startswith("Итого: создано 8;") for line in lines)


def test_a_pipe_gets_plain_lines_every_few_seconds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = Source(Path("Ромашка.yaml"), Path(), b"")
    told = command.Progress(quiet=False)
    told(source, 1, 3)
    monkeypatch.setattr(command, "PACE", 0.0)
    told(source, 2, 3)
    command.Progress(quiet=True)(source, 3, 3)
    (line,) = capsys.readouterr().err.splitlines()
    assert "Ромашка.yaml" in line
    assert "2" in line
    assert "3" in line


def test_quiet_says_the_sum_and_what_needs_attention(desk: Desk) -> None:
    told = called(desk, "build", "in", "--quiet")
    assert told.stdout.startswith("Итого: создано 8;")
    assert told.stderr == ""
    (desk.input / "Ромашка.yaml").unlink()
    told = called(desk, "build", "in", "--quiet")
    assert told.stderr.count("Ромашка-concept-") == 4


def test_a_folder_without_inputs_is_told(desk: Desk) -> None:
    (desk.root / "empty").mkdir()
    told = called(desk, "build", "empty")
    assert "schema: conceptgen/1" in told.stderr


def test_a_changed_approved_edition_is_refused_with_what_changed(desk: Desk) -> None:
    desk.client("Ромашка", status="approved", version="1.0")
    assert called(desk, "build", "in", "--allow-gaps").exit_code == 0
    desk.client("Ромашка", status="approved", version="1.0", purpose="Ради семьи")
    told = called(desk, "build", "in", "--allow-gaps")
    assert told.exit_code == 4
    assert "Повысьте version" in told.stderr
    assert "− " in told.stderr
    assert "+ " in told.stderr
    assert "Ради семьи" in told.stderr


def test_of_two_builds_at_once_one_is_told_to_wait(desk: Desk) -> None:
    for number in range(10):
        desk.client(f"Клиент {number}")
    both = [_start(desk, "build", "in", "--jobs", "1") for _ in range(2)]
    said = [each.communicate(timeout=120)[1] for each in both]
    assert sorted(each.returncode for each in both) == [0, 5]
    assert any("другая команда build" in each for each in said)
    assert len(desk.outputs()) == 48


def descendants(parent: int) -> list[int]:
    """The processes started by a process, and by those."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except (OSError, ValueError):
            continue
        if entry.name.isdecimal() and int(fields[1]) == parent:
            found += [int(entry.name), *descendants(int(entry.name))]
    return found


def wait_for(what: Callable[[], object], seconds: float = 60) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_worker_that_is_killed_is_named_and_the_others_are_made(desk: Desk) -> None:
    for number in range(4):
        desk.client(f"Клиент {number}")
    running = _start(desk, "build", "in", "--jobs", "1")
    wait_for(lambda: desk.out.exists() and any(desk.out.glob("*.docx")))
    worker = max(descendants(running.pid))
    os.kill(worker, signal.SIGKILL)
    _, complaints = running.communicate(timeout=120)
    assert running.returncode == 4
    assert complaints.count("Подготовка документов прервалась") == 1
    assert len(desk.outputs()) == 20
    assert desk_again(desk).counts["aside"] == 0
    assert len(desk.outputs()) == 24


def desk_again(desk: Desk) -> run.Report:
    """A build in this process, after one that was broken off."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "Pool", Here)
        return desk.build()


KILLS = int(os.environ.get("KILLS", "2"))


def test_a_build_killed_at_any_moment_leaves_each_output_old_or_new(desk: Desk) -> None:
    chance = random.Random(KILLS)
    names = [f"Клиент {number}" for number in range(4)]
    for name in names:
        desk.client(name)
    desk_again(desk)
    old = desk.outputs()
    started = time.monotonic()
    _start(desk, "build", "in", "--force", "--jobs", "1").communicate(timeout=120)
    whole = time.monotonic() - started
    for count in range(KILLS):
        for name in names:
            desk.client(name, purpose=f"Ради семьи {count}")
        running = _start(desk, "build", "in", "--jobs", "1")
        time.sleep(whole * chance.uniform(0.3, 1))
        running.kill()
        running.communicate(timeout=60)
        now = desk.outputs()
        report = desk_again(desk)
        new = desk.outputs()
        # A file half written has a name of its own, and the next build removes it.
        whole_ones = {name: data for name, data in now.items() if not name.endswith(".cgtmp")}
        assert whole_ones.keys() == old.keys()
        assert all(data in (old[name], new[name]) for name, data in whole_ones.items())
        assert report.counts["aside"] == report.counts["failed"] == 0
        assert not list(desk.out.rglob("*.cgtmp"))
        old = new


def test_ctrl_c_in_a_terminal_reaches_all_and_says_one_sentence(desk: Desk) -> None:
    """A terminal interrupts the workers too; nothing half made is left, and the next build knows its own files."""
    for number in range(8):
        desk.client(f"Клиент {number}")
    words = [sys.executable, "-m", "conceptgen", "build", "in", "--jobs", "1"]
    environment = {**os.environ, "LC_ALL": "ru_RU.UTF-8", "PYTHONUTF8": "1"}
    running = subprocess.Popen(
        words, cwd=desk.root, env=environment, stdout=-1, stderr=-1, start_new_session=True
    )
    wait_for(lambda: desk.out.exists() and any(desk.out.glob("*.docx")))
    os.killpg(running.pid, signal.SIGINT)
    _, complaints = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Прервано" in complaints.decode()
    assert "Traceback" not in complaints.decode()
    assert not list(desk.out.rglob("*.cgtmp"))
    assert desk_again(desk).counts["aside"] == 0


def test_watching_builds_at_each_save_until_it_is_stopped(desk: Desk) -> None:
    (desk.root / "brand.yaml").write_text("firm: Бюро\ncolors: {accent: '#7A1F5C'}\n", encoding="utf-8")
    running = _start(desk, "build", "in/Ромашка.yaml", "--watch", "--brand", "brand.yaml")
    page = desk.out / "Ромашка-concept-short.html"

    def holds(wanted: str) -> Callable[[], bool]:
        return lambda: page.exists() and wanted in page.read_text("utf-8").upper()

    def save(write: Callable[[], object], wanted: str) -> None:
        """A save before the watch has begun is not seen; people save again."""
        deadline = time.monotonic() + 60
        while not holds(wanted)():
            assert time.monotonic() < deadline
            write()
            again = time.monotonic() + 1.5
            while not holds(wanted)() and time.monotonic() < again:
                time.sleep(0.05)

    wait_for(holds("#7A1F5C"))

    def edited() -> None:
        """As editors save: another file takes the place of the old one."""
        new = desk.client("новый", purpose="Ради семьи")
        text = new.read_text("utf-8").replace("новый", "Ромашка")
        new.unlink()
        other = desk.root / "saved"
        other.write_text(text, encoding="utf-8")
        other.replace(desk.input / "Ромашка.yaml")

    save(edited, "РАДИ СЕМЬИ")
    save(edited, "РАДИ СЕМЬИ")
    brand = desk.root / "brand.yaml"
    save(lambda: brand.write_text("firm: Бюро\ncolors: {accent: '#1F5C7A'}\n", encoding="utf-8"), "#1F5C7A")
    shutil.rmtree(desk.input)
    time.sleep(1.5)
    save(lambda: desk.client("Ромашка", purpose="Снова здесь"), "СНОВА ЗДЕСЬ")
    running.send_signal(signal.SIGINT)
    told, _ = running.communicate(timeout=60)
    assert running.returncode == 130
    assert told.count("Итого:") >= 3
