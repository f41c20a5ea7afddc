"""Variants as tables of contents: which section stands where, in which role, under which name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from conceptgen.composition.builders import Piece, lowered, reshaped
from conceptgen.composition.once import Section, composed_once
from conceptgen.composition.pages import split
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Heading, Part
from conceptgen.document.inline import line
from conceptgen.origin import Path

Rest = Callable[[Scope, set[Path]], Iterable[Piece]]
Role = Literal["section", "front", "annex"]


@dataclass(frozen=True, slots=True)
class Place:
    """A section in its place. The section knows nothing of it, so that it may stand elsewhere in another role.

    ``role``: numbered, unnumbered (``front``) or lettered. ``key``: the lasting name that Word templates call it by,
    where that is not the name of its file or function; see ``document.sections``. ``levels``: how much deeper its
    headings stand. ``title``: the key of other words for its title. ``landscape``: all of it on landscape pages.
    """

    section: Section
    role: Role = "section"
    key: str = ""
    levels: int = 0
    title: str = ""
    landscape: bool = False

    @property
    def name(self) -> str:
        """The lasting name of the section."""
        if self.key:
            return self.key
        own, file = self.section.__name__, self.section.__module__.rpartition(".")[2]
        return file if own == "blocks" else own

    def parts(self, scope: Scope) -> list[Part]:
        """The section composed for this place."""
        named = reshaped(self._titled(composed_once(self.section, scope), scope), self._in_role)
        parts = split(lowered(named, self.levels), self.name)
        return [replace(part, landscape=True) for part in parts] if self.landscape else parts

    def _in_role(self, block: Block) -> Block:
        return replace(block, role=self.role) if isinstance(block, Heading) else block

    def _titled(self, pieces: Iterable[Piece], scope: Scope) -> Iterator[Piece]:
        own = iter((line(scope.say(self.title)),) if self.title else ())

        def change(block: Block) -> Block:
            is_title = isinstance(block, Heading) and block.level == 1
            content = next(own, None) if is_title else None
            return replace(block, content=content) if isinstance(block, Heading) and content else block

        return reshaped(pieces, change)


front = partial(Place, role="front")
"""Before section 1 or in a short document: its heading has no number."""
annex = partial(Place, role="annex")
"""Behind the sections: its heading has a letter."""
thesis = partial(Place, role="front", levels=1)
"""Under the title of a short document."""


def unprinted(rest: Rest, printed: set[Path]) -> Place:
    """The last annex: what of the input no section printed."""
    return annex(lambda scope: rest(scope, printed), key="remainder")


@dataclass(frozen=True, slots=True)
class Variant:
    """A document as runs of places, each run on a fresh page.

    ``rest`` prints what no section printed, so that nothing is lost; shorter variants have none. ``poster`` is set
    in large type, to be read on a wall. ``shrinks``: a small client gets
    it ``compact`` (``composition.compactness``). ``is_form``: to be filled in by hand, so that the state of the work is
    nothing to it. ``overflows``: tells of a poster whether its large type has no room for all; it is then set close.
    """

    runs: tuple[tuple[Place, ...], ...]
    rest: Rest | None = None
    poster: bool = False
    shrinks: bool = False
    compact: bool = False
    is_form: bool = False
    overflows: Callable[[Scope], bool] | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place in order."""
        return tuple(place for run in self.runs for place in run)
