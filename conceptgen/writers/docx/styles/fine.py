"""The styles of a table set fine: those of a crowded table, in its type. They are made where a document needs them.

A template need not have them; its own small styles say how they look but for the size.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from conceptgen.document.blocks import Document, Table
from conceptgen.document.walk import blocks
from conceptgen.writers.columns import FINE_TYPE
from conceptgen.writers.docx.styles import roles
from conceptgen.writers.docx.xml import W

_SPACING = {"before": "0", "after": "14", "line": "222", "lineRule": "auto"}
_KINDS = ("TableText", "TableHead", "TableGroup", "TableTotal")


def add_fine_styles(styles: Any, document: Document) -> None:
    """Add the styles, if a table of the document is set fine."""
    if not any(isinstance(block, Table) and block.fine for block in blocks(document)):
        return
    for kind in _KINDS:
        small = styles.find(f"{W}style[@{W}styleId='{roles.table_text(kind, 'Small')}']")
        made = deepcopy(small)
        made.set(f"{W}styleId", roles.table_text(kind, "Fine"))
        name = made.find(f"{W}name")
        name.set(f"{W}val", f"{name.get(f'{W}val').removesuffix(' Small')} Fine")
        for size in _sizes(made):
            size.set(f"{W}val", str(round(2 * FINE_TYPE)))
        spacing = made.get_or_add_pPr().get_or_add_spacing()
        for side, twips in _SPACING.items():
            spacing.set(f"{W}{side}", twips)
        small.addnext(made)


def _sizes(style: Any) -> list[Any]:
    """Both sizes of the type of a style, added where it has none of its own."""
    look = style.get_or_add_rPr()
    return [look._add_sz() if look.find(f"{W}sz") is None else look.find(f"{W}sz"), *look.iter(f"{W}szCs")]
