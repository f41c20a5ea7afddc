"""Project → Document: variants list sections, sections turn parts of the input into blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conceptgen.compose.edition import as_of_its_date
from conceptgen.compose.forms import mark
from conceptgen.compose.pages import labels, on_a_page, split
from conceptgen.compose.scope import Scope
from conceptgen.compose.variants import VARIANTS, Section, Variant, key
from conceptgen.deliverables.kinds import KINDS, MAP_SIZES
from conceptgen.document.blocks import Block, Document, Part
from conceptgen.document.inline import Text
from conceptgen.document.numbering import number
from conceptgen.document.typesetting import typeset_document
from conceptgen.document.walk import lines, texts
from conceptgen.errors import RequestError
from conceptgen.languages.words import words
from conceptgen.model.base import Unknown
from conceptgen.model.chain import Chain
from conceptgen.model.content import chain_names, missing_chapters, status_of
from conceptgen.model.paper import LONGEST_TITLE
from conceptgen.model.project import Project


def compose(
    project: Project,
    document: str = "concept",
    variant: str = "full",
    language: str = "",
    chain: str = "",
    status: str = "",
    map_size: str = MAP_SIZES[0],
) -> Document:
    """Compose one document of a project, ready to write.

    ``language`` is that of the fixed words (the input's own by default); ``chain`` is the id of the chain a chain
    document is about, or its place (the first by default); ``status`` is that of this document, where it has one of
    its own; ``map_size`` is the paper of the maps of chains. An approved document says what was known on its date.
    Raises RequestError for what there is none of.
    """
    language = language or project.document.language
    settings = project.settings
    spoken = words(language, settings.percent or "", settings.show_sign)
    plan = VARIANTS.get((document, variant))
    about = _chain(project, chain)
    is_about_chain = document in KINDS and KINDS[document].per_chain
    named = chain_names(project)[project.chains.index(about)] if about and is_about_chain else ""
    status = status or status_of(project, document, variant, named)
    if status in ("approved", "superseded"):
        project = as_of_its_date(project)
        about = _chain(project, chain)
    if plan is None or missing_chapters(project, document) or (is_about_chain and about is None):
        raise RequestError(spoken.say("no_such_document", document=document, variant=variant))
    own = about if is_about_chain else None
    scope = Scope(project, spoken, status, is_poster=plan.poster, chain=own, map_size=map_size)
    parts = [part for run in plan.runs for part in _run(scope, run)]
    if plan.rest:
        printed = {
            text.origin.path
            for part in parts
            for block in part.blocks
            for text in _texts(block)
            if text.origin
        }
        parts += on_a_page(split(plan.rest(scope, printed), "remainder"))
    return typeset_document(number(_document(scope, plan, tuple(parts))))


def _chain(project: Project, name: str) -> Chain | None:
    """The chain of an id or place; the first for no name."""
    places = enumerate(project.chains, 1)
    return next((each for place, each in places if name in ("", each.id, str(place))), None)


def _run(scope: Scope, sections: Iterable[Section]) -> list[Part]:
    return on_a_page([part for section in sections for part in split(section(scope), key(section))])


def _texts(block: Block) -> Iterator[Text]:
    return (text for content in lines(block) for text in texts(content))


def _document(scope: Scope, plan: Variant, parts: tuple[Part, ...]) -> Document:
    head, say = scope.project.document, scope.say
    author = head.prepared_by.firm if head.prepared_by else None
    organization = scope.project.organization.name
    title = scope.about.name if scope.about and scope.project.concept else head.title
    own = None if scope.about or isinstance(head.short_title, Unknown) else head.short_title
    return Document(
        title=title,
        running=_on_each_page(own or title),
        organization=organization,
        author=author if isinstance(author, str) else organization,
        language=scope.words.language,
        date=head.date.isoformat(),
        labels=labels(scope),
        parts=parts,
        page="letter" if (scope.project.settings.paper or say("paper")) == "letter" else "a4",
        draft=mark(scope).capitalize(),
        keywords=(organization,),
        profile=head.profile,
        poster=scope.is_poster,
        subject=say(f"properties.{plan.document}"),
        category=say(f"properties.{plan.name}"),
        version=head.version or "",
    )


def _on_each_page(title: str) -> str:
    """A title as the head of every page has it: no longer than a title may be."""
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
