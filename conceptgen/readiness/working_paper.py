"""A working paper on a project: what its pieces say, with a compact title and the mark that it is none of the client's
documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.lines import capital, join
from conceptgen.composition.pages import labels, on_a_page, split
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Cover, CoverLine, Document
from conceptgen.document.inline import line
from conceptgen.document.numbering import number
from conceptgen.document.typesetting import typeset_document
from conceptgen.languages.words import words
from conceptgen.model.project import Project


def scope_of(project: Project) -> Scope:
    """The project as such a paper sees it, in its own language."""
    language, settings = project.document.language, project.settings
    spoken = words(language, settings.percent or "", settings.show_sign)
    return Scope(project, spoken, project.document.status)


def working_paper(scope: Scope, key: str, pieces: Iterable[Piece]) -> Document:
    """The paper, ready to write; ``key`` names its title (``key.title``, ``key.title_of``)."""
    say, project = scope.say, scope.project
    organization = project.organization.name
    parts = on_a_page(split((*_cover(scope, key), *pieces)))
    document = Document(
        title=say(f"{key}.title_of", title=project.document.title),
        running=say(f"{key}.title"),
        organization=organization,
        author=organization,
        language=project.document.language,
        date=scope.today.isoformat() if scope.today else "",
        labels=labels(scope),
        parts=tuple(parts),
        draft=say("readiness.mark"),
        page="letter" if (project.settings.paper or say("paper")) == "letter" else "a4",
        keywords=(organization,),
        subject=say(f"{key}.title"),
        category=say("readiness.mark"),
        version=project.document.version or "",
    )
    return typeset_document(number(document))


def _cover(scope: Scope, key: str) -> Iterator[Piece]:
    """A compact title: whose document, what this is, of what date the document is."""
    head = scope.project.document
    version = line(scope.say("cover.version"), " ", scope.t(head, "version")) if head.version else ()
    dated = scope.tell("readiness.document_of", date=date_phrase(scope, head, "date", "of"))
    yield Cover(
        (
            CoverLine("organization", scope.t(scope.project.organization, "name")),
            CoverLine("title", line(scope.say(f"{key}.title"))),
            CoverLine("subtitle", scope.t(head, "title")),
            CoverLine("status", capital(join([line(scope.say("readiness.mark")), dated, version]))),
        ),
        compact=True,
    )
