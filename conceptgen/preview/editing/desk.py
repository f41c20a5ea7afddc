"""The desk: wishes of the page written into the one file that was opened, and taken back again."""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final, Literal

from conceptgen.changes import CannotApply, Change, Conflict, Teller, merge
from conceptgen.changes.apply import applied
from conceptgen.changes.edit import NoSuchPlace
from conceptgen.errors import ConceptgenError
from conceptgen.files import keep_beside, replace_file
from conceptgen.findings import Finding
from conceptgen.input import Loaded, load_bytes
from conceptgen.input.limits import BYTES
from conceptgen.languages import say
from conceptgen.model.project import Project
from conceptgen.preview.editing.forms import title_of
from conceptgen.preview.editing.wishes import ASIDE, Wishes
from conceptgen.safe_read import read_regular

Outcome = Literal["done", "already", "refused", "conflict"]
_REMEMBERED: Final = 12
"""Texts that a page may still show when it asks for a change."""
_TRIES: Final = 3


@dataclass(frozen=True)
class Answer:
    """What came of a wish: what is said to the user, and the findings or the readings behind it.

    ``mark`` is that of the text whose reading stands against that of the page.
    """

    outcome: Outcome
    said: str
    findings: tuple[Finding, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    mark: str = ""

    def record(self) -> dict[str, Any]:
        """The answer as plain data, for JSON."""
        findings = [
            {"code": each.code, "message": each.message, "hint": each.hint, "at": each.path}
            for each in self.findings
        ]
        readings = [{"file": ours, "page": theirs} for ours, theirs in self.readings]
        said = {"outcome": self.outcome, "said": self.said, "mark": self.mark}
        return said | {"findings": findings, "readings": readings}


@dataclass(frozen=True)
class _Text:
    """A text of the file and what it says."""

    data: bytes
    project: Project


@dataclass(frozen=True)
class _Step:
    """A change made: the bytes of the file before and after it. What they say is read again when it is needed."""

    before: bytes
    after: bytes
    said: str


class Desk:
    """One file, and what was done to it since it was opened. ``language`` is that of what is said."""

    def __init__(self, path: Path, name: str, language: Callable[[], str]) -> None:
        self._path, self._name, self._language = path, name, language
        self._file = os.path.realpath(path)
        self._known: OrderedDict[str, _Text] = OrderedDict()
        self.written: tuple[bytes, Loaded] | None = None
        """The last text this desk has written, loaded."""
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._is_kept = False
        self._lock, self._memory = Lock(), Lock()

    def learn(self, data: bytes, project: Project) -> str:
        """Remember a text that a page may show; gives its mark."""
        mark = mark_of(data)
        with self._memory:
            self._known[mark] = _Text(data, project)
            self._known.move_to_end(mark)
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return mark

    @property
    def can_undo(self) -> bool:
        """True if there is a change to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """True if there is a change that was taken back."""
        return bool(self._undone)

    def do(self, mark: str, wish: Callable[[Wishes], Iterable[Change]], against: str = "") -> Answer:
        """Write what is wished of the text that the page shows. Raises NoPlace.

        ``against`` is the mark of a text whose other reading the user has seen and gives up.
        """
        with self._lock:
            shown = self._known.get(mark)
            if shown is None:
                return self._refused("outdated")
            changes = tuple(wish(Wishes(shown.project)))
            answer, step = self._write(shown, changes, against)
            if step:
                self._done.append(step)
                self._undone.clear()
            return answer

    def undo(self) -> Answer:
        """Take the last change back."""
        return self._reverse(self._done, self._undone, "undone")

    def redo(self) -> Answer:
        """Do again what was taken back last."""
        return self._reverse(self._undone, self._done, "redone")

    def _reverse(self, of: list[_Step], to: list[_Step], key: str) -> Answer:
        with self._lock:
            if not of:
                return self._refused(f"nothing_{key}")
            last = of[-1]
            after, before = self._text(last.after), self._text(last.before)
            if after is None or before is None:
                return self._refused("outdated")
            answer, step = self._write(after, before)
            if answer.outcome in ("done", "already"):
                of.pop()
                to.append(_Step(last.after, step.after if step else last.before, last.said))
                return Answer("done", self._say(key, what=last.said))
            return answer

    def _write(
        self, base: _Text, wish: tuple[Change, ...] | _Text, against: str = ""
    ) -> tuple[Answer, _Step | None]:
        """Put a change of the base, or another text of it, into the file as it is now."""
        for _ in range(_TRIES):
            now = self._now()
            if isinstance(now, Answer):
                return now, None
            answer, text = self._changed(base, now, wish, is_ours=mark_of(now.data) == against)
            if text is None:
                return answer, None
            if self._read() != now.data:
                continue
            self.learn(text.data, text.project)
            try:
                self._save(now.data, text.data)
            except ConceptgenError as fault:
                return Answer("refused", str(fault)), None
            return answer, _Step(now.data, text.data, answer.said)
        return self._refused("busy"), None

    def _changed(
        self, base: _Text, now: _Text, wish: tuple[Change, ...] | _Text, *, is_ours: bool
    ) -> tuple[Answer, _Text | None]:
        is_same = base.data == now.data
        if isinstance(wish, _Text) and is_same:
            return Answer("done", ""), wish
        if is_same and isinstance(wish, tuple):
            changes = wish
        else:
            wished = wish.project if isinstance(wish, _Text) else wish
            merged = merge(base.project, now.project, wished, theirs_win=is_ours)
            if merged.conflicts:
                return self._conflict(base, now, merged.conflicts), None
            changes = merged.certain
        if not changes:
            return Answer("already", self._say("already")), None
        try:
            result = applied(now.project, changes, now.data, self._name)
        except CannotApply as fault:
            return Answer("refused", self._say("refused"), _errors(fault.findings)), None
        except NoSuchPlace:
            return self._refused("outdated"), None
        teller = Teller(now.project, result.project, language=self._language())
        self.written = result.data, result.loaded
        return Answer("done", self._told(teller, changes, now.project)), _Text(result.data, result.project)

    def _told(self, teller: Teller, changes: tuple[Change, ...], project: Project) -> str:
        """The change that was asked for first, and how many more; what went along with it is not told of."""
        asked = [each for each in changes if each.source != ASIDE]
        if not asked:
            return self._say("verified", what=title_of(project, changes[-1].path[:-1], self._language()))
        said = teller.sentence(asked[0])
        return self._say("and_more", what=said, count=len(asked) - 1) if len(asked) > 1 else said

    def _conflict(self, base: _Text, now: _Text, conflicts: Iterable[Conflict]) -> Answer:
        teller = Teller(base.project, now.project, language=self._language())
        readings = tuple((teller.sentence(each.ours), teller.sentence(each.theirs)) for each in conflicts)
        return Answer("conflict", self._say("conflict"), readings=readings, mark=mark_of(now.data))

    def _now(self) -> _Text | Answer:
        """The file as it is; or why it cannot be changed."""
        if os.path.realpath(self._path) != self._file:
            return self._refused("moved")
        try:
            data = self._read()
        except OSError as fault:
            return Answer("refused", self._say("unreadable", reason=fault.strerror or str(fault)))
        text = self._text(data)
        if text is None:
            return Answer("refused", self._say("broken"), _errors(load_bytes(data, self._name).findings))
        return text

    def _text(self, data: bytes) -> _Text | None:
        """A text with what it says; None where it cannot be read."""
        known = self._known.get(mark_of(data))
        if known is not None:
            return known
        project = load_bytes(data, self._name).project
        return _Text(data, project) if project else None

    def _read(self) -> bytes:
        return read_regular(Path(self._file), BYTES)

    def _save(self, before: bytes, after: bytes) -> None:
        """The text as it was before the first change is kept beside; then the new one takes its place."""
        if not self._is_kept:
            keep_beside(self._path, before, self._language())
            self._is_kept = True
        replace_file(Path(self._file), after, self._language())

    def _refused(self, key: str) -> Answer:
        return Answer("refused", self._say(key))

    def _say(self, key: str, **facts: object) -> str:
        return say(self._language(), f"preview.panel.{key}", **facts)


def mark_of(data: bytes) -> str:
    """What tells one text from another."""
    return hashlib.sha256(data).hexdigest()[:24]


def _errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(each for each in findings if each.severity == "error")
