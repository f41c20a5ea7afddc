"""A small client's whole documents are printed compactly: decided by what is in the input, not by a switch.

Small is a client with at most fifteen touchpoints, criteria, findings and actions each. Nothing is lost: the title
stands above the text, sections run on without fresh pages, criteria and steps are drawn once, and there is no list of
contents, for one leafs through it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from conceptgen.composition.documents.variant import Place, Variant
from conceptgen.composition.sections import contents
from conceptgen.composition.smallness import is_small
from conceptgen.document.blocks import Block, Chart, Cover, Paragraph, Part
from conceptgen.model.project import Project


def compacted(plan: Variant, project: Project) -> Variant:
    """The plan of a document as this client gets it: a whole one of a small client is one run."""
    if not (plan.shrinks and is_small(project)):
        return plan
    return replace(plan, runs=(tuple(place for place in plan.places if _is_needed(place)),), compact=True)


def _is_needed(place: Place) -> bool:
    return place.section is not contents.blocks


def tightened(part: Part) -> Part:
    """The part with as little around its exhibits as they need."""
    return replace(part, blocks=tuple(_tight(part.blocks)))


def _tight(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block, following in pairwise((*blocks, None)):
        if block and not (_is_repeated(block) or _heads_a_repeated(block, following)):
            yield replace(block, compact=True) if isinstance(block, Cover) else block


def _is_repeated(block: Block) -> bool:
    """A small chart at a glance stands again in its section, with its caption."""
    return isinstance(block, Chart) and block.small


def _heads_a_repeated(block: Block, following: Block | None) -> bool:
    is_label = isinstance(block, Paragraph) and block.role == "label"
    return is_label and following is not None and _is_repeated(following)
