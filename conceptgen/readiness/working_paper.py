"""A working paper on a project: what its pieces say, with a compact title and the mark that it is none of the client's
documents.
"""

from __future__ import annotations

from collections.abc import Iterable

from conceptgen.composition.builders import Piece
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.lines import join
from conceptgen.composition.paper import paper, scope_of
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Document
from conceptgen.document.inline import line

__all__ = ["scope_of", "working_paper"]


def working_paper(scope: Scope, key: str, pieces: Iterable[Piece]) -> Document:
    """The paper, ready to write; ``key`` names its title (``key.title``, ``key.title_of``)."""
    head, mark = scope.project.document, scope.say("readiness.mark")
    version = line(scope.say("cover.version"), " ", scope.t(head, "version")) if head.version else ()
    dated = scope.tell("readiness.document_of", date=date_phrase(scope, head, "date", "of"))
    return paper(scope, key, join([line(mark), dated, version]), pieces, mark)
