"""Checks every document of every sample with other people's tools; prints a table and fails on any fault.

Everything is written twice, by two processes with other folders, time zones, locales and hash seeds, and compared.
Names of samples on the command line are the only ones to be checked then.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from output_checks import CHECKS, ROOT, Faults

WORKERS = 2
BATCHES = 4
"""Into how many pieces the files of a format are cut, so that the workers end together."""
SHOWN = 5
OTHER = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}


def write_twice(folder: Path, samples: list[str]) -> dict[str, Faults]:
    """Write all outputs into ``once`` and ``again``; how they differ from their trees and from each other."""
    once, again = folder / "once", folder / "again"
    for each in (once, again):
        each.mkdir()
    path = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    program = [sys.executable, str(ROOT / "tools" / "all_outputs.py")]
    runs = [
        subprocess.Popen([*program, str(once), *samples, "--compare"], cwd=ROOT, env={**os.environ, **path}),
        subprocess.Popen([*program, str(again), *samples], cwd=again, env={**os.environ, **path, **OTHER}),
    ]
    codes = [run.wait() for run in runs]
    if any(codes):
        raise SystemExit("The samples could not be written.")
    parity = once / "parity.json"
    text = json.loads(parity.read_text(encoding="utf-8"))
    parity.unlink()
    return {"text of tree = file": text, "same bytes twice": _differences(once, again)}


def _differences(once: Path, again: Path) -> Faults:
    files = sorted(once.iterdir())
    return {
        file.name: [] if file.read_bytes() == (again / file.name).read_bytes() else ["other bytes"]
        for file in files
    }


def check(folder: Path) -> dict[str, Faults]:
    """Every check over the files of its format."""
    with ProcessPoolExecutor(WORKERS) as pool:
        begun: list[tuple[str, Future[Faults]]] = []
        for name, (format, work) in CHECKS.items():
            files = sorted(folder.glob(f"*.{format}"))
            for start in range(min(BATCHES, len(files))):
                begun.append((name, pool.submit(work, files[start::BATCHES])))
        results: dict[str, Faults] = {}
        for name, future in begun:
            results.setdefault(name, {}).update(future.result())
    return results


def report(results: dict[str, Faults]) -> int:
    """Print the table and the first faults of each kind; the number of faults."""
    print(f"{'check':26} {'files':>6} {'faults':>7}")
    for name, found in results.items():
        print(f"{name:26} {len(found):6} {sum(map(len, found.values())):7}")
    for name, found in results.items():
        faults = [f"{name}: {file}: {fault}" for file, faults in sorted(found.items()) for fault in faults]
        print("\n".join(faults[:SHOWN]), end="\n" * bool(faults))
        if len(faults) > SHOWN:
            print(f"{name}: and {len(faults) - SHOWN} more")
    return sum(len(faults) for found in results.values() for faults in found.values())


def main() -> int:
    """Write, check, tell."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        results = write_twice(folder, sys.argv[1:])
        files = len(results["same bytes twice"])
        print(f"{files} files written in {time.monotonic() - start:.0f} s", flush=True)
        results |= check(folder / "once")
    faults = report(results)
    print(f"{files} files, {faults} faults, {time.monotonic() - start:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
