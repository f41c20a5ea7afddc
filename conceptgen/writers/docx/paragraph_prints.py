"""Short fingerprints of every paragraph as it was written: what tells later which of them somebody edited."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from typing import Any, Final

from conceptgen.writers.docx.marks import fingerprint
from conceptgen.writers.docx.xml import W

DIGITS: Final = 8
_SIGNS: Final = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011"}
_TEXT: Final = (f"{W}p", f"{W}t", f"{W}fldChar", *_SIGNS)


def paragraph_prints(roots: Iterable[Any]) -> str:
    """All of them, each once, packed."""
    found = {fingerprint(text)[:DIGITS] for root in roots for text in _texts(root) if text.strip()}
    return base64.b64encode(bytes.fromhex("".join(sorted(found)))).decode()


def unpacked(packed: str) -> frozenset[str]:
    """The fingerprints again; none where the text is no such thing."""
    try:
        digits = base64.b64decode(packed, validate=True).hex()
    except ValueError:
        return frozenset()
    return frozenset(digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS))


def _texts(root: Any) -> Iterator[str]:
    """The text of each paragraph without what fields show: numbers and pages are counted anew by any program."""
    said: list[str] = []
    depth = 0
    for node in root.iter(*_TEXT):
        if node.tag == f"{W}p":
            yield "".join(said)
            said = []
        elif node.tag == f"{W}fldChar":
            depth += {"begin": 1, "end": -1}.get(node.get(f"{W}fldCharType"), 0)
        elif not depth and (node.tag == f"{W}t" or node.getparent().tag == f"{W}r"):
            said.append(_SIGNS.get(node.tag) or node.text or "")
    yield "".join(said)
