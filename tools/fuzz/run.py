"""Runs the targets for a time. A target is a module of this package with ``case(random, folder)``: one case,
made of the random numbers alone, in an empty folder of its own; what it raises is a find. ``SECONDS`` is the most a
case of it may take. Each find is printed with the words that repeat it: ``--only target:number --seed N``.
"""

from __future__ import annotations

import argparse
import os
import pkgutil
import random
import shutil
import signal
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

SECONDS = 60
_WAIT = 20
"""How many times as long a case may wait for others as it may work."""
SHOWN = 6
"""Lines of the end of a traceback."""


@dataclass
class Outcome:
    """How many cases were tried by target, and what was found: the case and what was raised."""

    cases: Counter[str] = field(default_factory=Counter)
    finds: list[tuple[str, str]] = field(default_factory=list)


def targets() -> dict[str, ModuleType]:
    """Every module here that has cases, by name."""
    names = [each.name for each in pkgutil.iter_modules([str(Path(__file__).parent)])]
    modules = {name: import_module(f"fuzz.{name}") for name in names if name not in ("run", "__main__")}
    return {name: module for name, module in modules.items() if hasattr(module, "case")}


def run(names: list[str], seconds: float, seed: int, most: int = 1 << 60) -> Outcome:
    """Cases as long as there is time, which the targets share alike, and at most so many of each; finds are told at
    once."""
    modules = targets()
    found, begun = Outcome(), time.monotonic()
    spent = dict.fromkeys(names or modules, 0.0)
    while spent and time.monotonic() - begun < seconds:
        name = min(spent, key=lambda each: spent[each])
        case, started = f"{name}:{found.cases[name]}", time.monotonic()
        if said := one(modules[name], case, seed):
            found.finds.append((case, said))
            print(f"\n--seed {seed} --only {case}\n{said}", flush=True)
        found.cases[name] += 1
        spent[name] += time.monotonic() - started
        if found.cases[name] >= most:
            del spent[name]
    return found


def one(module: ModuleType, case: str, seed: int) -> str:
    """What one case raises; "" for nothing."""
    # A folder in a folder: «..» is a place of the case, too, and not all that lies among the temporary files.
    outer = Path(tempfile.mkdtemp(prefix="fuzz-"))
    folder = outer / "case"
    folder.mkdir()
    here = Path.cwd()
    os.chdir(folder)
    try:
        with _time_limit(getattr(module, "SECONDS", SECONDS)):
            module.case(random.Random(f"{seed}:{case}"), folder)
    except Exception:
        return "\n".join(traceback.format_exc().splitlines()[-SHOWN:])
    finally:
        os.chdir(here)
        shutil.rmtree(outer, ignore_errors=True)
    return ""


@contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """So much work, or a wait of many times as long: a busy machine is no find."""

    def late(*_: Any) -> None:
        raise TimeoutError(f"more than {seconds} s")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    clocks = {signal.SIGPROF: signal.ITIMER_PROF, signal.SIGALRM: signal.ITIMER_REAL}
    before = {number: signal.signal(number, late) for number in clocks}
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, seconds * _WAIT)
    try:
        yield
    finally:
        for number, clock in clocks.items():
            signal.setitimer(clock, 0)
            signal.signal(number, before[number])


def main(words: list[str]) -> int:
    """The command line; the exit code is 1 where something was found."""
    asked = argparse.ArgumentParser("fuzz", description="Give the program what it does not expect.")
    asked.add_argument("names", nargs="*", metavar="target", help=", ".join(targets()))
    asked.add_argument("--minutes", type=float, default=60)
    asked.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    asked.add_argument("--only", default="", metavar="target:number", help="repeat one case")
    wished = asked.parse_args(words)
    print(f"seed {wished.seed}", flush=True)
    if wished.only:
        said = one(targets()[wished.only.partition(":")[0]], wished.only, wished.seed)
        print(said or "nothing found")
        return bool(said)
    found = run(wished.names, wished.minutes * 60, wished.seed)
    counts = ", ".join(f"{name} {count}" for name, count in found.cases.items())
    print(f"seed {wished.seed}; cases: {counts}; finds: {len(found.finds)}")
    return bool(found.finds)
