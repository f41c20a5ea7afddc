"""What of a standard can be seen at one meeting: its parts, where it says several things; of a share, one case."""

from __future__ import annotations

import re

from conceptgen.languages import vocabulary
from conceptgen.model.chain import Standard

_OF_MANY = ("pct", "per_1000")
"""Units that only many cases together can have."""
_WHOLE = re.compile(r"\([^()]*\)|«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
"""What is in brackets or quotes is not taken apart."""
_BREAK = re.compile(r";\s+|\s*\n\s*|(?<=\w\w\w\w[.!?])\s+(?=[А-ЯЁA-Z«“])")
"""After a semicolon, at the end of a line or a sentence; a short word before a stop is an abbreviation."""
_MARK = re.compile(r"^(?:[-–—•*·]|\d{1,2}[.)]|[a-zа-я]\))\s+")
"""How an item of a list begins."""


def parts_of(text: str) -> tuple[str, ...]:
    """The parts of the words of a standard, without the signs between them; the text itself where it is one.

    >>> parts_of("logged at once; put right before departure")
    ('logged at once', 'put right before departure')
    """
    kept = [each.span() for each in _WHOLE.finditer(text)]
    breaks = [each.span() for each in _BREAK.finditer(text)]
    cuts = [cut for cut in breaks if not any(start <= cut[0] < end for start, end in kept)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    found = (_MARK.sub("", text[a:b].strip()).rstrip(".;").strip() for a, b in zip(starts, ends, strict=True))
    parts = tuple(each for each in found if any(map(str.isalpha, each)))
    return parts if len(parts) > 1 else (text,)


def is_share(standard: Standard) -> bool:
    """True for one that holds in a share of cases: what it comes to, the figures of a month tell."""
    limit = standard.limit
    return bool(limit and (limit.unit in _OF_MANY or limit.form == "fraction"))


def is_seen_once(standard: Standard, language: str) -> bool:
    """True if one meeting shows it: of a share, where so many cases or more are to be as its words say.

    Not where they are to be few, or where the words tell of the share itself.
    """
    limit = standard.limit
    if limit is None or not is_share(standard):
        return True
    counted = set(vocabulary(language)["documents"]["check_form"]["counted"])
    is_few = limit.at_most is not None or limit.less_than is not None
    return not is_few and not counted & set(re.findall(r"\w+", standard.text.casefold()))
