"""Text on slides: a statement in large type, statements side by side as cards, the lines of a title slide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from conceptgen.document.blocks import Listing
from conceptgen.document.inline import Break, Inlines, Text, line, plain
from conceptgen.writers.docx.charts.library import rgb
from conceptgen.writers.pptx import fit, text
from conceptgen.writers.pptx.stage import Box, Stage

LEAST: Final = 18
"""The smallest type of running text."""
_LARGEST = 34
_CARD_LARGEST = 28
_GAP, _PAD = 10.0, 10.0
_BETWEEN = 5.0
"""Points between the paragraphs of a card."""
_MOST_TOGETHER = 9
_NARROWEST = 180.0
"""Points below which a card is too narrow for its words."""
_LONGEST_WORD = 400.0
"""Points above which a word may be broken."""
_SPARE = 30.0
"""What a card may be higher than its text, unless it would leave the slide half empty."""
_FILLED = 0.72
"""How much of the slide cards and panels fill at the least."""


def statement(stage: Stage, slide: Any, contents: Sequence[Inlines]) -> None:
    """Paragraphs on a panel, as large as they go."""
    box = stage.area
    inner = (box.width - 4 * _PAD, box.height - 4 * _PAD - _BETWEEN * len(contents))
    size = fit.largest(contents, inner, range(_LARGEST, LEAST - 1, -1)) or LEAST
    kept = list(_kept(contents, size, inner))
    high = fit.height(kept, size, inner[0]) + 4 * _PAD + _BETWEEN * len(kept)
    high = min(box.height, max(high + 2 * _SPARE, _FILLED * box.height))
    shape = _panel(stage, slide, Box(box.left, box.top, box.width, high), 2 * _PAD)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    _fill(stage, shape, kept, size)


def _kept(contents: Iterable[Inlines], size: float, box: tuple[float, float]) -> Iterable[Inlines]:
    """The paragraphs from the first on that fit; the first that does not is cut."""
    left = int(box[1] / (size * fit.LEADING))
    for each in contents:
        if left < 1:
            return
        yield fit.cut(each, size, box[0], left)
        left -= fit.lines(each, size, box[0])


def splits(stage: Stage, listing: Listing) -> list[Listing]:
    """A list in as many parts as it needs slides to be read; each keeps the numbers of its items."""
    items = tuple(_numbered(listing))
    packed = _packed(stage.area, items)
    size = -(-len(items) // len(packed))
    even = [items[n : n + size] for n in range(0, len(items), size)]
    parts = even if all(_fits(stage.area, part) for part in even) else packed
    return [Listing(part) for part in parts]


def _packed(area: Box, items: tuple[Inlines, ...]) -> list[tuple[Inlines, ...]]:
    """As many items on each slide as there is room for; one at the least."""
    parts: list[tuple[Inlines, ...]] = []
    for item in items:
        if parts and _fits(area, (*parts[-1], item)):
            parts[-1] = (*parts[-1], item)
        else:
            parts.append((item,))
    return parts


def _fits(area: Box, items: tuple[Inlines, ...]) -> bool:
    return len(items) <= _MOST_TOGETHER and _arranged(area, items) is not None


def are_readable(area: Box, listing: Listing) -> bool:
    """True if all items of a list fit into a place in type that can be read."""
    return _arranged(area, _numbered(listing)) is not None


def _numbered(listing: Listing) -> list[Inlines]:
    """The items with their numbers, which go on over slides."""
    if not listing.ordered:
        return list(listing.items)
    return [line(Text(f"{number}. ", "strong"), each) for number, each in enumerate(listing.items, 1)]


def _arranged(area: Box, items: Sequence[Inlines]) -> tuple[int, int] | None:
    """Columns and type of cards at which they are largest; None where they cannot all be read."""
    best: tuple[int, int] | None = None
    for columns in range(1, min(3, len(items), int(area.width // _NARROWEST)) + 1):
        rows = -(-len(items) // columns)
        width = (area.width - _GAP * (columns - 1)) / columns - 2 * _PAD
        high = (area.height - _GAP * (rows - 1)) / rows - 2 * _PAD
        for size in range(_CARD_LARGEST, LEAST - 1, -1):
            if _is_broken(items, size, width) and (size > LEAST or columns > 1):
                continue
            if all(_height(each, size, width) <= high for each in items):
                is_even = size == (best or (0, 0))[1] and rows > 1 and len(items) % columns == 0
                if best is None or size > best[1] or is_even:
                    best = (columns, size)
                break
    return best


def _is_broken(items: Sequence[Inlines], size: float, width: float) -> bool:
    """True if a word that fits the slide is longer than a line of a card."""
    longest = max(fit.longest_word(part, size) for item in items for part in _paragraphs(item))
    return width < longest <= _LONGEST_WORD


def _height(item: Inlines, size: float, width: float) -> float:
    parts = _paragraphs(item)
    return fit.height(parts, size, width) + _BETWEEN * (len(parts) - 1)


def _paragraphs(item: Inlines) -> list[Inlines]:
    """The lines of an item as paragraphs."""
    parts: list[list[Any]] = [[]]
    for inline in item:
        if isinstance(inline, Break):
            parts.append([])
        else:
            parts[-1].append(inline)
    return [line(*part) for part in parts if part] or [()]


def cards(stage: Stage, slide: Any, listing: Listing, area: Box) -> None:
    """The items of a list side by side, all of one size."""
    items = listing.items
    columns, size = _arranged(area, items) or (1, LEAST)
    rows = -(-len(items) // columns)
    width = (area.width - _GAP * (columns - 1)) / columns
    room = (area.height - _GAP * (rows - 1)) / rows
    needed = max(_height(each, size, width - 2 * _PAD) for each in items) + 2 * _PAD
    high = min(room, max(needed + _SPARE, (_FILLED if rows == 1 else 1.0) * room))
    for index, item in enumerate(items):
        row, column = divmod(index, columns)
        box = Box(area.left + column * (width + _GAP), area.top + row * (high + _GAP), width, high)
        shape = _panel(stage, slide, box, _PAD)
        shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE if rows > 1 or columns == 1 else MSO_ANCHOR.TOP
        inner = (width - 2 * _PAD, high - 2 * _PAD - _BETWEEN * (len(_paragraphs(item)) - 1))
        kept = list(_kept(_paragraphs(item), size, inner))
        _fill(stage, shape, kept, size)


def _panel(stage: Stage, slide: Any, box: Box, pad: float) -> Any:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu)
    shape._element.remove(shape._element.find("{*}style"))
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(stage.colours.shade)
    shape.line.fill.background()
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(pad)
    return shape


def _fill(stage: Stage, shape: Any, contents: Sequence[Inlines], size: float) -> None:
    text.fill(shape.text_frame._txBody, contents, stage.type(size, color=INK, before=_BETWEEN))
    stage.show(" ".join(map(plain, contents)))


INK: Final = "22282C"
