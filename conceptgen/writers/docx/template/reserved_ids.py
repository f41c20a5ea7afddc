"""Numbers the template has taken already: bookmarks, drawings, footnotes and lists of its owner's own."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import Any

from conceptgen.writers.docx.body.footnotes import notes
from conceptgen.writers.docx.build import FIRST_LIST, Build
from conceptgen.writers.docx.xml import W

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def reserve(build: Build, file: Any) -> None:
    """Let the document number what it adds from where the template stops."""
    build.bookmarks = count(_last(file.element.iter(f"{W}bookmarkStart"), f"{W}id") + 1)
    build.drawings = count(_last(file.element.iter(_DRAWING), "id") + 1)
    build.first_footnote = _last(notes(file), f"{W}id") + 1
    lists = file.part.numbering_part.element.iter(f"{W}num")
    build.first_list = max(FIRST_LIST, _last(lists, f"{W}numId") + 1)


def _last(elements: Iterable[Any], name: str) -> int:
    numbers = (element.get(name, "") for element in elements)
    return max((int(number) for number in numbers if number.isdecimal()), default=0)
