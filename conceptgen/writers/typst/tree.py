"""The neutral tree as data for the templates: runs of pages of one kind, their parts, the blocks of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import Any

from conceptgen.document.blocks import (
    Block,
    Chart,
    Contents,
    Cover,
    Document,
    Heading,
    Listing,
    Paragraph,
    Part,
    Photo,
    Photos,
    Table,
)  # fmt: skip
from conceptgen.document.inline import Text, plain
from conceptgen.document.look import Look
from conceptgen.document.photos import cover_room, room, size
from conceptgen.writers.html import views
from conceptgen.writers.profiles import profile_of
from conceptgen.writers.typst import tables
from conceptgen.writers.typst.drawings import drawings
from conceptgen.writers.typst.inline import line
from conceptgen.writers.typst.noted import with_notes

Data = dict[str, Any]
PAPERS = {"a4": ("a4", 210.0, 297.0), "letter": ("us-letter", 215.9, 279.4), "a3": ("a3", 297.0, 420.0)}
"""What Typst calls a paper, its width and height in millimetres."""
_SIDES, _POSTER_SIDES = 40.0, 30.0
"""What the margins beside the text take of a page, in millimetres."""


def tree(document: Document, look: Look, height: Callable[[Chart, float], float] | None = None) -> Data:
    """Everything that is said; with ``height`` there is room as high as told in the place of each chart."""
    return _Tree(document, look, height).data()


class _Tree:
    def __init__(
        self, document: Document, look: Look, height: Callable[[Chart, float], float] | None = None
    ) -> None:
        self.height = height
        self.document, self.profile = document, profile_of(document)
        self.layouts = views.TableLayouts(document, self.profile)
        self.drawings = drawings(document, look)
        self.cover = views.opening_cover(document)
        titled = self.cover is not None and any(item.role == "title" for item in self.cover.lines)
        self.deeper = (2 if titled else 1) - views.highest_level(document)
        self.anchored: set[str] = set()

    def data(self) -> Data:
        """The title page, then the pages in runs of one paper and direction."""
        opened = self.cover is not None and self.cover.compact
        parts = [part for part in self.document.parts if opened or part.blocks != (self.cover,)]
        first = next((part for part in parts if part.blocks != (self.cover,)), None)
        runs = groupby(parts, lambda part: (part.landscape, part.sheet))
        return {
            "paper": PAPERS[self.document.page][0],
            "running": views.breakable(self.document.head, paged=True),
            "page": self.document.labels.page,
            "of": self.document.labels.of,
            "names_sections": self.document.names_sections,
            "draft": self.document.draft,
            "cover": self._cover(self.cover) if self.cover else None,
            "runs": [
                {
                    "paper": PAPERS[sheet or self.document.page][0],
                    "wide": wide,
                    "large": bool(sheet),
                    "parts": [
                        self._part(part, opens=part.new_page and not (opened and part is first))
                        for part in run
                    ],
                }
                for (wide, sheet), run in runs
            ],
        }

    def _cover(self, cover: Cover) -> Data:
        return {
            "compact": cover.compact,
            "beside": cover.lines[:1] != () and cover.lines[0].role in ("access", "approval"),
            "runs": [[role, [line(item.content) for item in items]] for role, items in views.runs(cover)],
            "picture": _photo(cover.picture, cover_room(cover)) if cover.picture else None,
        }

    def _part(self, part: Part, opens: bool) -> Data:
        blocks = [self._block(block, part) for block in part.blocks if block is not self.cover]
        return {"opens": opens, "flush": opens or part.landscape, "blocks": list(with_notes(blocks))}

    def _block(self, block: Block, part: Part) -> Data:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return {
                    "kind": "paragraph",
                    "role": block.role,
                    "stays": block.stays,
                    "line": line(block.content),
                }
            case Listing():
                return _listing(block)
            case Table():
                return self._table(block, part)
            case Chart():
                return self._chart(block, part)
            case Photos():
                return _photos(block)
            case Contents():
                return self._contents(block)
            case Cover():
                return self._cover(block) | {"kind": "cover"}

    def _heading(self, block: Heading) -> Data:
        words = (Text(views.prefix(block, self.document.labels)), *block.content)
        return {
            "kind": "heading",
            "name": plain(words) if self.document.names_sections and block.level == 1 else "",
            "level": block.level,
            "depth": block.level + self.deeper,
            "line": line(words),
            "anchor": self._anchor(block.anchor),
        }

    def _table(self, block: Table, part: Part) -> Data:
        return tables.table(
            block,
            self.layouts.of(block),
            partial(self.drawings.strip, part=part),
            caption=self._caption(self.document.labels.table, block),
            anchor=self._anchor(block.anchor),
            size=tables.size(block, part.landscape, self.document, self.profile),
        )

    def _chart(self, block: Chart, part: Part) -> Data:
        _, upright, wide = PAPERS[part.sheet or self.document.page]
        room = (wide if part.landscape else upright) - (_POSTER_SIDES if self.document.poster else _SIDES)
        drawn = [] if self.height else list(self.drawings.panels(block, part, room))
        return {
            "kind": "chart",
            "small": block.small,
            "room": self.height(block, room) if self.height else 0,
            "panels": drawn,
            "caption": self._caption(self.document.labels.figure, block),
            "anchor": self._anchor(block.anchor),
        }

    def _contents(self, block: Contents) -> Data:
        return {
            "kind": "contents",
            "depth": 1 + self.deeper,
            "setting": views.list_setting(views.entries(self.document, block)),
            "line": line(block.title),
        }

    def _caption(self, word: str, block: Table | Chart) -> list[Any]:
        if not block.caption:
            return []
        return line(
            (Text(views.caption(word, block.number, self.document.labels.after_number)), *block.caption)
        )

    def _anchor(self, name: str) -> str:
        """The name of a place; only the first of one name has it."""
        if name in self.anchored:
            return ""
        self.anchored.add(name)
        return name


def _photos(block: Photos) -> Data:
    box = room(block)
    items = [_photo(each, box) for each in block.items]
    return {"kind": "photos", "portrait": block.role == "portrait", "room": box[0], "items": items}


def _photo(each: Photo, box: tuple[float, float]) -> Data:
    width, height = size(each, box)
    return {
        "digest": each.digest,
        "format": "jpg" if each.format == "jpeg" else "png",
        "alt": each.alt,
        "width": width,
        "height": height,
        "caption": [line(said) for said in each.caption],
    }


def _listing(block: Listing) -> Data:
    items = [{"line": line(item), "level": block.level(at)} for at, item in enumerate(block.items)]
    return {"kind": "listing", "ordered": block.ordered, "marked": block.marked, "items": items}
