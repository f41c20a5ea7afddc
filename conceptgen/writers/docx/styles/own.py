"""Styles that a template need not have: figures to look at, and words set large. Each is changed by itself.

They are made where a document needs them and look like the style that the template has for their roles.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

from conceptgen.document.blocks import Document, Paragraph, Table
from conceptgen.document.walk import blocks
from conceptgen.languages import say
from conceptgen.writers.docx.styles import roles
from conceptgen.writers.docx.xml import W
from conceptgen.writers.styles import ids

_LIKE: Final = {
    roles.KEY_FIGURE: ids("row")["large"],
    roles.WALL: ids("row")["wall"],
    roles.PULL_QUOTE: ids("paragraph")["pull"],
}
_CALLED: Final = {
    roles.KEY_FIGURE: "writing.key_figure",
    roles.WALL: "writing.wall_text",
    roles.PULL_QUOTE: "writing.pull_quote",
}
_SIZE: Final = {roles.WALL: "48"}
"""Half-points of what is larger than its like."""


def add_own_styles(styles: Any, document: Document) -> None:
    """Add the styles that the document uses and the template has not, named in the language of the document."""
    for id in sorted(_used(document)):
        like = styles.find(f"{W}style[@{W}styleId='{_LIKE[id]}']")
        if like is None or styles.find(f"{W}style[@{W}styleId='{id}']") is not None:
            continue
        made = deepcopy(like)
        made.set(f"{W}styleId", id)
        made.set(f"{W}customStyle", "1")
        made.find(f"{W}name").set(f"{W}val", say(document.language, _CALLED[id]))
        for each in made.iter(f"{W}sz", f"{W}szCs") if id in _SIZE else ():
            each.set(f"{W}val", _SIZE[id])
        like.addnext(made)


def _used(document: Document) -> set[str]:
    found = set()
    for block in blocks(document):
        if isinstance(block, Paragraph) and block.role == "pull":
            found.add(roles.PULL_QUOTE)
        elif isinstance(block, Table):
            found |= {roles.ROW[row.role] for row in block.rows if row.role in ("large", "wall")}
    return found
