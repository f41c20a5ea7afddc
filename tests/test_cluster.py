"""``build --scheduler``: the work is done by the workers of a Dask cluster; here two processes of this machine.

Without Dask, which few have, only what is said without it is tested; ``make check-outputs`` installs it.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conceptgen.batch import cluster as module
from conceptgen.batch.cluster import Cluster
from conceptgen.batch.plan import Plan
from conceptgen.batch.pool import JobFailure
from conceptgen.batch.report import Report
from conceptgen.batch.run import Build
from conceptgen.errors import EnvironmentFault
from conceptgen.resources import samples

pytestmark = pytest.mark.processes


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a cluster as docs/cluster.md starts it: a scheduler and two workers, processes of their own."""
    pytest.importorskip("distributed")
    place = tmp_path_factory.mktemp("cluster")
    address, environment = place / "address.json", {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    asked = ("--scheduler-file", str(address), "--host", "127.0.0.1", "--no-dashboard")
    with ExitStack() as stack:
        for what in (("scheduler", "--port", "0"), ("worker", "--nthreads", "1", "--nworkers", "2")):
            command = (sys.executable, "-m", "dask", *what, *asked)
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            running = stack.enter_context(subprocess.Popen(command, cwd=place, env=environment, **quiet))
            stack.callback(running.terminate)
        while not address.exists():
            time.sleep(0.05)
        yield json.loads(address.read_text())["address"]


def built(root: Path, folder: str, **wishes: Any) -> tuple[Report, dict[str, bytes]]:
    report = Build(replace(Plan((root / "in",), root / folder), **wishes), lambda *_: None).run()
    made = sorted(path for path in (root / folder).rglob("*.*") if path.suffix in (".docx", ".html", ".pdf"))
    return report, {path.relative_to(root / folder).as_posix(): path.read_bytes() for path in made}


def states(report: Report) -> list[tuple[str, str, str]]:
    return [(line.source, line.output, line.state) for line in report.lines]


def test_the_same_report_and_the_same_bytes_as_at_home(scheduler: str, tmp_path: Path) -> None:
    """A client that cannot be read is a line of the report here, too."""
    (tmp_path / "in").mkdir()
    text = (samples() / "minimal.yaml").read_text(encoding="utf-8")
    text += "deliverables: [{document: concept, variant: [page, short], format: [docx, html]}]\n"
    for name in ("a", "b"):
        (tmp_path / "in" / f"{name}.yaml").write_text(f"# {name}\n{text}", encoding="utf-8")
    (tmp_path / "in" / "bad.yaml").write_text(text.replace("concept:", "concept: ["), encoding="utf-8")
    told, made = built(tmp_path, "far", scheduler=scheduler)
    at_home, expected = built(tmp_path, "near")
    assert sorted(states(told)) == sorted(states(at_home))
    assert made == expected
    assert len(made) == len("ab") * 4
    again, _ = built(tmp_path, "far", scheduler=scheduler)
    assert {state for _, output, state in states(again) if output} == {"unchanged"}


def task(job: str) -> str:
    """One that answers, one that fails, one that kills its process, one that never ends."""
    if job == "fails":
        raise ValueError(job)
    if job == "dies" and multiprocessing.parent_process():
        os._exit(1)
    if job == "hangs":
        threading.Event().wait()
    return job


def test_one_that_dies_or_hangs_is_named_and_the_others_go_on(scheduler: str) -> None:
    jobs = ["one", "fails", "hangs", "two", "dies", "three", "four"]
    with Cluster[int](task, scheduler, "ru", seconds=20) as workers:
        results = dict(workers.results(iter(enumerate(jobs))))
    failures = {jobs[key]: each.reason for key, each in results.items() if isinstance(each, JobFailure)}
    assert failures == {"fails": "bug", "hangs": "late", "dies": "died"}
    assert sorted(each for each in results.values() if isinstance(each, str)) == [
        "four",
        "one",
        "three",
        "two",
    ]


def test_other_versions_on_a_worker_are_refused(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents would come out otherwise there."""
    monkeypatch.setattr(module, "whole_toolchain", ours)
    with (
        Cluster[int](task, scheduler, "ru") as workers,
        pytest.raises(EnvironmentFault, match="другая версия"),
    ):
        list(workers.results(iter([(0, "one")])))


def ours() -> str:
    """Another answer in this process than in the workers'."""
    return f"{os.getpid()}"


def test_no_scheduler_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(module, "_ANSWER_SECONDS", 0.3)
    with pytest.raises(EnvironmentFault, match=r"^Планировщик Dask не отвечает: tcp://127\.0\.0\.1:9\."):
        Cluster[int](task, "tcp://127.0.0.1:9", "ru").__enter__()


def test_without_dask_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(EnvironmentFault, match=r"pip install 'conceptgen\[dask\]'"):
        Cluster[int](task, "tcp://127.0.0.1:8786", "ru").__enter__()
