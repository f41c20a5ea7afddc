"""A small client's whole concept is printed compactly: decided by what is in the input, not by a switch.

Small is a client with at most fifteen touchpoints, criteria, findings and actions each. Nothing is lost: the title
stands above the text, sections run on without fresh pages, pages stand upright, a table follows its heading without a
sentence that announces it, the criteria are drawn once, and there is no list of contents, for one leafs through it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from conceptgen.composition.documents.variant import Place, Variant
from conceptgen.composition.narrowing import narrowed
from conceptgen.composition.sections import contents
from conceptgen.composition.smallness import is_small
from conceptgen.document.blocks import Block, Chart, Cover, Paragraph, Part, Table
from conceptgen.model.project import Project


def compacted(plan: Variant, project: Project) -> Variant:
    """The plan of a document as this client gets it: the concept of a small one is one run."""
    if not (plan.shrinks and is_small(project)):
        return plan
    return replace(plan, runs=(tuple(place for place in plan.places if _is_needed(place)),), compact=True)


def _is_needed(place: Place) -> bool:
    return place.section is not contents.blocks


def tightened(part: Part) -> Part:
    """The part upright, with as little around its exhibits as they need."""
    return replace(part, blocks=tuple(_tight(part.blocks)), landscape=False)


def _tight(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block, following in pairwise((*blocks, None)):
        if block is None or _only_announces(block, following) or _is_repeated(block):
            continue
        yield _close(block)


def _close(block: Block) -> Block:
    """The title above the text instead of on a page of its own; tables that an upright page holds."""
    if isinstance(block, Cover):
        return replace(block, compact=True)
    return narrowed(block) if isinstance(block, Table) else block


def _only_announces(block: Block, following: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.role == "intro" and isinstance(following, Table | Chart)


def _is_repeated(block: Block) -> bool:
    """A small chart at a glance stands again in its section, with its caption."""
    return isinstance(block, Chart) and block.small
