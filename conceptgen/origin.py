"""Where a value comes from: its address in the input, the one idea behind positions, anchors and findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Path = tuple[str | int, ...]
"""Keys and list indexes from the root of the input: ``("concept", "goals", 0, "text")``."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The address of one value of the input.

    ``path`` finds its line; ``address`` names it by id (``concept.goals[g_wait].text``) and so survives reordering.
    ``via`` is set where a name is printed because something refers to it: the address of that reference.
    """

    path: Path
    address: str
    via: Origin | None = None

    def __str__(self) -> str:
        return self.address


SEVERAL: Final = Origin((), "")
"""The ``via`` of a name in a list put together from several references: no single one of them."""


def format_path(path: Path) -> str:
    """Write a path as a reader sees it: ``("goals", 2, "text")`` → ``goals[2].text``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
