"""Are quotes, dashes and spaces typed as they are printed?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.violation import Violation

CODE = "A-TXT-02"
SECTION = "document"
DOCUMENTS = EVERY

_SLIPS = {
    "quotes": ('"', re.compile(r'(?<!\d)"(?=\w)|(?<=[^\W\d_])"')),
    "dashes": (" -", re.compile(r"(?<=[^\s\d]) --? (?=\S)|(?<=\d) --? (?=[^\s\d])")),
    "spaces": ("  ", re.compile(r"(?<=\S)  +(?=\S)")),
}
"""What is looked for, each with a sign that is quicker to find."""


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation a kind, at the first place: print mends them all but a quote without its pair."""
    for variant, (sign, slip) in _SLIPS.items():
        found = [text for text in context.texts if sign in text.text and slip.search(text.text)]
        if found:
            yield Violation(found[0].part, found[0].field, variant, {"count": len(found)})
    for text in context.texts:
        if text.text.count("«") != text.text.count("»"):
            yield Violation(text.part, text.field, "unpaired", {"text": text.text})
