"""What a job made goes to its place. Before anything is written it is remembered, so that a build killed half-way
can tell its own files, old and new, from those a hand has changed."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from conceptgen.batch.editions import Editions, differences, revision
from conceptgen.batch.inputs import Source
from conceptgen.batch.output_folder import OutputFolder
from conceptgen.batch.plan import Plan
from conceptgen.batch.records import FROZEN, Kept, Record, Records
from conceptgen.batch.rendered import Rendered
from conceptgen.batch.report import Line, Report, State
from conceptgen.errors import EnvironmentFault
from conceptgen.languages import say

if TYPE_CHECKING:
    from conceptgen.batch.job import Made

_NONE = Kept("", "")


class Commit:
    """The place where results become files."""

    def __init__(
        self, shelf: OutputFolder, records: Records, editions: Editions, report: Report, plan: Plan
    ) -> None:
        self.shelf, self.records, self.editions, self.report = shelf, records, editions, report
        self.rendered = Rendered(plan.folder, plan.language)
        self.plan = plan
        self.owners: dict[str, int] = {}

    def claim(self, name: str, index: int) -> bool:
        """True if an output belongs to this input: of two that want one name the first in order has it.

        Names that differ in case or in the form of their letters are one name: they are one file on many systems.
        """
        return self.owners.setdefault(_key(name), index) == index

    def owner(self, name: str) -> int | None:
        """The input that an output belongs to so far."""
        return self.owners.get(_key(name))

    def release(self, name: str, index: int) -> None:
        """An input that is stopped wants nothing any more."""
        if self.owner(name) == index:
            del self.owners[_key(name)]

    def take(self, index: int, source: Source, result: tuple[Made, ...], old: Record, new: Record) -> None:
        """Put every output of an input into its place, and remember them."""
        named = {(source.folder / made.name).as_posix(): made for made in result}
        ours = {name: made for name, made in named.items() if self.claim(name, index)}
        for name in named.keys() - ours.keys():
            self._say(source, name, "failed", self._word("collision", name=name))
        changed = {name: made for name, made in ours.items() if made.state == "changed_frozen"}
        self._refuse_changed(source, changed)
        if self.plan.dry_run:
            for name, made in ours.items():
                if name not in changed:
                    self._say(source, name, made.state, *made.complaints)  # type: ignore[arg-type]
            return
        left = {name: kept for name, kept in (old.left | old.outputs).items() if name not in ours}
        new = replace(new, left={name: kept for name, kept in left.items() if self.shelf.sha(name)})
        self.records.write(replace(new, key="", outputs=self._expected(ours, old)))
        outputs = {name: kept for name, made in ours.items() if (kept := self._put(source, name, made, old))}
        is_whole = len(ours) == len(named) and all(
            made.state == "frozen" or (name in outputs and outputs[name].fingerprint == made.fingerprint)
            for name, made in ours.items()
        )
        self.records.write(replace(new, key=new.key if is_whole else "", outputs=outputs))

    def _refuse_changed(self, source: Source, changed: dict[str, Made]) -> None:
        """Tell what differs once a document, whatever its formats, and propose the line for ``revisions`` once."""
        told: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {}
        alike = {name: (self.editions.lines(name) or (), made.lines) for name, made in changed.items()}
        changes = [line for key in dict.fromkeys(alike.values()) for line in differences(*key)]
        for name, key in alike.items():
            if key in told:
                self._say(source, name, "failed", self._word("same_changes", name=told[key]))
                continue
            files = ", ".join(each for each, other in alike.items() if other == key)
            said = [self._word("changed_edition", name=files), *differences(*key)]
            if not told:
                line = revision(changed[name].version, date.today(), changes)
                said.append(self._word("revision", line=line))
            told[key] = name
            self._say(source, name, "failed", *said)

    def _expected(self, ours: dict[str, Made], old: Record) -> dict[str, Kept]:
        """The outputs as they will be; each new one knows what it takes the place of."""
        expected = {name: old.outputs[name] for name in ours if name in old.outputs}
        for name, made in ours.items():
            if made.state == "made":
                expected[name] = self._kept(made, old.outputs.get(name, _NONE).sha)
        return expected

    def _kept(self, made: Made, earlier: str = "") -> Kept:
        return Kept(made.fingerprint, made.sha, earlier, made.status)

    def _put(self, source: Source, name: str, made: Made, old: Record) -> Kept | None:
        """One output in its place; None where that did not come about."""
        kept = old.outputs.get(name)
        if made.state == "made":
            try:
                return self._write(source, name, made, kept or _NONE, old.source)
            except EnvironmentFault as fault:
                self._say(source, name, "failed", str(fault))
                return kept
        if made.state == "failed":
            self._say(source, name, "failed", *made.complaints)
            return kept
        if made.state == "changed_frozen":
            return kept
        self._say(source, name, "frozen" if made.state == "frozen" else "unchanged")
        return self.shelf.seen(name, kept) if kept else None

    def _write(self, source: Source, name: str, made: Made, kept: Kept, input: str) -> Kept | None:
        there = self.shelf.sha(name)
        is_strange = there not in ("", made.sha, kept.sha, kept.earlier)
        is_strange = is_strange and not self.rendered.knows(input, name, there)
        if made.status == FROZEN and is_strange:
            self._say(source, name, "failed", self._word("strange_edition", name=name))
            return None
        if is_strange:
            aside = self.shelf.keep_user_copy(name)
            self._say(source, name, "aside", self._word("aside", name=name, aside=aside))
        if made.status == FROZEN:
            self.editions.keep(name, made.lines)
            self.editions.keep_source(name, source.data)
        if there != made.sha:
            self.shelf.put(name, made.data)
        self._say(source, name, "made" if there != made.sha else "unchanged", *made.complaints)
        return self.shelf.seen(name, self._kept(made))

    def _say(self, source: Source, name: str, state: State, *messages: str) -> None:
        self.report.lines.append(Line(source.name, name, state, messages))

    def _word(self, key: str, **values: str) -> str:
        return say(self.plan.language, f"building.{key}", **values)


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
