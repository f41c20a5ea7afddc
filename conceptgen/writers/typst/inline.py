"""A line as data: strings, and short lists that begin with what they are."""

from __future__ import annotations

import re
from typing import Any

from conceptgen.document.inline import Break, Footnote, Inlines, Ref, Text
from conceptgen.writers.html.views import breakable, ranges

Said = list[Any]
_BLANKS = re.compile(r"[ \t\r\n]+")


def line(content: Inlines) -> Said:
    """What stands inside a line; two footnotes that meet are kept apart by a comma."""
    said: Said = []
    for at, part in enumerate(content):
        match part:
            case Text():
                words = _words(part.text)
                said += words if part.style == "plain" else [[part.style, words]]
            case Break():
                said.append(["break"])
            case Ref():
                said.append(["ref", part.target, part.number])
            case Footnote():
                said.append(
                    ["footnote", line(part.content), at > 0 and isinstance(content[at - 1], Footnote)]
                )
    return said


def _words(text: str) -> Said:
    """The text with its ranges of numbers held together; blanks count once, as on a page of HTML."""
    pieces = ranges(_BLANKS.sub(" ", text))
    return [
        ["keep", piece] if at % 2 else breakable(piece, paged=True)
        for at, piece in enumerate(pieces)
        if piece
    ]
