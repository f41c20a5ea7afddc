"""What a build is asked to do: which inputs, into which folder, and how strictly."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from conceptgen.deliverables.kinds import MAP_SIZES
from conceptgen.document.look import DEFAULT_LOOK, Brand, Look
from conceptgen.languages import USUAL


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build is told. ``look``: the template and the like; ``brand``: one for all, in place of their own.

    ``map_size``: the paper of the maps of chains. ``scheduler``: the address of a Dask cluster that does the work.
    """

    paths: tuple[Path, ...]
    folder: Path
    jobs: int = 1
    force: bool = False
    dry_run: bool = False
    prune: bool = False
    strict: bool = False
    allow_gaps: bool = False
    language: str = USUAL
    look: Look = DEFAULT_LOOK
    brand: Brand | None = None
    map_size: str = MAP_SIZES[0]
    scheduler: str = ""
