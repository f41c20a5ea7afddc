"""The documents about to be written. A rule looks only at what one of them prints, and stops only that one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from conceptgen.composition.audience import for_audience
from conceptgen.deliverables.kinds import KINDS, MAP_SIZES, reviewed_as, with_edition_for
from conceptgen.errors import RequestError
from conceptgen.model.content import possible, status_of, subjects, told_subjects, usual, usual_documents
from conceptgen.model.project import Project
from conceptgen.model.reference_data import Deliverable

FULL_CONCEPT = reviewed_as("whole concept")
"""The six sections are printed: what is missing in them is missing in the document."""
SHORT_CONCEPT = reviewed_as("outline of the concept")
CONCEPT = FULL_CONCEPT | SHORT_CONCEPT
FULL_CHAIN = reviewed_as("whole chain")
CHAIN = FULL_CHAIN | reviewed_as("outline of the chain")
PROGRESS = reviewed_as("progress")
ROLES = reviewed_as("roles")
"""Positions one by one: profiles and duties."""
CARD = reviewed_as("card")
"""A page a position."""
PROBLEM_ZONES = reviewed_as("problem zones")
"""What was found in each problem zone."""
CHECK_FORM = reviewed_as("check form")
"""The standards of a chain, asked one by one."""
ORDER = reviewed_as("order")
"""The act that approves the concept and introduces it."""
ANNOUNCEMENT = reviewed_as("announcement")
"""What the staff are told on a page."""
KIT = reviewed_as("session")
"""What is printed for the session."""
EVERY = reviewed_as()


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """One document to be written, with its status; ``chain`` is the place of the chain or report it is about."""

    document: str
    variant: str
    status: str
    chain: int | None = None
    map_size: str = MAP_SIZES[0]
    audience: str = ""

    @property
    def name(self) -> str:
        """``concept/full``: how rules name it."""
        return f"{self.document}/{self.variant}"

    @property
    def is_final(self) -> bool:
        """True if every error stops it."""
        return self.status in KINDS[self.document].gate


def planned_document(
    project: Project, document: str, variant: str, chain: str = "", audience: str = ""
) -> PlannedDocument:
    """A document with the status it has: its line among the deliverables, its chain's, or the document's own."""
    place = subjects(project, document).index(chain) if chain else None
    status = status_of(project, document, variant, chain, audience)
    return PlannedDocument(document, variant, status, place, audience=audience)


def expected_documents(project: Project) -> tuple[PlannedDocument, ...]:
    """What is made when nothing is named, and what is listed among the deliverables."""
    wished = [
        (document, variant, chain, "")
        for document in usual_documents(project)
        for variant in usual(project, document)
        for chain in subjects(project, document)
    ]
    for line in project.deliverables:
        wished += _listed(project, line)
    return tuple(planned_document(project, *each) for each in dict.fromkeys(wished))


def _listed(project: Project, line: Deliverable) -> Iterator[tuple[str, str, str, str]]:
    """What a line of the deliverables asks for and the input has content for."""
    audience = line.audience or ""
    if audience and line.document not in with_edition_for(audience):
        return
    try:
        told = for_audience(project, audience)
    except RequestError:
        return
    if line.document not in possible(told):
        return
    chains = told_subjects(project, line.document, audience)
    for chain in [line.chain] if line.chain in chains else chains:
        for variant in line.variant or usual(told, line.document):
            yield line.document, variant, chain, audience


def in_status(documents: tuple[PlannedDocument, ...], status: str) -> tuple[PlannedDocument, ...]:
    """The same documents as if they had this status; as they are for ""."""
    return tuple(replace(each, status=status) for each in documents) if status else documents
