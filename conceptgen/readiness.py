"""The two papers of the review: the readiness report, and copies of Word documents with remarks as comments.

Here the review meets the documents: neither ``compose`` nor ``write`` knows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from conceptgen.compose import readiness as report
from conceptgen.compose.readiness import Gate, Judgement, Remark
from conceptgen.document.look import HOUSE, Comment, Look
from conceptgen.errors import InputError
from conceptgen.findings import Finding
from conceptgen.languages import say
from conceptgen.load import Loaded
from conceptgen.model.project import Project
from conceptgen.model.walk import below
from conceptgen.origin import Path
from conceptgen.pipeline import Output, Wishes, outputs, papers
from conceptgen.review import review
from conceptgen.review.catalogue import catalogue
from conceptgen.review.papers import Paper, usual_papers
from conceptgen.review.sections import ORDER, section_of
from conceptgen.write import check_formats

FINAL = "approved"
"""The status the report judges by."""


def reports(loaded: Loaded, stem: str, formats: tuple[str, ...], look: Look = HOUSE) -> Iterator[Output]:
    """The readiness report in each format; raises InputError for an input that cannot be read."""
    check_formats(formats, loaded.language)
    document = report.readiness(_read(loaded), judgement(loaded))
    for format in formats:
        yield Output(f"{stem}-review.{format}", format, "", document, look)


def judgement(loaded: Loaded) -> Judgement:
    """All remarks, graded as for approval, and the gate of each document that would be made."""
    found = (*loaded.findings, *review(loaded, gate=FINAL))
    ranked = sorted(found, key=lambda finding: ORDER.index(section_of(finding)))
    gates = tuple(_gate(loaded, paper) for paper in usual_papers(_read(loaded)))
    return Judgement(tuple(_remark(each, loaded.language) for each in ranked), gates)


def review_copies(loaded: Loaded, stem: str, wishes: Wishes) -> Iterator[Output]:
    """Each wished document in Word, the findings about it as comments where they belong."""
    project = _read(loaded)
    wishes = replace(wishes, formats=("docx",))
    made = outputs(project, stem, wishes)
    for paper, output in zip(papers(project, wishes), made, strict=True):
        name = f"{output.name.removesuffix('.docx')}-review-copy.docx"
        comments = tuple(_comment(project, each) for each in _about(loaded, paper))
        yield replace(output, name=name, look=replace(output.look, comments=comments))


def _read(loaded: Loaded) -> Project:
    if loaded.project is None:
        raise InputError(loaded.findings)
    return loaded.project


def _gate(loaded: Loaded, paper: Paper) -> Gate:
    now, later = (_stopping(loaded, paper, gate) for gate in ("", FINAL))
    return Gate(paper.document, paper.variant, paper.chain, paper.status, now, later)


def _stopping(loaded: Loaded, paper: Paper, gate: str) -> tuple[Remark, ...]:
    found = review(loaded, (paper,), gate)
    return tuple(
        _remark(each, loaded.language) for each in found if each.severity == "error" and not each.suppressed
    )


def _remark(finding: Finding, language: str) -> Remark:
    return Remark(finding, section_of(finding), catalogue(language)[finding.code].title)


def _about(loaded: Loaded, paper: Paper) -> Iterator[Finding]:
    """The open findings of loading and of the review about what a paper prints."""
    yield from (each for each in loaded.findings if paper.prints(each.path))
    yield from (each for each in review(loaded, (paper,)) if not each.suppressed)


def _comment(project: Project, finding: Finding) -> Comment:
    language = project.document.language
    said = say(
        language,
        "documents.readiness.comment.text",
        severity=say(language, f"documents.readiness.severity.{finding.severity}"),
        code=finding.code,
        message=finding.message,
    )
    hint = say(language, "documents.readiness.comment.hint", hint=finding.hint) if finding.hint else ""
    return Comment(_address(project, finding.path), tuple(filter(None, (said, hint))))


def _address(project: Project, path: Path) -> str:
    """The address of a path: that of the nearest part, and the rest of the way."""
    known = {place.origin.path: place.origin for place in project.relations.places}
    length = next(end for end in range(len(path), -1, -1) if path[:end] in known)
    return below(known[path[:length]], *path[length:]).address
