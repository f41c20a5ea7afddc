"""Changes tried on the input: loaded, composed, and kept only where the document then prints what Word says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from conceptgen.changes.change import Change
from conceptgen.changes.edit import NoSuchPlace, edited
from conceptgen.document.blocks import Document
from conceptgen.errors import ConceptgenError
from conceptgen.exchange.edits.dates import mean_the_same
from conceptgen.exchange.edits.numbers import say_the_same
from conceptgen.exchange.edits.printing import Key, Printed, prints
from conceptgen.input import load_bytes
from conceptgen.model.project import Project
from conceptgen.origin import Path

_ROUNDS: Final = 24
_ALONE: Final = 8
"""So many are tried alone: each is a document composed anew, and more."""
_DATE: Final = re.compile(r"\d{4}(-\d\d|-[QH]\d)?(-\d\d)?")
Prints = dict[Key, list[Printed]]
Compose = Callable[[Project], Document]


@dataclass(eq=False)
class Attempt:
    """One change to be found: ``candidates`` are tried in turn, ``wanted`` are the texts some of whose prints must be.

    ``key`` is what prints it now; a figure in another form is looked for under its part, and its words decline as
    the ``language`` wants.
    """

    key: Key
    wanted: tuple[str, ...]
    candidates: Sequence[Change]
    language: str = ""
    now: Change | None = field(default=None, init=False)
    _left: Iterator[Change] = field(default=iter(()), init=False)

    def begin(self) -> None:
        """Take the first candidate."""
        self._left = iter(self.candidates)
        self.next()

    def next(self) -> None:
        """Go on to the next candidate; None when there is none left."""
        self.now = next(self._left, None)

    def is_printed(self, found: Prints) -> bool:
        """True if the document says what is wanted."""
        address, via = self.key
        change = self.now
        if change is not None and change.keys:
            keys = [key for key in found if key[0].rpartition(".")[0] == change.address]
        else:
            keys = [(address, via)]
        if change is not None and (via is not None or change.address in {key[1] for key in found}):
            keys = [key for key in found if key[1] == (via or change.address)]
        said = {each.text for key in keys for each in found.get(key, ())}
        return all(any(self._is_same(text, each) for each in said) for text in self.wanted)

    def _is_same(self, wanted: str, printed: str) -> bool:
        """True if the document says what is wanted, be it in the words it has for figures and dates."""
        change = self.now
        if wanted == printed or change is None:
            return wanted == printed
        if change.keys:
            return say_the_same(wanted, printed, self.language)
        return bool(_DATE.fullmatch(str(change.new))) and mean_the_same(wanted, printed)


class Trial:
    """The input with changes in it.

    ``wider`` composes a document that says more: a short one may choose others to print once a value is another.
    """

    def __init__(self, data: dict[str, Any], compose: Compose, wider: Compose | None, name: str) -> None:
        self._data, self._compose, self._wider, self._name = data, compose, wider, name
        self.rounds = 0

    def proven(self, attempts: Sequence[Attempt]) -> list[Attempt]:
        """Those that came true, all together.

        A change may decide what the document chooses to print (a round that is the latest now): whatever failed
        beside it is tried once more without those that failed for good.
        """
        true = self._proven_with(attempts, ())
        made = [each.now for each in true if each.now]
        left = [each for each in attempts if each not in true]
        again = self._proven_with(left, made) if true else []
        if again and not self._failing([*true, *again], ()):
            true += again
            left = [each for each in left if each not in again]
        return self._one_by_one(true, left) if len(attempts) > 1 else true

    def _one_by_one(self, true: list[Attempt], left: Sequence[Attempt]) -> list[Attempt]:
        """Beside those that are true, each of the others alone: two that fail together may stand each for itself."""
        for each in left[:_ALONE]:
            made = [other.now for other in true if other.now]
            if self._proven_with([each], made) and not self._failing([*true, each], ()):
                true = [*true, each]
        return true

    def _proven_with(self, attempts: Sequence[Attempt], fixed: Sequence[Change]) -> list[Attempt]:
        left = list(attempts)
        for each in left:
            each.begin()
        for _ in range(_ROUNDS):
            left = [each for each in left if each.now is not None]
            if not left:
                break
            failing = self._failing(left, fixed)
            if not failing:
                return left
            for each in failing:
                each.next()
        return []

    def _in_full(self, attempts: Sequence[Attempt], fixed: Sequence[Change]) -> Prints:
        """What the wider document would print."""
        assert self._wider is not None
        found = self.prints([*fixed, *(each.now for each in attempts if each.now)], self._wider)
        return found if isinstance(found, dict) else {}

    def prints(self, changes: Iterable[Change], compose: Compose | None = None) -> Prints | tuple[Path, ...]:
        """What the document would print; the places of the faults where the input would have some."""
        self.rounds += 1
        try:
            data = edited(self._data, changes).data
        except NoSuchPlace as fault:
            return (fault.change.path,)
        loaded = load_bytes(
            json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"), f"{self._name}.json"
        )
        if loaded.project is None:
            return tuple(each.path for each in loaded.findings if each.severity == "error")
        try:
            return prints((compose or self._compose)(loaded.project))
        except ConceptgenError:
            return ((),)

    def _failing(self, attempts: list[Attempt], fixed: Sequence[Change]) -> list[Attempt]:
        found = self.prints([*fixed, *(each.now for each in attempts if each.now)])
        if isinstance(found, dict):
            failing = [each for each in attempts if not each.is_printed(found)]
            if self._wider and any(each.key not in found for each in failing):
                found |= {
                    key: said for key, said in self._in_full(attempts, fixed).items() if key not in found
                }
                failing = [each for each in failing if not each.is_printed(found)]
            return failing
        guilty = [
            each for each in attempts if each.now and any(_touch(each.now.path, path) for path in found)
        ]
        if guilty:
            return guilty
        return self._found_by_halves(attempts, fixed)

    def _found_by_halves(self, attempts: list[Attempt], fixed: Sequence[Change]) -> list[Attempt]:
        """Where the faults do not tell whose they are: the first half that has them alone."""
        if len(attempts) == 1:
            return attempts
        half = attempts[: len(attempts) // 2]
        if isinstance(self.prints([*fixed, *(each.now for each in half if each.now)]), dict):
            return (
                attempts[len(attempts) // 2 :]
                if len(attempts) == 2
                else self._found_by_halves(attempts[len(attempts) // 2 :], fixed)
            )
        return self._found_by_halves(half, fixed)


def _touch(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return bool(shorter) and one[:shorter] == other[:shorter]
