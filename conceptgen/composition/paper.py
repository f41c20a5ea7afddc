"""A paper about a project that is none of its documents: what its pieces say under a compact title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conceptgen.composition.builders import Piece
from conceptgen.composition.lines import capital
from conceptgen.composition.pages import labels, on_a_page, split
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Cover, CoverLine, Document
from conceptgen.document.inline import Inlines, line
from conceptgen.document.numbering import number
from conceptgen.document.typesetting import typeset_document
from conceptgen.languages.words import words
from conceptgen.model.project import Project


def scope_of(project: Project) -> Scope:
    """The project as such a paper sees it, in its own language."""
    language, settings = project.document.language, project.settings
    spoken = words(language, settings.percent or "", settings.show_sign)
    return Scope(project, spoken, project.document.status)


def paper(scope: Scope, key: str, about: Inlines, pieces: Iterable[Piece], mark: str = "") -> Document:
    """The paper, ready to write; ``key`` names its title (``key.title``, ``key.title_of``).

    ``about`` stands under the title; ``mark`` on every page, where it is none for the client.
    """
    say, project = scope.say, scope.project
    organization = project.organization.name
    author = project.document.prepared_by.firm if project.document.prepared_by and not mark else None
    parts = on_a_page(split((*_cover(scope, key, about), *pieces)))
    document = Document(
        title=say(f"{key}.title_of", title=project.document.title),
        running=say(f"{key}.title"),
        organization=organization,
        author=author if isinstance(author, str) else organization,
        language=project.document.language,
        date=scope.today.isoformat() if scope.today else "",
        labels=labels(scope),
        parts=tuple(parts),
        draft=mark,
        page="letter" if (project.settings.paper or say("paper")) == "letter" else "a4",
        profile="plain" if mark else project.document.profile,
        keywords=(organization,),
        subject=say(f"{key}.title"),
        category=mark,
        version=project.document.version or "",
    )
    return typeset_document(number(document))


def _cover(scope: Scope, key: str, about: Inlines) -> Iterator[Piece]:
    """A compact title: whose document, what this is, of which document."""
    yield Cover(
        (
            CoverLine("organization", scope.t(scope.project.organization, "name")),
            CoverLine("title", line(scope.say(f"{key}.title"))),
            CoverLine("subtitle", scope.t(scope.project.document, "title")),
            CoverLine("status", capital(about)),
        ),
        compact=True,
    )
