"""The gate before ``render``: what stops the wished documents in their status, and what is told in passing."""

from __future__ import annotations

from collections import Counter

from conceptgen.cli import streams
from conceptgen.cli.failures import BAD_INPUT
from conceptgen.cli.listing import format_list
from conceptgen.cli.words import text
from conceptgen.errors import InputError
from conceptgen.findings import Finding
from conceptgen.input import Loaded
from conceptgen.pipeline import RenderRequest, planned_documents
from conceptgen.rulebook import review
from conceptgen.rulebook.gate import stopping
from conceptgen.rulebook.rules import contradictions

_SHORTENED = "A-DOC-01"
"""That a full concept was begun and only a short one comes out must not be learnt from the folder."""
_NO_CARD = "A-ROL-01"
"""Nor that somebody gets no card: a page that says so would be handed out with the others."""
_SHOWS = "W-DOC-08"
"""What an edition would still show must be seen before it is handed over."""


def pass_gate(loaded: Loaded, file: str, request: RenderRequest, gaps: bool) -> int:
    """Tell what is wrong; the exit code where that stops the documents, 0 where the work may go on."""
    if loaded.project is None:
        raise InputError(loaded.findings)
    _complain_of(loaded.findings, loaded.language)
    found = tuple(f for f in review(loaded, planned_documents(loaded.project, request)) if not f.suppressed)
    stops = stopping(found, allow_gaps=gaps)
    if stops:
        _complain_of(stops, loaded.language)
        is_final = any(finding.code in contradictions() for finding in stops)
        streams.write_error(text("stopped.contradiction" if is_final else "stopped.gate", loaded.language))
        return BAD_INPUT
    told = (_SHOWS, _NO_CARD) if request.variants else (_SHOWS, _NO_CARD, _SHORTENED)
    _complain_of(tuple(each for each in found if each.code in told), loaded.language)
    if found:
        streams.write_error(_summary(found, file, loaded.language))
    return 0


def _complain_of(findings: tuple[Finding, ...], spoken: str) -> None:
    for line in format_list(findings, spoken):
        streams.write_error(line)


def _summary(found: tuple[Finding, ...], file: str, spoken: str) -> str:
    counts = Counter(finding.severity for finding in found)
    values = {
        "errors": counts["error"],
        "warnings": counts["warning"],
        "notes": counts["advice"] + counts["note"],
    }
    return text("in_passing", spoken, file=file, **values)
