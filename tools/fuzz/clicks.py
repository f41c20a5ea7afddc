"""Wishes of the page of the preview, sensible and odd: each is written so that the file loads, or leaves it alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from conceptgen.changes import Change
from conceptgen.input import load_bytes
from conceptgen.model.project import Project
from conceptgen.preview.editing.desk import Desk
from conceptgen.preview.editing.spots import NoPlace
from conceptgen.preview.editing.wishes import Wishes
from conceptgen.preview.requests import is_data
from conceptgen.visible import visible_lines
from fuzz.mutants import VALUES, lay_pictures, samples
from fuzz.promises import plain

Wish = Callable[[Wishes], Iterable[Change]]
_DATA = [each for each in VALUES if is_data(each)]
_NAMES = ("minimal.yaml", "salon.yaml", "hotel.yaml", "filler.json")


def case(random: Random, folder: Path) -> None:
    """Some wishes one after another, then all of them taken back."""
    lay_pictures(folder)
    name = random.choice(_NAMES)
    data = samples()[name]
    file = folder / name
    file.write_bytes(data)
    desk = Desk(file, name, lambda: random.choice(("ru", "en")))
    project = load_bytes(data, name, folder).project
    assert project is not None
    for _ in range(random.choice((1, 1, 3))):
        before = file.read_bytes()
        with suppress(NoPlace):
            answer = desk.do(desk.learn(before, project), _wish(random, project))
            for each in (answer.said, *(str(finding) for finding in answer.findings)):
                plain(visible_lines(each).replace("\n", " "))
            assert answer.said
            assert answer.outcome == "done" or file.read_bytes() == before
        loaded = load_bytes(file.read_bytes(), name, folder).project
        assert loaded is not None, "the file cannot be read any more"
        project = loaded
    while desk.can_undo:
        assert desk.undo().outcome == "done"
    assert file.read_bytes() == data, "not all of it was taken back"


def _wish(random: Random, project: Project) -> Wish:
    place = random.choice(project.relations.places)
    at = place.origin.path
    values = {_key(random, place.part): random.choice(_DATA) for _ in range(random.choice((1, 1, 2)))}
    match random.randrange(5):
        case 0:
            return lambda wishes: wishes.remove(at)
        case 1:
            return lambda wishes: wishes.add((*at, _key(random, place.part)), random.randrange(4), values)
        case 2:
            return lambda wishes: wishes.move(at, random.randrange(4))
        case _:
            return lambda wishes: wishes.put(at, values)


def _key(random: Random, part: Any) -> str:
    return random.choice((*type(part).model_fields, "value", "x"))
