"""What somebody wrote over the mark of a gap → what the file may say there, the likeliest first.

The kind of the field tells how its words are read: as a name, a word of a list, a date, a figure, or as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, get_args

from conceptgen.changes.change import Change
from conceptgen.changes.plain import Data
from conceptgen.changes.trail import field_of, value_at
from conceptgen.exchange.edits.candidates import Input
from conceptgen.exchange.edits.dates import dates, mean_the_same
from conceptgen.exchange.edits.naming import Names
from conceptgen.exchange.edits.numbers import say_the_same
from conceptgen.exchange.edits.trial import Attempt, Prints
from conceptgen.exchange.edits.wording import typed
from conceptgen.languages import vocabulary
from conceptgen.model.base import Figure, Model
from conceptgen.model.dates import When
from conceptgen.model.enums import Listed
from conceptgen.model.walk import models_in
from conceptgen.model.worded_numbers import entries_of
from conceptgen.origin import Origin

_BETWEEN: Final = 2
"""So short are the words that a document puts between the parts of a value: «5 % к 30.06.2027»."""


def without_mark(new: str, gap: str) -> str:
    """What somebody wrote without the mark of the gap, where they left it standing."""
    return new.replace(gap, "").strip() or new


def fillings(into: Input, names: Names, origin: Origin, new: str) -> list[Change]:
    """The changes that may fill a gap; none where the input has no such field."""
    holder, key = value_at(into.project, origin.path[:-1]), origin.path[-1]
    if not isinstance(holder, Model) or not (name := field_of(holder, key)):
        return []
    info = type(holder).model_fields[name]
    values = [*_values(into, names, origin, (info.annotation, *info.metadata), typed(new))]
    once = [value for n, value in enumerate(values) if value not in values[:n]]
    return [into.change(origin, value) for value in once]


def _values(into: Input, names: Names, origin: Origin, kind: tuple[Any, ...], new: str) -> Iterator[Data]:
    if names.may_stand(origin.path):
        ids = names.called(new, origin.path)
        yield from ids if len(ids) == 1 else ()
        return
    if (listed := _listed(kind)) is not None:
        labels = vocabulary(into.language)["lists"][listed.name]
        yield from (value for value, label in labels.items() if str(label).casefold() == new.casefold())
        return
    models = [each for part in kind for each in models_in(part)]
    if any(issubclass(each, Figure) for each in models):
        yield from _figures(new)
    if _holds(kind, When):
        yield from dates(None, new)
        return
    yield new


def _figures(new: str) -> Iterator[Data]:
    """A figure, and a figure with the date it is due or was measured."""
    found = next(iter(dates(None, new)), None)
    words = new.split(" ")
    for end in range(len(words), 0, -1):
        if entries := entries_of(" ".join(words[:end])):
            said: dict[str, Any] = dict(entries)
            if isinstance(found, str):
                yield said | {"due": found}
                yield said | {"date": found}
            yield said


def _listed(kind: tuple[Any, ...]) -> Listed | None:
    for part in kind:
        if isinstance(part, Listed):
            return part
        if (inner := _listed(get_args(part))) is not None:
            return inner
    return None


def _holds(kind: tuple[Any, ...], wanted: type) -> bool:
    return any(part is wanted or _holds(get_args(part), wanted) for part in kind)


@dataclass(eq=False)
class Filling(Attempt):
    """A gap to be filled: true where the document then says there what is wanted, and no gap any more."""

    def is_printed(self, found: Prints) -> bool:
        """Whether all that is printed of the field makes up what is wanted, but for short words between."""
        address = self.key[0]
        whole = {
            (about, via): prints
            for (about, via), prints in found.items()
            if address in (about, via) or about.startswith((f"{address}.", f"{address}["))
        }
        if any(each.is_gap for prints in whole.values() for each in prints):
            return False
        said = [{each.text for each in prints} for prints in whole.values()]
        return all(self._makes_up(text, said) for text in self.wanted)

    def _makes_up(self, wanted: str, said: list[set[str]]) -> bool:
        """Whether what each value prints, in one of its ways, is in the text, and next to nothing else is."""
        if not said:
            # A word of a list is printed without an address.
            return self.now is not None and isinstance(self.now.new, str)
        if len(said) == 1 and any(self._is_all(wanted, each) for each in said[0]):
            return True
        rest = wanted
        for ways in said:
            here = max((each for each in ways if each in rest), key=len, default="")
            if not here:
                return False
            rest = rest.replace(here, " ")
        return all(len(word) <= _BETWEEN for word in rest.split())

    def _is_all(self, wanted: str, each: str) -> bool:
        is_figure = say_the_same(wanted, each, self.language) and any(map(str.isdigit, wanted))
        return wanted == each or is_figure or mean_the_same(wanted, each)
