"""Project → findings: a second pair of eyes on the content. Loading asks if it can be read; this, if it is good.

``rules/`` holds the questions, ``words/`` what is said about them, ``papers`` which documents they concern; the engine
puts a place, a severity and words to every trouble a rule hands over.
"""

from __future__ import annotations

from conceptgen.findings import Finding
from conceptgen.rulebook.engine import Input, examine
from conceptgen.rulebook.papers import PlannedDocument, expected_documents, in_status

__all__ = ["review"]


def review(
    loaded: Input,
    documents: tuple[PlannedDocument, ...] | None = None,
    gate: str = "",
    others: tuple[str, ...] = (),
) -> tuple[Finding, ...]:
    """Findings about the content of a loaded input, in the order of the file; none where it could not be read.

    ``papers`` are the documents about to be written (by default those made when nothing is named, and the
    deliverables); ``gate`` judges them as if they had that status. Accepted findings stay, marked as suppressed.
    ``others`` are the names of the other clients of a batch: none of them belongs into this one's documents.
    """
    if loaded.project is None:
        return ()
    chosen = expected_documents(loaded.project) if documents is None else documents
    return examine(loaded, loaded.project, in_status(chosen, gate), others)
