"""What each planned document prints, read from its composed tree; composed once for each status of an input."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from conceptgen.composition import printed_of
from conceptgen.document.printed import Printed
from conceptgen.model.content import subjects
from conceptgen.model.project import Project
from conceptgen.model.relations import Relations
from conceptgen.rulebook.planned_documents import PlannedDocument

_known: WeakKeyDictionary[Relations, dict[PlannedDocument, Printed]] = WeakKeyDictionary()


def printing(project: Project, document: PlannedDocument) -> Printed:
    """What a document prints of a project, in the status and on the paper it is planned for."""
    known = _known.setdefault(project.relations, {})
    if document not in known:
        chain = "" if document.chain is None else subjects(project, document.document)[document.chain]
        known[document] = printed_of(
            project,
            document.document,
            document.variant,
            chain,
            document.status,
            document.map_size,
            document.audience,
        )
    return known[document]
