"""What an input has content for: which documents and which variants of them are made when none is named."""

from __future__ import annotations

from functools import reduce
from typing import Any

from conceptgen.deliverables.kinds import KINDS
from conceptgen.deliverables.known import refuse_unknown
from conceptgen.errors import RequestError
from conceptgen.languages import say
from conceptgen.model.chain import Chain
from conceptgen.model.progress import ProgressReport
from conceptgen.model.project import Project


def missing_chapters(project: Project, document: str) -> tuple[str, ...]:
    """The chapters of the input that a kind of document needs and that are not there."""
    return tuple(need for need in KINDS[document].needs if not _has(project, need))


def refuse_without_content(
    project: Project, document: str, language: str, whole: Project | None = None
) -> None:
    """Raise RequestError for a kind of document that needs a chapter the input lacks.

    ``whole``: the input of which ``project`` is what an audience is told; what it has is not for them.
    """
    if missing := missing_chapters(project, document):
        if whole and not missing_chapters(whole, document):
            raise RequestError(say(language, "outputs.internal_for_staff", name=", ".join(missing)))
        key = "no_content" if len(missing) == 1 else "no_contents"
        raise RequestError(say(language, f"outputs.{key}", name=document, sections=", ".join(missing)))


def refuse_chains(project: Project, names: tuple[str, ...], language: str) -> None:
    """Raise RequestError for the name of a chain that the input does not have."""
    if names and not project.chains:
        raise RequestError(say(language, "outputs.no_chains", name=", ".join(names)))
    refuse_unknown("chain", names, chain_names(project), language)


def possible(project: Project) -> tuple[str, ...]:
    """The kinds of documents the input has content for."""
    return tuple(name for name in KINDS if not missing_chapters(project, name))


def usual_documents(project: Project) -> tuple[str, ...]:
    """The kinds made when none is named."""
    return tuple(name for name in possible(project) if KINDS[name].unasked)


def usual(project: Project, document: str) -> tuple[str, ...]:
    """The variants made when none is named: those that are usual and whose content is there."""
    return tuple(
        each.name
        for each in KINDS[document].variants
        if each.usual and all(_has(project, need) for need in each.needs)
    )


def lacking(project: Project, document: str, variant: str) -> tuple[str, ...]:
    """What a variant needs to be made unasked and the input does not have."""
    needs = next(each.needs for each in KINDS[document].variants if each.name == variant)
    return tuple(need for need in needs if not _has(project, need))


def subjects(project: Project, document: str) -> list[str]:
    """The chains or reports that have such a document each; one nameless place for a document about the whole."""
    kind = KINDS[document]
    if kind.per_report:
        return report_names(project)
    return chain_names(project) if kind.per_chain else [""]


def told_subjects(project: Project, document: str, audience: str) -> list[str]:
    """Those of them that an audience is told of."""
    names = subjects(project, document)
    return [
        each for each in names if not (audience and each and subject_of(project, document, each).internal)
    ]


def _has(project: Project, need: str) -> bool:
    """True if there is something at a dotted path, or at one of several («a.b or a.c»)."""
    return any(_at(project, path.split(".")) for path in need.split(" or "))


def _at(part: Any, steps: list[str]) -> Any:
    return reduce(lambda inner, step: inner and getattr(inner, step), steps, part)


def chain_names(project: Project) -> list[str]:
    """What each chain is called: its id, or its place."""
    return [each.id or str(place) for place, each in enumerate(project.chains, 1)]


def report_names(project: Project) -> list[str]:
    """What each report on progress is called: its day; one of several of a day has its place behind."""
    days = [each.as_of.label for each in project.progress]
    return [day if days.index(day) == n else f"{day}-{n + 1}" for n, day in enumerate(days)]


def report_named(project: Project, name: str) -> ProgressReport:
    """The report of a name; the last one for no name."""
    return project.progress[report_names(project).index(name) if name else -1]


def status_of(project: Project, document: str, variant: str, subject: str = "", audience: str = "") -> str:
    """The status of one document: its line among the deliverables, its chain's or report's, or the document's own."""
    listed = (
        each.status
        for each in project.deliverables
        if each.document == document and variant in (each.variant or (variant,))
        if not each.chain or each.chain == subject
        if (each.audience or "") == audience
    )
    own = subject_of(project, document, subject).status if subject else None
    return next(filter(None, listed), None) or own or project.document.status


def subject_of(project: Project, document: str, subject: str) -> Chain | ProgressReport:
    """The chain or report of a name."""
    if KINDS[document].per_report:
        return report_named(project, subject)
    return project.chains[chain_names(project).index(subject)]
