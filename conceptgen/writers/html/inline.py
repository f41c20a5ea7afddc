"""What stands inside a line, as HTML: a document has tens of thousands of these, too many for a template each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Protocol

from markupsafe import Markup, escape

from conceptgen.document.inline import Break, Footnote, Inlines, Ref, Style, Text
from conceptgen.origin import Origin, Path
from conceptgen.writers.html.views import breakable, ranges
from conceptgen.writers.styles import css_class

_ELEMENTS: dict[Style, tuple[str, str]] = {
    "plain": ("", ""),
    "strong": ("<strong>", "</strong>"),
    "gap": ("<mark>", "</mark>"),
    "unknown": (f'<em class="{css_class("text.unknown")}">', "</em>"),
    "quiet": (f'<span class="{css_class("text.quiet")}">', "</span>"),
    "inserted": ("<ins>", "</ins>"),
    "deleted": ("<del>", "</del>"),
    "low": ('<span class="badge low">', "</span>"),
    "even": ('<span class="badge even">', "</span>"),
    "good": ('<span class="badge good">', "</span>"),
}


_CYRILLIC = re.compile("[А-Яа-яЁё]")


class Marks(Protocol):
    """What gives each remark its number."""

    def mark(self, footnote: Footnote) -> int:
        """The number of one more remark."""


def inline(
    content: Inlines, notes: Marks, paged: bool, addressed: bool = False, foreign: bool = False
) -> Markup:
    """A line's texts, references and remarks; every text of the input is escaped.

    On pages a remark goes to the foot of the page it is called on; on the screen to the end, with a way back.
    ``addressed``: each value of the input says where it stands, and can be reached and pressed.
    ``foreign``: the document speaks another language than Russian, and what is in Russian is to be read as such.
    """
    return Markup("").join(_pieces(content, notes, paged, addressed, foreign))


def _pieces(content: Inlines, notes: Marks, paged: bool, addressed: bool, foreign: bool) -> Iterator[Markup]:
    before: object = None
    for part in content:
        if isinstance(part, Text):
            first, last = _ELEMENTS[part.style]
            said = f"{first}{_words(part.text, paged)}{last}"
            if foreign and _CYRILLIC.search(part.text):
                said = f'<span lang="ru">{said}</span>'
            yield Markup(_pressable(part, said, before) if addressed else said)
        elif isinstance(part, Break):
            yield Markup("<br>")
        elif isinstance(part, Ref):
            yield Markup('<a class="ref" href="#{}">{}</a>').format(part.target, part.number)
        elif paged:
            again = " again" if isinstance(before, Footnote) else ""
            yield Markup(f'<span class="footnote{again}">{inline(part.content, notes, paged)}</span>')
        else:
            n = notes.mark(part)
            yield Markup(
                f'<sup class="call"><a id="call-{n}" href="#note-{n}" role="doc-noteref">{n}</a></sup>'
            )
        before = part


def _words(text: str, paged: bool) -> str:
    """«2026–2027» stays on one line."""
    return "".join(
        f'<span class="keep">{escape(piece)}</span>' if at % 2 else escape(breakable(piece, paged))
        for at, piece in enumerate(ranges(text))
    )


def _pressable(text: Text, said: str, before: object) -> str:
    """What is printed, as a button that knows the place of its value; several pieces of a value are one stop."""
    origin = text.origin or text.lacks
    if origin is None or not origin.path:
        return said
    via = f' data-via="{_steps(origin.via.path)}"' if origin.via and origin.via.path else ""
    gap = " gap" if text.lacks else ""
    stop = (
        ""
        if isinstance(before, Text) and _same(before, origin)
        else ' aria-haspopup="dialog" role="button" tabindex="0"'
    )
    return f'<span class="value{gap}" data-at="{_steps(origin.path)}"{via}{stop}>{said}</span>'


def _same(before: Text, origin: Origin) -> bool:
    return origin in (before.origin, before.lacks)


def _steps(path: Path) -> str:
    return escape(json.dumps(path, ensure_ascii=False, separators=(",", ":")))
