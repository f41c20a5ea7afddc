"""Is every abbreviation explained: in the glossary, beside its first use, or known to all?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.model.organization import Named, Organization
from conceptgen.model.register import GlossaryTerm, LegalRef, Source
from conceptgen.review.case import Case
from conceptgen.review.papers import EVERY
from conceptgen.review.texts import Text
from conceptgen.review.trouble import Trouble
from conceptgen.review.words import word_list

CODE = "W-DOC-03"
SECTION = "document"
PAPERS = EVERY

_ABBREVIATION = re.compile(r"(?<![\w.@/-])(?:[А-ЯЁ]{2,6}|[A-Z]{2,6})(?![\w@]|\.\w|-\d)")
_ROMAN = re.compile(r"[IVXLCDM]+")
_EXPLAINED = re.compile(r"\((\w{2,6})\)|\b(\w{2,6}) \(|\b(\w{2,6})\s+[—–]\s")
_TITLES = (Organization, Source, LegalRef, GlossaryTerm)


def check(case: Case) -> Iterator[Trouble]:
    """One trouble an abbreviation, at its first use; names of things and words in capitals for stress are none."""
    known = set(_known(case))
    for text in case.texts:
        if isinstance(text.part, _TITLES) or text.text.isupper():
            continue
        for found in _ABBREVIATION.findall(text.text):
            if found not in known and not _ROMAN.fullmatch(found):
                known.add(found)
                yield Trouble(text.part, text.field, values={"abbreviation": found})


def _known(case: Case) -> Iterator[str]:
    yield from word_list("abbreviations")
    yield from word_list("stressed")
    for term in case.project.glossary:
        yield from (each for each in (term.abbr, term.term) if each)
    for text in case.texts:
        if "(" in text.text or "—" in text.text or "–" in text.text:
            yield from (each for found in _EXPLAINED.findall(text.text) for each in found if each)
        if _is_name(text):
            yield from _ABBREVIATION.findall(text.text)


def _is_name(text: Text) -> bool:
    return text.field in ("name", "legal_name") and isinstance(text.part, Named | Organization)
