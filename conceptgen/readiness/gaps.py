"""What an input lacks on the way to approval: the marks its documents print, what the review misses beside them, and
the answers that are stated to be unknown. Each address once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from conceptgen.findings import Finding
from conceptgen.input import Loaded
from conceptgen.model.base import Unknown
from conceptgen.model.project import Project
from conceptgen.origin import Path
from conceptgen.rulebook import accepted_gaps, review
from conceptgen.rulebook.gate import stopping
from conceptgen.rulebook.planned_documents import expected_documents, in_status
from conceptgen.rulebook.printing import printing

_CHAPTER = 2
"""Steps of a path to a chapter: a mark for a whole one says nothing of what is missing inside."""


@dataclass(frozen=True, slots=True)
class OpenGap:
    """One thing to ask for: the mark that a document prints there, the unknown that is stated there, or, where no
    field is named, the remark of the review.
    """

    path: Path
    mark: str = ""
    unknown: Unknown | None = None
    remark: str = ""


def open_gaps(loaded: Loaded, project: Project, status: str) -> tuple[OpenGap, ...]:
    """All that documents of a project lack in a status, in the order of the file."""
    unknowns = _unknowns(project)
    marks = {path: mark for path, mark in _marks(project, status).items() if path not in unknowns}
    found = [OpenGap(path, unknown=unknown) for path, unknown in unknowns.items()]
    found += [OpenGap(path, mark) for path, mark in marks.items()]
    found += dict.fromkeys(_missed(project, stopping_gaps(loaded, status), {*unknowns, *marks}))
    return tuple(sorted(found, key=lambda gap: loaded.place(gap.path)))


def stopping_gaps(loaded: Loaded, status: str) -> Iterator[Finding]:
    """The open findings that stop a document for what it lacks; a contradiction is no gap."""
    found = review(loaded, gate=status)
    contradictions = stopping(found, allow_gaps=True)
    return (each for each in stopping(found) if each not in contradictions)


def _unknowns(project: Project) -> dict[Path, Unknown]:
    places = project.relations.places
    return {each.origin.path[:-1]: each.part for each in places if isinstance(each.part, Unknown)}


def _marks(project: Project, status: str) -> dict[Path, str]:
    """The marks that the documents print in that status, but for those accepted with a reason."""
    found: dict[Path, str] = {}
    for document in in_status(expected_documents(project), status):
        accepted = accepted_gaps(project, document)
        for gap in printing(project, document).gaps:
            if gap.origin.path not in accepted:
                found.setdefault(gap.origin.path, gap.text)
    return found


def _missed(project: Project, findings: Iterable[Finding], known: set[Path]) -> Iterator[OpenGap]:
    """What the review misses and no document marks: the fields it names, or else what it says."""
    written = _and_above(place.origin.path for place in project.relations.places)
    marked = known | (_and_above(known) - written)
    for finding in findings:
        for path in finding.lacks:
            if not any(path[:end] in marked for end in (len(path), *range(_CHAPTER + 1, len(path)))):
                yield OpenGap(path)
        if not finding.lacks and finding.path not in known:
            yield OpenGap(finding.path, remark=finding.message)


def _and_above(paths: Iterable[Path]) -> set[Path]:
    """These addresses and all that hold them."""
    return {path[:end] for path in paths for end in range(len(path) + 1)}
