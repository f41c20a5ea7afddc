"""Rows and list items that somebody took out or put in: done where nothing is left to guess, told otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from conceptgen.changes.change import Change
from conceptgen.changes.plain import short_form_of
from conceptgen.changes.trail import field_of, trail_of, value_at
from conceptgen.exchange.edits.aligning import plain_address
from conceptgen.exchange.edits.candidates import Input, candidates
from conceptgen.exchange.edits.edit import Edit, edit_of
from conceptgen.exchange.edits.naming import Names
from conceptgen.exchange.edits.places import Home, Places
from conceptgen.exchange.edits.trial import Prints, Trial
from conceptgen.exchange.edits.wording import patched, typed
from conceptgen.exchange.word.differences import Difference
from conceptgen.exchange.word.lines import normal
from conceptgen.model.base import Item, Model
from conceptgen.origin import Origin, Path, format_path

_GONE = ("row_gone", "text_gone")
_MOST = 40
"""So many of them are tried: each is a document composed anew."""
Said = Counter[tuple[str | None, str | None, str]]


class Structure:
    """Tries what came and went, one after another, on the input with the changes made so far.

    ``hiding``: the parts that hold something the document leaves out; whoever removed one did not see all of it.
    """

    def __init__(
        self,
        places: Places,
        into: Input,
        trial: Trial,
        changes: list[Change],
        hiding: frozenset[Path] = frozenset(),
    ) -> None:
        self._places, self._into, self._trial, self.changes = places, into, trial, changes
        self._hiding = hiding
        self._names = Names(into.project)
        self._said: Said | None = None
        self._tried = 0

    def sorted(self, differences: Sequence[Difference]) -> Iterator[Edit]:
        """An edit for each of them."""
        gone = {mark for each in differences if each.kind in _GONE for mark in each.marks}
        for each in differences:
            address = self._address(each)
            if each.kind in _GONE:
                yield self._gone(each, gone, address)
            elif each.kind == "same":
                yield edit_of(each, "already", address=address)
            elif each.kind in ("text_new", "row_new"):
                change = self._text(each) if each.kind == "text_new" else self._row(each)
                wanted = [each.new] if each.kind == "text_new" else [text for text in each.cells if text]
                if change and self._comes(change, wanted):
                    yield edit_of(each, "applied", address=address, change=change)
                else:
                    yield edit_of(each, "unplaced", each.kind, address=address)
            else:
                yield edit_of(each, "unplaced", each.kind, address=address, sources=self._sources(each))

    def _address(self, each: Difference) -> str:
        """Of the item that the marks tell of, else of the first value there."""
        entry = self._places.entry(each.marks)
        if len(each.marks) > 1 and entry:
            return self._origin(entry).address
        return next((home.print.address for mark in each.marks if (home := self._places.homes.get(mark))), "")

    def _sources(self, each: Difference) -> tuple[str, ...]:
        known = (self._places.homes.get(mark) for mark in each.marks)
        return tuple(dict.fromkeys(home.print.address for home in known if home))

    def _gone(self, each: Difference, gone: set[str], address: str) -> Edit:
        marks = [mark for mark in each.marks if mark in self._places.homes]
        if not marks:
            is_known = bool(each.marks)
            return edit_of(
                each, "already" if is_known else "unplaced", "" if is_known else "words", address=address
            )
        entry = self._places.entry(marks)
        home = self._places.homes[marks[0]]
        if len(marks) == 1 and home.origin.via is None and not self._is_whole_entry(entry, home):
            change = self._into.change(home.origin, None)
            under = {
                mark
                for mark, other in self._places.homes.items()
                if other.print.address == home.print.address
            }
        elif entry:
            origin = self._origin(entry)
            change = Change(
                "remove", entry, origin.address, trail_of(self._into.project, entry), self._into.at(origin)
            )
            under = self._places.under(entry)
        else:
            return edit_of(each, "unplaced", each.kind, address=address, sources=self._sources(each))
        if not under <= gone:
            return edit_of(each, "unplaced", "still_printed", address=address, sources=self._sources(each))
        if any(path[: len(change.path)] == change.path for path in self._hiding):
            return edit_of(each, "unplaced", "hidden", address=address, sources=self._sources(each))
        if any(each.path == change.path for each in self.changes):
            return edit_of(each, "applied", address=address, change=change)
        if self._goes(change, under):
            return edit_of(each, "applied", address=address, change=change)
        return edit_of(each, "unplaced", each.kind, address=address, sources=self._sources(each))

    def _is_whole_entry(self, entry: Path, home: Home) -> bool:
        """True if nothing else is told of the entry than this one value: the entry itself goes."""
        return bool(entry) and {
            self._places.homes[mark].origin.path for mark in self._places.under(entry)
        } == {home.origin.path}

    def _origin(self, path: Path) -> Origin:
        """The address of a path, by the ids that are there."""
        known = {place.origin.path: place.origin.address for place in self._into.project.relations.places}
        end = next((n for n in range(len(path), 0, -1) if path[:n] in known), 0)
        rest = format_path(path[end:])
        address = known.get(path[:end], "")
        return Origin(path, f"{address}{'.' if rest and not rest.startswith('[') and address else ''}{rest}")

    # ── trying ─────────────────────────────────────────────────────────────────────────────────────────────

    def _goes(self, change: Change, under: set[str]) -> bool:
        homes = [self._places.homes[mark] for mark in under]
        allowed = {(plain_address(home.print.address), plain_address(home.print.via)) for home in homes}
        return self._is_true(change, lambda lost, come: not come and all(key[:2] in allowed for key in lost))

    def _comes(self, change: Change, wanted: list[str]) -> bool:
        def is_true(lost: Said, come: Said) -> bool:
            return not lost and set(map(normal, wanted)) <= {key[2] for key in come}

        return self._is_true(change, is_true)

    def _is_true(self, change: Change, is_true: Any) -> bool:
        """True if the document changes so and not otherwise; then the change stays."""
        self._tried += 1
        before = self._said if self._said is not None else _said(self._trial.prints(self.changes))
        after = _said(self._trial.prints([*self.changes, change])) if self._tried <= _MOST else None
        self._said = before
        if before is None or after is None or not is_true(before - after, after - before):
            return False
        self.changes.append(change)
        self._said = after
        return True

    # ── what comes ─────────────────────────────────────────────────────────────────────────────────────────

    def _text(self, each: Difference) -> Change | None:
        """A new item of a list of texts, or a new paragraph within a long text."""
        before = next((home for mark in each.marks if (home := self._places.homes.get(mark))), None)
        after = next((home for mark in each.after if (home := self._places.homes.get(mark))), None)
        if before is None or before.origin.via:
            return None
        entry = self._places.entry([before.print.bookmark])
        if after is not None and after.origin == before.origin:
            return self._paragraph(before, each.new)
        if not entry or not isinstance(entry[-1], int):
            return None
        rest = before.origin.path[len(entry) :]
        is_inside = after is not None and after.path == (*entry[:-1], entry[-1] + 1, *rest)
        if not (is_inside or each.is_list):
            return None
        holder = self._origin(entry[:-1])
        trail = trail_of(self._into.project, holder.path)
        if len(rest) > 1 or (rest and not self._is_all(entry, rest[0])):
            return None
        return Change("add", holder.path, holder.address, trail, new=typed(each.new), index=entry[-1] + 1)

    def _is_all(self, entry: Path, key: object) -> bool:
        """True if an entry of a list is this text and nothing more, and a bare text may stand for it."""
        holder, part = (value_at(self._into.project, path) for path in (entry[:-2], entry))
        is_short = (
            isinstance(holder, Model) and short_form_of(type(holder), field_of(holder, entry[-2])) == key
        )
        return is_short and set(type(part).model_fields) - set(Item.model_fields) == {key}

    def _paragraph(self, before: Home, new: str) -> Change | None:
        raw, old = self._into.at(before.origin), self._places.texts.get(before.print.bookmark, "")
        if not isinstance(raw, str):
            return None
        last = old.split()[-1] if old.split() else ""
        text = patched(raw, old, f"{old}\n\n{typed(new)}") if last else None
        return self._into.change(before.origin, text) if text else None

    def _row(self, each: Difference) -> Change | None:
        """A new entry like that of the row above: every cell says one of its values."""
        entry = self._places.entry(each.marks)
        homes = [home for mark in each.marks if (home := self._places.homes.get(mark))]
        if not entry or not isinstance(entry[-1], int):
            return None
        new: dict[str, Any] = {}
        for cell, text in enumerate(each.cells):
            here = [home for home in homes if home.cell == cell and home.path[: len(entry)] == entry]
            if not text or (not here and text.rstrip(".").isdecimal()):
                continue
            if len(here) != 1 or not self._fill(new, here[0], len(entry), text):
                return None
        holder = self._origin(entry[:-1])
        trail = trail_of(self._into.project, holder.path)
        return (
            Change("add", holder.path, holder.address, trail, new=new, index=entry[-1] + 1) if new else None
        )

    def _fill(self, new: dict[str, Any], home: Home, depth: int, text: str) -> bool:
        """Put the value of a cell where that of its neighbour stands."""
        rest = home.path[depth:]
        if not rest or not all(isinstance(key, str) for key in rest):
            return False
        value: Any
        if home.origin.via:
            ids = self._names.called(text, home.origin.via.path)
            if len(ids) != 1:
                return False
            value = ids[0]
        else:
            old = normal(self._places.texts.get(home.print.bookmark, ""))
            found = next(candidates(self._into, home.origin, ((old, text),)), None)
            if found is None or (isinstance(self._into.at(home.origin), str) and not found.keys):
                value = (
                    found.new
                    if found is not None and not _is_text(self._into.at(home.origin), found.new)
                    else typed(text)
                )
            else:
                value, rest = found.new, rest[:-1] if found.keys else rest
        holder = new
        for key in rest[:-1]:
            holder = holder.setdefault(str(key), {})
        if rest:
            holder[str(rest[-1])] = value
        return bool(rest)


def _is_text(raw: Any, new: Any) -> bool:
    """True if a value is free words: those of the neighbour are no pattern for others."""
    return isinstance(raw, str) and isinstance(new, str) and (" " in raw or raw.isalpha())


def _said(found: Prints | tuple[Path, ...]) -> Said | None:
    if not isinstance(found, dict):
        return None
    return Counter(
        (plain_address(key[0]), plain_address(key[1]), each.text)
        for key, prints in found.items()
        for each in prints
        if not each.is_gap
    )


def kinds(differences: Iterable[Difference], *, values: bool) -> list[Difference]:
    """The differences that are values, or the others."""
    return [each for each in differences if (each.kind == "value") == values]
