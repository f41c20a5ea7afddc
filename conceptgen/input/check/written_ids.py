"""Ids of the file that a reference need not find: they are refused or doubled, and that is told already."""

from __future__ import annotations

import re
from collections import Counter

from conceptgen.model.scalars import is_id

_LOOK_ALIKE = str.maketrans("асеорхукмнтвг", "aceopxykmhtbr")


class Written:
    """Every id of the file as written: of one that is refused or doubled its own finding tells, and no reference."""

    def __init__(self, ids: list[str]) -> None:
        """Take every id as written."""
        self._times = Counter(ids)
        self._refused = {_alike(id_) for id_ in ids if not is_id(id_)}

    def is_told_of(self, id_: str, *, is_resolved: bool) -> bool:
        """A reference to this id needs no finding of its own."""
        return self._times[id_] > 1 or (
            not is_resolved and (id_ in self._times or _alike(id_) in self._refused)
        )


def _alike(id_: str) -> str:
    """What different spellings of one id have in common."""
    return re.sub(r"[\s_-]+", "_", id_.casefold()).translate(_LOOK_ALIKE)
