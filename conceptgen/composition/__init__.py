"""Project → Document: variants list sections, sections turn parts of the input into blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conceptgen.composition.documents import VARIANTS
from conceptgen.composition.documents.variant import Place, unprinted
from conceptgen.composition.edition import as_of_its_date
from conceptgen.composition.inflection import mark
from conceptgen.composition.pages import labels, on_a_page
from conceptgen.composition.scope import Scope
from conceptgen.deliverables.kinds import KINDS, MAP_SIZES
from conceptgen.deliverables.known import refuse_unknown
from conceptgen.document.blocks import Block, Document, Part
from conceptgen.document.inline import Text
from conceptgen.document.numbering import number
from conceptgen.document.typesetting import typeset_document
from conceptgen.document.walk import lines, texts
from conceptgen.languages import LANGUAGES
from conceptgen.languages.words import words
from conceptgen.model.base import Unknown
from conceptgen.model.chain import Chain
from conceptgen.model.content import chain_names, refuse_chains, refuse_without_content, status_of
from conceptgen.model.document_head import LONGEST_TITLE
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
    _refuse_impossible(project, document, variant, language, chain, map_size)
    settings = project.settings
    spoken = words(language, settings.percent or "", settings.show_sign)
    plan, is_about_chain = VARIANTS[document, variant], KINDS[document].per_chain
    about = _chain(project, chain)
    named = chain_names(project)[project.chains.index(about)] if about and is_about_chain else ""
    status = status or status_of(project, document, variant, named)
    if status in ("approved", "superseded"):
        project = as_of_its_date(project)
        about = _chain(project, chain)
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
        parts += _run(scope, [unprinted(plan.rest, printed)])
    return typeset_document(number(_document(scope, document, variant, tuple(parts))))


def _refuse_impossible(
    project: Project, document: str, variant: str, language: str, chain: str, map_size: str
) -> None:
    """Raise RequestError, in the input's language, for a document that cannot be composed."""
    spoken = project.document.language
    refuse_unknown("language", [language], LANGUAGES, spoken)
    refuse_unknown("document", [document], KINDS, spoken)
    refuse_unknown("variant", [variant], KINDS[document].variant_names, spoken)
    refuse_unknown("map_size", [map_size], MAP_SIZES, spoken)
    refuse_without_content(project, document, spoken)
    if chain and _chain(project, chain) is None:
        refuse_chains(project, (chain,), spoken)


def _chain(project: Project, name: str) -> Chain | None:
    """The chain of an id or place; the first for no name."""
    places = enumerate(project.chains, 1)
    return next((each for place, each in places if name in ("", each.id, str(place))), None)


def _run(scope: Scope, places: Iterable[Place]) -> list[Part]:
    return on_a_page([part for place in places for part in place.parts(scope)])


def _texts(block: Block) -> Iterator[Text]:
    return (text for content in lines(block) for text in texts(content))


def _document(scope: Scope, kind: str, variant: str, parts: tuple[Part, ...]) -> Document:
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
        subject=say(f"properties.{kind}"),
        category=say(f"properties.{variant}"),
        version=head.version or "",
    )


def _on_each_page(title: str) -> str:
    """A title as the head of every page has it: no longer than a title may be."""
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
