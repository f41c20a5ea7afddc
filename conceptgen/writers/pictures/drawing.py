"""The drawing of a document: its sheets as Typst lays them out, one under another, and what they say in words."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Sequence
from xml.sax.saxutils import escape

from conceptgen.document.blocks import Document, Heading
from conceptgen.document.inline import plain
from conceptgen.document.look import Look
from conceptgen.document.walk import blocks, plain_text

_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)" width="[\d.]+pt" height="[\d.]+pt"')
_INSIDE = re.compile(
    r'<image transform="translate\(([\d.]+) ([\d.]+)\)" xlink:href="data:image/svg\+xml;base64,([^"]+)"'
    r' width="([\d.]+)" height="([\d.]+)"[^>]*/>'
)
_ENDS = (".", "!", "?", "…", ":")


def drawn(document: Document, look: Look) -> str:
    """The whole document as one SVG with its title and its words."""
    from conceptgen.writers.typst import pictures

    return named(_stacked(tuple(map(_opened, pictures(document, look)))), title(document), words(document))


def title(document: Document) -> str:
    """What the picture is called: the heading it shows, where it has one."""
    heads = (plain(each.content) for each in blocks(document) if isinstance(each, Heading))
    return next(heads, document.title)


def words(document: Document) -> str:
    """What the drawing says, for who cannot see it."""
    return " ".join(each if each.endswith(_ENDS) else f"{each}." for each in plain_text(document))


def named(svg: str, title: str, alt: str) -> str:
    """A drawing with its name and its words."""
    head, mark, rest = svg.partition(">")
    return f'{head} role="img"{mark}<title>{escape(title)}</title><desc>{escape(alt)}</desc>{rest}'


def _opened(sheet: str) -> str:
    """The sheet with the drawings inside it as its own parts: a drawing in a drawing is shown without letters."""

    def part(found: re.Match[str]) -> str:
        left, top, packed, width, height = found.groups()
        inside = b64decode(packed).decode()
        place = f' x="{left}" y="{top}" width="{width}" height="{height}" preserveAspectRatio="none"'
        return re.sub(r' width="[\d.]+" height="[\d.]+"', place, inside, count=1)

    return _INSIDE.sub(part, sheet)


def _stacked(sheets: Sequence[str]) -> str:
    """One sheet as it is; several one under another."""
    if len(sheets) == 1:
        return sheets[0]
    sizes = [(float(size[1]), float(size[2])) for sheet in sheets if (size := _SIZE.search(sheet))]
    width, height = max(size[0] for size in sizes), sum(size[1] for size in sizes)
    tops = (sum(size[1] for size in sizes[:index]) for index in range(len(sizes)))
    placed = (
        _SIZE.sub(rf'viewBox="0 0 \1 \2" width="\1" height="\2" y="{top:.3f}"', sheet, count=1)
        for sheet, top in zip(sheets, tops, strict=True)
    )
    head = (
        f'<svg viewBox="0 0 {width:.3f} {height:.3f}" width="{width:.3f}pt" height="{height:.3f}pt"'
        ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
    )
    return f"{head}{''.join(placed)}</svg>"
