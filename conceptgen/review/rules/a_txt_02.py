"""Are quotes, dashes and spaces typed as they are printed?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.review.case import Case
from conceptgen.review.papers import EVERY
from conceptgen.review.trouble import Trouble

CODE = "A-TXT-02"
SECTION = "document"
PAPERS = EVERY

_SLIPS = {
    "quotes": ('"', re.compile(r'(?<!\d)"(?=\w)|(?<=[^\W\d_])"')),
    "dashes": (" -", re.compile(r"(?<=[^\s\d]) --? (?=\S)|(?<=\d) --? (?=[^\s\d])")),
    "spaces": ("  ", re.compile(r"(?<=\S)  +(?=\S)")),
}
"""What is looked for, each with a sign that is quicker to find."""


def check(case: Case) -> Iterator[Trouble]:
    """One trouble a kind, at the first place: print mends them all but a quote without its pair."""
    for variant, (sign, slip) in _SLIPS.items():
        found = [text for text in case.texts if sign in text.text and slip.search(text.text)]
        if found:
            yield Trouble(found[0].part, found[0].field, variant, {"count": len(found)})
    for text in case.texts:
        if text.text.count("«") != text.text.count("»"):
            yield Trouble(text.part, text.field, "unpaired", {"text": text.text})
