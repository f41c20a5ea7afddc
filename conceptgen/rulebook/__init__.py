"""Project → findings: a second pair of eyes on the content. Loading asks if it can be read; this, if it is good.

``rules/`` holds the questions, ``words/`` what is said about them, ``papers`` which documents they concern; the engine
puts a place, a severity and words to every violation a rule hands over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conceptgen.findings import Finding
from conceptgen.garbage import no_search_for_garbage
from conceptgen.languages import USUAL
from conceptgen.model.project import Project
from conceptgen.origin import Path
from conceptgen.rulebook.engine import Input, examine
from conceptgen.rulebook.gate import stopping
from conceptgen.rulebook.planned_documents import PlannedDocument, expected_documents, in_status
from conceptgen.rulebook.printing import printing

__all__ = ["accepted_gaps", "is_stopped", "review"]


def accepted_gaps(project: Project, document: PlannedDocument) -> frozenset[Path]:
    """The addresses of gaps in a document that the input accepts, with a reason: they are printed as «—»."""
    if not project.review.allow:
        return frozenset()
    found = (each for each in examine(_Bare(project), project, (document,), ()) if each.suppressed)
    suppressed = [path for each in found for path in (each.path, *_beside(project, each))]
    gaps = (gap.origin.path for gap in printing(project, document).gaps)
    return frozenset(path for path in gaps if any(path[: len(each)] == each for each in suppressed))


def _beside(project: Project, finding: Finding) -> Iterator[Path]:
    """Where the other items of its list stand that a finding is about: three positions without a profile are one."""
    relations = project.relations
    known = (relations.by_id[each] for each in finding.ids if each in relations.by_id)
    paths = (relations.origins[id(item)].path for item in known)
    yield from (path for path in paths if path[:-1] == finding.path[:-1])


def is_stopped(project: Project, document: PlannedDocument) -> bool:
    """True if something in a project stops one of its documents, in the status it is planned for."""
    return bool(stopping(examine(_Bare(project), project, (document,), ())))


@dataclass(frozen=True, slots=True)
class _Bare:
    """A project without its file."""

    project: Project
    name: str = ""
    language: str = USUAL

    def place(self, _: Path) -> tuple[int, int]:
        """Nowhere."""
        return 0, 0

    def in_its_words(self, finding: Finding) -> Finding:
        """As it is."""
        return finding

    def advice(self, _code: str, _variant: str, _path: Path) -> str:
        """Nothing of its own."""
        return ""


@no_search_for_garbage()
def review(
    loaded: Input,
    documents: tuple[PlannedDocument, ...] | None = None,
    gate: str = "",
    others: tuple[str, ...] = (),
) -> tuple[Finding, ...]:
    """Findings about the content of a loaded input, in the order of the file; none where it could not be read.

        >>> from conceptgen import load, review
        >>> loaded = load("samples/hotel.yaml")
        >>> [(finding.code, finding.severity, finding.suppressed) for finding in review(loaded)]
        [('W-ROL-03', 'warning', True)]
        >>> [finding.code for finding in review(loaded, gate="approved") if finding.severity == "error"]
        ['E-DOC-04']

    ``documents`` are those about to be written (by default those made when nothing is named, and the deliverables),
    each as ``conceptgen.rulebook.planned_documents.planned_document`` makes it; ``gate`` judges them as if they
    had that status: an approved document may have no gaps. Accepted findings stay, marked as ``suppressed``.
    ``others`` are the names of the other clients of a batch: none of them belongs into this one's documents.
    Raises nothing.
    """
    if loaded.project is None:
        return ()
    chosen = expected_documents(loaded.project) if documents is None else documents
    return examine(loaded, loaded.project, in_status(chosen, gate), others)
