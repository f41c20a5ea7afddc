"""The map of a Word file of ours, of either format: what was printed where, and which document it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from conceptgen.writers.docx.marks import OLD_PREFIX, PREFIX, Print
from conceptgen.writers.docx.paragraph_prints import unpacked
from conceptgen.writers.docx.value_map import NAMESPACE, OLD_NAMESPACE

_FACTS = ("document", "variant", "chain", "status", "map_size", "audience", "language", "edition", "content")


@dataclass(frozen=True)
class ValueMap:
    """What the file says of itself; of format 1 it knows the prints alone. ``prints`` go by bookmark."""

    format: int = 0
    document: str = ""
    variant: str = ""
    chain: str = ""
    status: str = ""
    map_size: str = ""
    audience: str = ""
    language: str = ""
    edition: str = ""
    content: str = ""
    words: frozenset[str] = frozenset()
    prints: dict[str, Print] = field(default_factory=dict)


def value_map(roots: dict[str, Any]) -> ValueMap:
    """The map among the parts of a file; an empty one, of format 0, where there is none."""
    for format, namespace in ((2, NAMESPACE), (1, OLD_NAMESPACE)):
        for root in roots.values():
            if root.tag == f"{{{namespace}}}map":
                facts = {name: root.get(name) or "" for name in _FACTS if format > 1}
                packed = next((each.text or "" for each in root if each.tag == f"{{{namespace}}}words"), "")
                prints = {each.bookmark: each for each in _prints(root)}
                return ValueMap(format, **facts, words=unpacked(packed), prints=prints)
    return ValueMap()


def _prints(root: Any) -> Iterator[Print]:
    """Whatever is no entry of ours is passed over."""
    for each in root:
        bookmark, address = each.get("bookmark") or "", each.get("address") or ""
        if bookmark.startswith((PREFIX, OLD_PREFIX)) and address:
            yield Print(bookmark, address, each.get("sha256") or "", each.get("via"))
