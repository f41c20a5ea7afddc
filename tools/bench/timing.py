"""Medians of repeated runs, taken in turns so that a busy moment hits all alike."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

Work = Callable[[], object]
_WATCH = """import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, done.returncode)"""


def side_by_side(
    works: dict[str, Work], times: int = 7, clock: Callable[[], float] = time.perf_counter
) -> dict[str, float]:
    """The median seconds of each work, by the clock or by the processor; one run before to warm up."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work()
    for _ in range(times):
        for name, work in works.items():
            began = clock()
            work()
            taken[name].append(clock() - began)
    return {name: statistics.median(each) for name, each in taken.items()}


def process(command: Sequence[str]) -> tuple[float, int]:
    """Seconds of a whole process and the most memory it had, in megabytes."""
    began = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-c", _WATCH, *command], capture_output=True, text=True, check=True
    )
    memory, code = map(int, told.stdout.split()[-2:])
    if code not in (0, 3):
        raise RuntimeError(f"{command}: {told.stderr[-500:]}")
    return time.perf_counter() - began, memory // 1024


def peak() -> int:
    """The most memory of this process so far, in megabytes; where the system tells, without that of its parent."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]], note: str = "") -> str:
    """A Markdown table under its title."""
    lines = [
        f"## {title}",
        "",
        f"| {' | '.join(heads)} |",
        f"|{'|'.join(['---'] + ['---:'] * (len(heads) - 1))}|",
    ]
    lines += [f"| {' | '.join(map(str, row))} |" for row in rows]
    return "\n".join([*lines, *(["", note] if note else [])])
