"""What two people did to one input, put together: three-way, value by value, texts paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from conceptgen.changes.change import Change
from conceptgen.changes.compare import compare
from conceptgen.changes.edit import NoSuchPlace, edited
from conceptgen.changes.places import places_in
from conceptgen.changes.plain import Data, plain
from conceptgen.model.project import Project
from conceptgen.origin import Path


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two changes of one value that cannot both be: ours stands, theirs is to be decided by a person."""

    ours: Change
    theirs: Change


@dataclass(frozen=True, slots=True)
class Merge:
    """Their changes sorted: ``certain`` ones fit our input (paths are of ours), ``already`` ones stand there."""

    certain: tuple[Change, ...]
    already: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def merge(
    base: Project, ours: Project, theirs: Project | Iterable[Change], *, theirs_win: bool = False
) -> Merge:
    """Sort what they changed since ``base`` by what we changed since then.

    ``theirs`` is their input, or their changes of ``base``. Nothing is decided in silence: a value that both changed in
    different ways, a change inside of what the other removed, two orders of one list are conflicts with both readings.
    Merging the other way round gives the same result where there is no conflict. ``theirs_win`` is the decision of a
    person who has read both: what still has a place is theirs.
    """
    our_changes = compare(base, ours)
    their_changes = compare(base, theirs) if isinstance(theirs, Project) else tuple(theirs)
    sorting = _Sorting(our_changes, places_in(base, ours), plain(ours), theirs_win=theirs_win)
    for change in their_changes:
        sorting.take(change)
    return Merge(tuple(sorting.certain), tuple(sorting.already), tuple(sorting.conflicts))


class _Sorting:
    def __init__(
        self, ours: tuple[Change, ...], places: dict[Path, Path], data: Data, *, theirs_win: bool
    ) -> None:
        self._ours, self._places, self._data, self._theirs_win = ours, places, data, theirs_win
        self.certain: list[Change] = []
        self.already: list[Change] = []
        self.conflicts: list[Conflict] = []

    def take(self, theirs: Change) -> None:
        rivals = [ours for ours in self._ours if _touch(ours, theirs)]
        if any(_are_same(ours, theirs) for ours in rivals):
            self.already.append(theirs)
        elif not rivals or self._theirs_win:
            self._place(theirs)
        elif (joined := _joined_texts(rivals, theirs)) is not None:
            self._place(replace(theirs, old=rivals[0].new, new=joined))
        else:
            self.conflicts.append(Conflict(rivals[0], theirs))

    def _place(self, change: Change) -> None:
        """Give a change the path it has in our input."""
        path, to = (_moved_path(each, self._places) for each in (change.path, change.to))
        placed = replace(change, path=path, to=to)
        try:
            edited(self._data if isinstance(self._data, dict) else {}, [placed])
        except NoSuchPlace:
            self.conflicts.append(Conflict(placed, change))
        else:
            self.certain.append(placed)


def _moved_path(path: Path, places: dict[Path, Path]) -> Path:
    """The path in our input: the nearest part that is known in both leads the way."""
    for end in range(len(path), 0, -1):
        if (known := places.get(path[:end])) is not None:
            return known + path[end:]
    return path


def _touch(one: Change, other: Change) -> bool:
    """True if two changes of the same input concern one value, or one what the other removes."""
    if one.kind == other.kind == "add":
        return one.path == other.path and _is_one_thing(one.new, other.new)
    for removal, change in ((one, other), (other, one)):
        if removal.kind == "remove" and change.kind != "add":
            return change.path[: len(removal.path)] == removal.path
        if removal.kind == "remove":
            return change.path[: len(removal.path)] == removal.path
    if "add" in (one.kind, other.kind):
        return False
    if one.kind == other.kind == "move":
        return one.path == other.path or (one.to == other.to and one.index == other.index)
    return one.kind == other.kind and one.path == other.path and bool(one.keys) == bool(other.keys)


def _is_one_thing(one: Data | None, other: Data | None) -> bool:
    if isinstance(one, dict) and isinstance(other, dict) and one.get("id"):
        return one.get("id") == other.get("id")
    return one == other


def _are_same(ours: Change, theirs: Change) -> bool:
    facts = ("kind", "path", "new", "index", "to") if ours.kind == "move" else ("kind", "path", "new")
    return all(getattr(ours, fact) == getattr(theirs, fact) for fact in facts)


def _joined_texts(rivals: list[Change], theirs: Change) -> str | None:
    """Two edits of one text that touch different paragraphs; None where they meet."""
    if len(rivals) != 1 or theirs.keys:
        return None
    old, one, other = theirs.old, rivals[0].new, theirs.new
    if not (isinstance(old, str) and isinstance(one, str) and isinstance(other, str)):
        return None
    before = old.split("\n")
    edits = sorted([*_edits(before, one.split("\n")), *_edits(before, other.split("\n"))])
    if any(first[1] > second[0] or first[:2] == second[:2] for first, second in pairwise(edits)):
        return None
    for begin, end, lines in reversed(edits):
        before[begin:end] = lines
    return "\n".join(before)


def _edits(before: list[str], after: list[str]) -> Iterator[tuple[int, int, list[str]]]:
    for tag, begin, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield begin, end, after[first:last]
