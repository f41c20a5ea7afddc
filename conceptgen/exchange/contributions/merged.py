"""What comes of a merge: the file put together, and what each participant said."""

from __future__ import annotations

from dataclasses import dataclass

from conceptgen.changes import CannotApply, Change, apply
from conceptgen.changes.edit import NoSuchPlace
from conceptgen.exchange.contributions.laying import Thing
from conceptgen.exchange.contributions.matching import Near
from conceptgen.exchange.contributions.people import Speaker
from conceptgen.exchange.contributions.settling import Settled
from conceptgen.exchange.contributions.things import Spot
from conceptgen.model.project import Project


@dataclass(frozen=True)
class Merged:
    """The file put together: ``changes`` make it of the base; what each participant said, what is still open.

    ``things``: all things that participants named, with their places.
    """

    base: Project
    project: Project
    changes: tuple[Change, ...]
    speakers: tuple[Speaker, ...]
    settled: Settled
    things: tuple[tuple[Spot, Thing], ...]
    near: tuple[Near, ...]

    def applied_to(self, data: bytes, name: str) -> bytes:
        """The base with the changes in it; everything else keeps its bytes. Raises CannotApply."""
        if not self.changes:
            return data
        try:
            return apply(self.changes, data, name)
        except NoSuchPlace as fault:
            raise CannotApply(name) from fault

    def called(self, who: str) -> str:
        """The name of a participant by id."""
        known = {each.id: each.name for each in self.project.contributions.participants}
        return known.get(who, who)
