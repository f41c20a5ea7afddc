"""Two inputs of which one went astray: what is between them is told, and written into the first it gives the second."""

from __future__ import annotations

from pathlib import Path
from random import Random

from conceptgen.changes import CannotApply, Teller, apply, compare, merge
from conceptgen.changes.edit import NoSuchPlace
from conceptgen.changes.order import by_section
from conceptgen.changes.plain import plain
from conceptgen.input import load_bytes
from conceptgen.model.project import Project
from conceptgen.visible import visible_lines
from fuzz.mutants import as_json, grown, lay_pictures, mutated, samples, trees
from fuzz.promises import plain as plain_line

_TRIES = 8


def case(random: Random, folder: Path) -> None:
    """A pair: its changes, their sentences, and each of them put into a text."""
    lay_pictures(folder)
    name, data, old, new = _pair(random, folder)
    changes, teller = compare(old, new), Teller(old, new)
    assert not compare(new, new)
    for _, found in by_section(changes):
        for each in found:
            assert teller.sentence(each)
            # As the command line prints it.
            plain_line(visible_lines(teller.sentence(each)).replace("\n", " "))
            assert each.record()
    try:
        applied = load_bytes(apply(changes, data, name), name, folder).project
        assert applied is not None
        assert plain(applied) == plain(new) or not compare(applied, new)
        some = [each for each in changes if random.random() < 0.5]
        assert merge(old, new, some)
        apply(some, data, name)
    except (CannotApply, NoSuchPlace):
        return


def _pair(random: Random, folder: Path) -> tuple[str, bytes, Project, Project]:
    """An input as text, and another of it: by its values, or by its bytes; the same where no other could be read."""
    stem = random.choice(list(trees()))
    if random.random() < 0.5 and f"{stem}.yaml" in samples():
        name, data = f"{stem}.yaml", samples()[f"{stem}.yaml"]
    else:
        name, data = f"{stem}.json", as_json(trees()[stem])
    old = load_bytes(data, name, folder).project
    assert old is not None
    for _ in range(_TRIES):
        other = mutated(random, data) if random.random() < 0.3 else as_json(grown(random, trees()[stem]))
        new = load_bytes(other, name, folder).project
        if new is not None:
            return name, data, old, new
    return name, data, old, old
