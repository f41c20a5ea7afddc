"""What the review writes: the readiness report, the questionnaire for the client, and copies of Word documents with
remarks as comments.

Here the review meets the documents: neither ``compose`` nor ``write`` knows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from conceptgen.deliverables.formats import PAGED
from conceptgen.document.inline import Inlines
from conceptgen.document.look import DEFAULT_LOOK, Comment, Look
from conceptgen.errors import InputError
from conceptgen.findings import Finding, Severity
from conceptgen.input import Loaded
from conceptgen.languages import say
from conceptgen.model.project import Project
from conceptgen.model.walk import below
from conceptgen.origin import Path
from conceptgen.pipeline import Output, RenderRequest, look_for, outputs, planned_documents
from conceptgen.readiness import report
from conceptgen.readiness.gaps import open_gaps
from conceptgen.readiness.questionnaire import questionnaire
from conceptgen.readiness.questions import respondents
from conceptgen.readiness.report import Gate, Judgement, Remark
from conceptgen.readiness.working_paper import scope_of
from conceptgen.rulebook import review
from conceptgen.rulebook.catalogue import catalogue
from conceptgen.rulebook.gate import stopping
from conceptgen.rulebook.planned_documents import PlannedDocument, expected_documents
from conceptgen.rulebook.printing import printing
from conceptgen.rulebook.sections import ORDER, section_of
from conceptgen.writers import check_formats

FINAL = "approved"
"""The status the report judges by."""


def reports(
    loaded: Loaded, stem: str, formats: tuple[str, ...], look: Look = DEFAULT_LOOK
) -> Iterator[Output]:
    """The readiness report in each format; raises InputError for an input that cannot be read."""
    check_formats(formats, loaded.language, PAGED)
    document, look = report.readiness(_read(loaded), judgement(loaded)), look_for(_read(loaded), look)
    for format in formats:
        yield Output(f"{stem}-review.{format}", format, "", document, look)


def questionnaires(
    loaded: Loaded, stem: str, formats: tuple[str, ...], look: Look = DEFAULT_LOOK
) -> Iterator[Output]:
    """What is missing and whom to ask, in each format and as a workbook; raises InputError like ``reports``."""
    from conceptgen.readiness.questionnaire_workbook import WorkbookOutput, rows

    check_formats(formats, loaded.language, PAGED)
    project = _read(loaded)
    scope, look = scope_of(project), look_for(project, look)
    asked = respondents(scope, open_gaps(loaded, project, FINAL))
    document = questionnaire(scope, asked)
    for format in formats:
        yield Output(f"{stem}-questions.{format}", format, "", document, look)
    yield WorkbookOutput(f"{stem}-questions.xlsx", "xlsx", "", document, look, rows(scope, asked))


def unanswered(loaded: Loaded) -> tuple[tuple[Inlines, Inlines], ...]:
    """What an input lacks: the part, and what is asked of it; raises InputError like ``reports``."""
    project = _read(loaded)
    asked = respondents(scope_of(project), open_gaps(loaded, project, FINAL))
    return tuple((each.about, each.asked) for one in asked for each in one.questions)


def judgement(loaded: Loaded) -> Judgement:
    """All remarks with their weight now and at approval, and the gate of each document that would be made."""
    found = (*loaded.findings, *review(loaded, gate=FINAL))
    ranked = sorted(found, key=lambda finding: ORDER.index(section_of(finding)))
    gates = tuple(_gate(loaded, document) for document in expected_documents(_read(loaded)))
    now = {_key(each): each.severity for each in review(loaded)}
    remarks = (_remark(each, loaded.language, now.get(_key(each))) for each in ranked)
    return Judgement(tuple(remarks), gates)


def _key(finding: Finding) -> tuple[str, Path, str]:
    return finding.code, finding.path, finding.message


def review_copies(loaded: Loaded, stem: str, request: RenderRequest) -> Iterator[Output]:
    """Each wished document in Word, marked as a copy for review on every page, the findings about it as comments."""
    project = _read(loaded)
    request = replace(request, formats=("docx",))
    made = outputs(project, stem, request)
    for document, output in zip(planned_documents(project, request), made, strict=True):
        name = f"{output.name.removesuffix('.docx')}-review-copy.docx"
        comments = tuple(_comment(project, each) for each in _about(loaded, document)) or (_clean(project),)
        marked = replace(output.document, draft=say(output.document.language, "documents.readiness.copy"))
        look = replace(output.look, comments=comments)
        yield replace(output, name=name, document=marked, look=look)


def _read(loaded: Loaded) -> Project:
    if loaded.project is None:
        raise InputError(loaded.findings)
    return loaded.project


def _gate(loaded: Loaded, document: PlannedDocument) -> Gate:
    now, later = (_stopping(loaded, document, gate) for gate in ("", FINAL))
    return Gate(document.document, document.variant, document.chain, document.status, now, later)


def _stopping(loaded: Loaded, document: PlannedDocument, gate: str) -> tuple[Remark, ...]:
    found = stopping(review(loaded, (document,), gate))
    return tuple(_remark(each, loaded.language) for each in found)


def _remark(finding: Finding, language: str, now: Severity | None = None) -> Remark:
    title = catalogue(language)[finding.code].title
    return Remark(finding, section_of(finding), title, now or finding.severity)


def _about(loaded: Loaded, document: PlannedDocument) -> Iterator[Finding]:
    """The open findings of loading and of the review about what a document prints."""
    printed = printing(_read(loaded), document)
    yield from (each for each in loaded.findings if not each.path or printed.tells_of(each.path))
    yield from (each for each in review(loaded, (document,)) if not each.suppressed)


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


def _clean(project: Project) -> Comment:
    """A copy without remarks says that it was looked at."""
    return Comment("document.title", (say(project.document.language, "documents.readiness.clean"),))


def _address(project: Project, path: Path) -> str:
    """The address of a path: that of the nearest part, and the rest of the way."""
    known = {place.origin.path: place.origin for place in project.relations.places}
    length = next(end for end in range(len(path), -1, -1) if path[:end] in known)
    return below(known[path[:length]], *path[length:]).address
