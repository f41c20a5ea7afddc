"""Notes that stay with what they are about: Typst itself keeps nothing with what stands before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Data = dict[str, Any]


def with_notes(blocks: list[Data]) -> Iterator[Data]:
    """A note stays on the page of what it is about, if that stands on one page: the two are one block then."""
    for at, block in enumerate(blocks):
        follows = at > 0 and _is_whole(blocks[at - 1])
        if _is_note(block) and follows:
            continue
        noted = _is_whole(block) and at + 1 < len(blocks) and _is_note(blocks[at + 1])
        yield {"kind": "noted", "blocks": blocks[at : at + 2]} if noted else block


def _is_note(block: Data) -> bool:
    return block["kind"] == "paragraph" and bool(block["role"] == "note")


def _is_whole(block: Data) -> bool:
    if block["kind"] == "chart":
        return len(block["panels"]) == 1
    return block["kind"] == "table" and bool(block["together"])
