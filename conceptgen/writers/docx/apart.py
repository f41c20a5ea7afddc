"""Tables kept as text while their file is made: as elements they would take ten times the room and most of the time.

In the place of each stands an element without content; whoever changes the body meets a table there, but no row of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from conceptgen.writers.docx import xml
from conceptgen.writers.docx.xml import W

_PLACE: Final = re.compile(rb'<w:tbl w:apart="(\d+)"/>')


@dataclass
class Apart:
    """The tables of one file; ``is_open`` is False where somebody needs their rows as elements."""

    is_open: bool = False
    tables: list[bytes] = field(default_factory=list)

    def add(self, table: str) -> str:
        """What stands in the body for a table: a place for it, or itself where it holds more than text."""
        if not self.is_open or "<w:drawing>" in table:
            return table
        self.tables.append(table.encode())
        return f'<w:tbl w:apart="{len(self.tables) - 1}"/>'

    def stories(self) -> Iterator[Any]:
        """Each table as an element, one at a time."""
        for table in self.tables:
            yield etree.fromstring(b"<w:body %b>%b</w:body>" % (xml.NAMESPACES.encode(), table))

    def put_back(self, body: bytes) -> bytes:
        """The text of the body with every table in its place."""
        return _PLACE.sub(lambda place: self.tables[int(place[1])], body)


def may_be_apart(root: Any) -> bool:
    """True if the prefix that our text has means in this file what we mean by it."""
    return bool(root.nsmap.get("w") == W.strip("{}"))
