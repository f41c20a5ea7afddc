"""Is every abbreviation explained: in the glossary, beside its first use, or known to all?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.model.organization import Named, Organization
from conceptgen.model.reference_data import GlossaryTerm, LegalRef, Source
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import EVERY
from conceptgen.rulebook.texts import Text
from conceptgen.rulebook.violation import Violation
from conceptgen.rulebook.words import word_list

CODE = "W-DOC-03"
SECTION = "document"
DOCUMENTS = EVERY

_ABBREVIATION = re.compile(r"(?<![\w.@/-])(?:[А-ЯЁ]{2,6}|[A-Z]{2,6})(?![\w@]|\.\w|-\d)")
_ROMAN = re.compile(r"[IVXLCDM]+")
_EXPLAINED = re.compile(r"\((\w{2,6})\)|\b(\w{2,6}) \(|\b(\w{2,6})\s+[—–]\s")
_TITLES = (Organization, Source, LegalRef, GlossaryTerm)


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation an abbreviation, at its first use; names of things and words in capitals for stress are none."""
    known = set(_known(context))
    for text in context.texts:
        if isinstance(text.part, _TITLES) or text.text.isupper():
            continue
        for found in _ABBREVIATION.findall(text.text):
            if found not in known and not _ROMAN.fullmatch(found):
                known.add(found)
                yield Violation(text.part, text.field, values={"abbreviation": found})


def _known(context: RuleContext) -> Iterator[str]:
    yield from word_list("abbreviations")
    yield from word_list("stressed")
    for term in context.project.glossary:
        yield from (each for each in (term.abbr, term.term) if each)
    for text in context.texts:
        if "(" in text.text or "—" in text.text or "–" in text.text:
            yield from (each for found in _EXPLAINED.findall(text.text) for each in found if each)
        if _is_name(text):
            yield from _ABBREVIATION.findall(text.text)


def _is_name(text: Text) -> bool:
    return text.field in ("name", "legal_name") and isinstance(text.part, Named | Organization)
