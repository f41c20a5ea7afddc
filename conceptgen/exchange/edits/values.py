"""Edited values: sorted three ways, gathered by what they print, then tried on the input."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from conceptgen.changes.change import Change
from conceptgen.changes.trail import trail_of, value_at
from conceptgen.exchange.edits.candidates import Input, candidates, is_figure
from conceptgen.exchange.edits.dates import mean_the_same
from conceptgen.exchange.edits.edit import Edit, Outcome, edit_of
from conceptgen.exchange.edits.filling import Filling, fillings, without_mark
from conceptgen.exchange.edits.naming import Names
from conceptgen.exchange.edits.numbers import say_the_same
from conceptgen.exchange.edits.places import Home, Places
from conceptgen.exchange.edits.printing import Key
from conceptgen.exchange.edits.trial import Attempt, Trial
from conceptgen.exchange.word.differences import Difference
from conceptgen.exchange.word.lines import normal
from conceptgen.exchange.word.value_map import ValueMap
from conceptgen.model.chain import Carried
from conceptgen.model.dates import When
from conceptgen.writers.docx.marks import fingerprint


@dataclass
class Group:
    """The edited prints of one value, or of one reference, that say one thing."""

    home: Home
    differences: list[Difference] = field(default_factory=list)

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What was printed and what stands there now, each once."""
        return list(dict.fromkeys((each.old, normal(each.new)) for each in self.differences))

    def edit(self, outcome: Outcome, reason: str = "", change: Change | None = None, ours: str = "") -> Edit:
        """The edit it is."""
        new = " / ".join(dict.fromkeys(new for _, new in self.texts))
        address, via = self.home.key
        return edit_of(
            self.differences[0], outcome, reason, new=new, address=address, via=via or "", change=change,
            prints=len(self.differences), ours=ours, path=self.home.path,
        )  # fmt: skip


class Values:
    """Sorts the edited values of one file."""

    def __init__(self, known: ValueMap, places: Places, into: Input, trial: Trial) -> None:
        self._map, self._places, self._into, self._trial = known, places, into, trial
        self._names = Names(into.project)
        self.changes: list[Change] = []

    def sorted(self, differences: Iterable[Difference]) -> Iterator[Edit]:
        """An edit for each value; those that came true are in ``changes``."""
        groups: dict[Key, Group] = {}
        for each in differences:
            told = self._told(each)
            if isinstance(told, Edit):
                yield told
            else:
                groups.setdefault(told.key, Group(told)).differences.append(each)
        left = [*self._agreed(groups)]
        attempts: list[tuple[Group, Attempt]] = []
        for group in left:
            made = self._attempt(group)
            if isinstance(made, Edit):
                yield made
            else:
                attempts.append((group, made))
        proven = {id(each) for each in self._trial.proven([attempt for _, attempt in attempts])}
        for group, attempt in attempts:
            if id(attempt) in proven and attempt.now is not None:
                self.changes.append(attempt.now)
                yield group.edit("applied", change=attempt.now)
            else:
                yield group.edit("unplaced", self._why_not(group))
        yield from self._conflicts

    def _told(self, each: Difference) -> Home | Edit:
        """Where the value is printed today, or the edit if that alone decides it."""
        written = self._map.prints[each.marks[0]]
        mark = each.marks[0]
        home = self._places.homes.get(mark)
        if home is None:
            return edit_of(each, "unplaced", "gone", address=written.address, via=written.via or "")
        today = home.print.fingerprint
        if today == written.fingerprint:
            return home
        address, via = home.key
        ours = normal(self._places.texts.get(mark, ""))
        facts: Any = {
            "address": address,
            "via": via or "",
            "ours": ours,
            "old": "",
            "path": home.path,
        }
        if today == fingerprint(each.new) or self._means(home, ours, each.new):
            return edit_of(each, "already", **facts)
        return edit_of(each, "conflict", "changed_in_file", **facts)

    def _means(self, home: Home, ours: str, new: str) -> bool:
        """True if today's figure or date is what somebody put in other words."""
        if is_figure(self._into, home.origin):
            return say_the_same(ours, new, self._into.language)
        return isinstance(value_at(self._into.project, home.origin.path), When) and mean_the_same(ours, new)

    def _agreed(self, groups: dict[Key, Group]) -> Iterator[Group]:
        """Groups that say one thing; a name retyped at its references as in its own place is one renaming."""
        self._conflicts: list[Edit] = []
        for key, group in groups.items():
            own = groups.get((key[0], None))
            if key[1] is not None and own is not None and own.texts == group.texts:
                own.differences += group.differences
        for key, group in groups.items():
            own = groups.get((key[0], None))
            if key[1] is not None and own is not None and group.differences[0] in own.differences:
                continue
            news: defaultdict[str, set[str]] = defaultdict(set)
            for old, new in group.texts:
                news[old].add(new)
            if any(len(each) > 1 for each in news.values()):
                self._conflicts.append(group.edit("conflict", "two_ways"))
            else:
                yield group

    def _attempt(self, group: Group) -> Attempt | Edit:
        address, via = group.home.key
        if group.home.is_gap:
            wanted = tuple(without_mark(new, old) for old, new in group.texts)
            found = fillings(self._into, self._names, group.home.origin, wanted[0]) if any(wanted) else []
            return Filling((address, via), wanted, found, self._into.language)
        wanted = tuple(new for _, new in group.texts)
        if via is None and (ids := self._names.called(wanted[0], group.home.origin.path)):
            # Where a reference was unknown somebody put a name.
            change = self._into.change(group.home.origin, ids[0])
            return Attempt((address, via), wanted, [change] if len(ids) == 1 else [])
        if via is None:
            ways = candidates(self._into, group.home.origin, tuple(group.texts))
            return Attempt(
                (address, None), wanted, self._or_nothing(ways, group, wanted), self._into.language
            )
        if self._map.format == 1:
            return group.edit("unplaced", "old_map")
        if group.home.origin.via is None or not via:
            return group.edit("unplaced", "several")
        if self._is_inherited(group):
            return group.edit("unplaced", "inherited")
        ids = self._names.called(wanted[0], group.home.origin.via.path)
        if len(ids) != 1:
            return group.edit("unplaced", "no_such_name")
        return Attempt((address, via), wanted, [self._into.change(group.home.origin.via, ids[0])])

    def _or_nothing(self, found: Iterator[Change], group: Group, wanted: tuple[str, ...]) -> list[Change]:
        return list(found) if all(wanted) else [self._into.change(group.home.origin, None)]

    def _is_inherited(self, group: Group) -> bool:
        """True if a reference of a stage or a zone shows in several rows, and only some of them were changed."""
        assert group.home.origin.via is not None
        steps = trail_of(self._into.project, group.home.origin.via.path)
        is_above = bool(steps) and steps[-1].model in {kind.__name__ for kind in Carried.__subclasses__()} - {
            "Touchpoint"
        }
        return is_above and len(group.differences) < self._places.counts[group.home.key]

    def _why_not(self, group: Group) -> str:
        if group.home.is_gap:
            return "not_filled"
        return "required" if not all(new for _, new in group.texts) else "by_hand"
