"""Texts of samples with bytes gone astray: read, checked and judged."""

from __future__ import annotations

from pathlib import Path
from random import Random

from conceptgen.input import load_bytes
from conceptgen.rulebook import review
from fuzz.mutants import mutated, samples
from fuzz.promises import hold


def case(random: Random, folder: Path) -> None:
    """One text, read as what its name says or as the other."""
    name, data = random.choice(list(samples().items()))
    loaded = load_bytes(mutated(random, data), random.choice((name, "stdin", "x.json", "x.yaml")), folder)
    hold(loaded, review(loaded, gate=random.choice(("", "draft", "for_approval", "approved"))))
