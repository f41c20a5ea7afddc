"""The check of a Word template that somebody made: every fault at once, before any document is touched."""

from __future__ import annotations

from conceptgen.findings import Finding, has_errors
from conceptgen.writers.docx.template.check import archive, foreign, markup, memories, places, styles, trial
from conceptgen.writers.docx.template.check.report import Report


def check(data: bytes, name: str, language: str) -> tuple[Finding, ...]:
    """What is wrong with a template; no errors means that documents can be made with it.

    Styles and slots are looked at only in a file that is sound.
    """
    report = Report(name, language)
    parts = archive.unpack(data, report)
    if parts is not None:
        try:
            _check_parts(parts, report)
        except Exception:
            # What is looked at may be broken in more ways than any check of it foresees.
            report.add("E-TPL-01", "damaged")
    if parts is not None and not has_errors(tuple(report.findings)):
        _try(data, parts, report)
    return tuple(report.findings)


def _check_parts(parts: archive.Parts, report: Report) -> None:
    roots = markup.parse(parts, report)
    markup.check(parts, roots, report)
    if roots is not None and archive.is_document(parts, report):
        foreign.check(parts, roots, report)
        styles.check(parts, roots, report)
        places.check(parts, roots, report)
        memories.check(roots, report)


def _try(data: bytes, parts: archive.Parts, report: Report) -> None:
    """Make a document with a template that looks sound."""
    if not archive.opens(data):
        report.add("E-TPL-01", "damaged")
    elif trial.failure(data):
        part = trial.culprit(parts)
        report.add("E-TPL-01", *(("unusable_part",) if part else ("unusable",)), part=part)


def too_large(name: str, language: str) -> tuple[Finding, ...]:
    """What is wrong with a file larger than any template, which nobody has read."""
    report = Report(name, language)
    archive.refuse_size(report)
    return tuple(report.findings)
