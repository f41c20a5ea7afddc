"""A title page of the template's own: slots for its lines, all inside the slot of the section ``cover``."""

from __future__ import annotations

from typing import Any

from conceptgen.document.blocks import Cover, Document
from conceptgen.document.walk import blocks
from conceptgen.writers.docx.template.slots import COVER, COVER_LINES, slots
from conceptgen.writers.docx.xml import W


def place_own_cover(body: Any, document: Document) -> None:
    """Keep the template's title page for a document that has one; a short title above the text is no such page."""
    wanted = any(isinstance(block, Cover) and not block.compact for block in blocks(document))
    for called, control in slots(body):
        if called == COVER and is_own(control):
            if wanted:
                for element in list(control.find(f"{W}sdtContent")):
                    control.addprevious(element)
            control.getparent().remove(control)


def is_own(control: Any) -> bool:
    """True if the slot of the title page holds a page of its owner's making."""
    return any(called in COVER_LINES for called, _ in slots(control))
