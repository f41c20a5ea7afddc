"""``check --fix`` on texts gone astray: what is repaired stays repaired, and nothing that was typed goes."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from conceptgen.cli.fixing import fix_files
from conceptgen.errors import ConceptgenError
from fuzz.mutants import PIECES, mutated, samples

_MISTAKES = (
    *(b"4,5", b"20.11.2026", "ноябрь 2026".encode(), b"'4,5'", "−4".encode(), b"@x", b"%", b"`a"),
    *("Правило: не ждать".encode(), "Стол #1 в городе".encode(), b"\xc2\xa0x", b"'a' b", b"[a, b", b"*x"),
)


def case(random: Random, folder: Path) -> None:
    """One file repaired in its place."""
    data = _wrong(random, random.choice(list(samples().values())))
    path = folder / random.choice(("x.yaml", "x.json"))
    path.write_bytes(data)
    try:
        fix_files((path.name,), "", quiet=True)
    except ConceptgenError:
        return
    done = path.read_bytes()
    kept = [each for each in folder.iterdir() if each != path]
    assert [each.read_bytes() for each in kept] == [data] * bool(kept)
    assert bool(kept) == (done != data), "changed without a copy, or a copy without a change"
    if kept:
        fix_files((path.name,), "", quiet=True)
        assert path.read_bytes() == done, "repaired twice"


def _wrong(random: Random, data: bytes) -> bytes:
    """Values in the place of others as people write them, and now and then bytes gone astray."""
    values = list(re.finditer(rb"(?<=: )[^\s{\[|>&#][^\n,}]*", data))
    for place in sorted(
        random.sample(values, min(len(values), random.randint(1, 4))), key=lambda m: -m.start()
    ):
        wrong = random.choice((*_MISTAKES, random.choice(PIECES).encode("utf-8", "surrogatepass")))
        data = data[: place.start()] + wrong + data[place.end() :]
    return mutated(random, data) if random.random() < 0.3 else data
