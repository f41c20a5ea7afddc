"""Words longer than a line: what may be broken nowhere keeps an engine busy for minutes, and prints badly.

They are broken where a writer lays them out, so that the text itself stays as it was typed; no-break spaces that chain
more words than a line holds are plain ones.
"""

from __future__ import annotations

import re
from itertools import pairwise

from conceptgen.typography.binding import NBSP

LONGEST = 100
"""Signs that a line holds at most: a run of more without a blank is too long."""
STEP = 20
"""Signs after which a word that is too long may be broken."""
_CHAIN = re.compile(rf"[^ \t\n]{{{LONGEST + 1},}}+")
_WORD = re.compile(rf"\S{{{LONGEST + 1},}}+")


def unchained(line: str) -> str:
    """The line whose no-break spaces are plain where they would join more than a line."""
    if NBSP not in line or len(line) <= LONGEST:
        return line
    return _CHAIN.sub(lambda run: run[0].replace(NBSP, " "), line)


def is_chained(text: str) -> bool:
    """True if no-break spaces join more words than a line holds."""
    return len(text) > LONGEST and NBSP in text and unchained(text) != text


def too_long(text: str) -> re.Match[str] | None:
    """The first word longer than a line."""
    return _WORD.search(text) if len(text) > LONGEST else None


def pieces(text: str) -> list[str]:
    """The text cut where a word that is too long may be broken."""
    words = _WORD.finditer(text) if len(text) > LONGEST else ()
    cuts = [place for word in words for place in range(word.start() + STEP, word.end(), STEP)]
    return [text[start:end] for start, end in pairwise((0, *cuts, len(text)))]
