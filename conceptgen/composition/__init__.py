"""Project → Document: variants list sections, sections turn parts of the input into blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from conceptgen.composition.audience import for_audience
from conceptgen.composition.compactness import compacted, tightened
from conceptgen.composition.documents import VARIANTS
from conceptgen.composition.documents.variant import Place, unprinted
from conceptgen.composition.edition import before, known_on, own_day
from conceptgen.composition.inflection import for_whom, mark
from conceptgen.composition.pages import labels, on_a_page
from conceptgen.composition.scope import Scope
from conceptgen.composition.slides import deck_of
from conceptgen.composition.titles import on_each_page, title_text, titled_by
from conceptgen.deliverables.kinds import FINAL, KINDS, MAP_SIZES
from conceptgen.deliverables.known import refuse_audience, refuse_unknown
from conceptgen.document.blocks import Document, Edition, Part
from conceptgen.document.numbering import number
from conceptgen.document.printed import Printed, block_texts, printed, without_gaps
from conceptgen.document.told_once import PAGE, beginning, tell_once
from conceptgen.document.typesetting import typeset_document
from conceptgen.errors import RequestError
from conceptgen.garbage import no_search_for_garbage
from conceptgen.languages import LANGUAGES, say
from conceptgen.languages.words import words
from conceptgen.model.base import Model, Unknown
from conceptgen.model.chain import Chain
from conceptgen.model.content import (
    chain_names,
    refuse_chains,
    refuse_without_content,
    report_named,
    report_names,
    status_of,
    subjects,
    told_subjects,
)
from conceptgen.model.dates import last_day
from conceptgen.model.enums import Profile
from conceptgen.model.progress import ProgressReport
from conceptgen.model.project import Project
from conceptgen.origin import Origin


@no_search_for_garbage()
def compose(  # noqa: PLR0913, PLR0917 - a name for each wish
    project: Project,
    document: str = "concept",
    variant: str = "full",
    language: str = "",
    chain: str = "",
    status: str = "",
    map_size: str = MAP_SIZES[0],
    audience: str = "",
) -> Document:
    """Compose one document of a project, ready to write: numbered, typeset, the same for every format.

        >>> from conceptgen import compose, load
        >>> project = load("samples/clinic.yaml").project
        >>> compose(project, "chain", "short", language="en").title
        'Цепочка клиентского сервиса «Первый визит»'

    ``document`` is a concept, a chain or combined, ``variant`` its length (page, short, full) or, of a
    chain, its map alone; ``KINDS`` has more.
    ``language`` is that of the fixed words (the input's own by default; its texts are never translated); ``chain`` is
    the id of the chain a chain document is about, or its place (the first by default), or the day of a report on
    progress (the last by default); ``status`` is that of this document, where it has one of its own; ``map_size`` is
    the paper of the maps of chains; ``audience`` ("staff") makes the edition for those readers, without what is not for
    them. An approved document says what was known on its date, a report what was on its day.

    A gap is no hindrance: it is printed as such, and ``review`` tells whether it may go out. Raises RequestError for a
    document, variant, language, chain, paper or edition that there is none of, and for a document whose chapter the
    input lacks.
    """
    wished = Edition(document, variant, chain, status, map_size, audience)
    drafted = _draft(project, wished, language or project.document.language)
    return typeset_document(tell_once(number(drafted)))


def printed_of(
    project: Project,
    document: str,
    variant: str,
    chain: str = "",
    status: str = "",
    map_size: str = MAP_SIZES[0],
    audience: str = "",
) -> Printed:
    """What a document prints and what it leaves open, by the addresses of the whole input."""
    wished = Edition(document, variant, chain, status, map_size, audience)
    found = printed(_draft(project, wished, project.document.language))
    day = _day_of(project, document, chain, status)
    gaps = zip(found.gaps, before(project, day, (gap.origin.path for gap in found.gaps)), strict=True)
    return Printed(
        frozenset(before(project, day, found.paths)),
        tuple(replace(gap, origin=replace(gap.origin, path=path)) for gap, path in gaps),
        frozenset(before(project, day, found.references)),
    )


def _draft(project: Project, wished: Edition, language: str) -> Document:
    """The document before numbers and typesetting."""
    _refuse_impossible(project, wished, language)
    named = _subject(project, wished)
    status = wished.status or status_of(project, wished.document, wished.variant, named, wished.audience)
    edition = replace(wished, chain=named, status=status)
    made = _composed(project, edition, language)
    if not edition.audience:
        return made
    return _with_gaps_of(_composed(project, replace(edition, audience=""), language), made)


def _composed(project: Project, edition: Edition, language: str) -> Document:
    plan = compacted(VARIANTS[edition.document, edition.variant], for_audience(project, edition.audience))
    scope = _scope(project, edition, language, is_poster=plan.poster)
    parts = [part for run in plan.runs for part in _run(scope, run)]
    if plan.rest:
        runs = (text for part in parts for block in part.blocks for text in block_texts(block))
        left = unprinted(plan.rest, {text.origin.path for text in runs if text.origin})
        parts += left.parts(scope) if plan.compact else _run(scope, [left])
    if plan.compact:
        parts = [*map(tightened, parts)]
    made = _document(scope, edition, tuple(parts))
    is_close = plan.compact or bool(plan.overflows and plan.overflows(scope))
    return replace(made, close=is_close, draft=for_whom(scope).capitalize() if plan.is_form else made.draft)


def _scope(project: Project, edition: Edition, language: str, *, is_poster: bool = False) -> Scope:
    """What the sections of an edition see: the whole input, or what was known on its day and its audience is told."""
    settings, kind = project.settings, KINDS[edition.document]
    known = known_on(project, _day_of(project, edition.document, edition.chain, edition.status))
    told = for_audience(known, edition.audience)
    return Scope(
        told,
        words(language, settings.percent or "", settings.show_sign),
        edition.status,
        is_poster=is_poster,
        about=_about(known, told, edition),
        title=kind.title,
        edition=edition,
    )


def with_slides(project: Project, document: Document) -> Document:
    """The same document with the slides it is shown by; the same one where its variant has none."""
    deck = deck_of(document.edition.document, document.edition.variant)
    if deck is None:
        return document
    shown = tuple(deck(_scope(project, document.edition, document.language), document))
    slides = typeset_document(tell_once(replace(document, parts=shown)))
    if document.edition.audience:
        slides = _with_gaps_of(document, slides)
    return replace(document, slides=slides.parts)


def _with_gaps_of(whole: Document, made: Document) -> Document:
    """A document with «—» for every gap that another one does not have: what is left out on purpose is none."""
    open_anyway = {gap.origin.path for gap in printed(whole).gaps}
    return without_gaps(made, frozenset(gap.origin.path for gap in printed(made).gaps) - open_anyway)


def _refuse_impossible(project: Project, wished: Edition, language: str) -> None:
    """Raise RequestError, in the input's language, for a document that cannot be composed."""
    spoken, document, chain = project.document.language, wished.document, wished.chain
    refuse_unknown("language", [language], LANGUAGES, spoken)
    refuse_unknown("document", [document], KINDS, spoken)
    refuse_unknown("variant", [wished.variant], KINDS[document].variant_names, spoken)
    refuse_unknown("map_size", [wished.map_size], MAP_SIZES, spoken)
    refuse_audience(document, wished.audience, spoken)
    refuse_without_content(for_audience(project, wished.audience), document, spoken, project)
    if KINDS[document].per_report:
        refuse_unknown("report", [chain] if chain else [], report_names(project), spoken)
    elif chain and _chain(project, chain) is None:
        refuse_chains(project, (chain,), spoken)


def _subject(project: Project, wished: Edition) -> str:
    """The name of the chain or report that a document is about: the first chain, the last report for no name."""
    kind = KINDS[wished.document]
    if not (kind.per_chain or kind.per_report):
        return ""
    if not wished.chain:
        told = told_subjects(project, wished.document, wished.audience) or subjects(project, wished.document)
        return told[-1 if kind.per_report else 0]
    if kind.per_report:
        return wished.chain
    about = _chain(project, wished.chain)
    return chain_names(project)[project.chains.index(about)] if about else ""


def _about(known: Project, told: Project, edition: Edition) -> Chain | ProgressReport | None:
    """The chain or report a document is about, as its audience is told of it; it is named by its place in the whole."""
    if KINDS[edition.document].per_report:
        whole: Chain | ProgressReport | None = report_named(known, edition.chain)
    else:
        whole = _chain(known, edition.chain) if edition.chain else None
    if whole is None or told is known:
        return whole
    place = known.relations.origins[id(whole)]
    about: tuple[Chain | ProgressReport, ...] = (*told.chains, *told.progress)
    for each in about:
        if told.relations.origins[id(each)] == place:
            return each
    raise RequestError(say(known.document.language, "outputs.internal_for_staff", name=edition.chain))


def _day_of(project: Project, document: str, subject: str, status: str) -> date | None:
    """The day after which nothing is told; None where all is."""
    if KINDS[document].per_report:
        return last_day(report_named(project, subject).as_of, project.settings.fiscal_year_start)
    return own_day(project) if status in FINAL else None


def _chain(project: Project, name: str) -> Chain | None:
    """The chain of an id or place; the first for no name."""
    places = enumerate(project.chains, 1)
    return next((each for place, each in places if name in ("", each.id, str(place))), None)


def _run(scope: Scope, places: Iterable[Place]) -> list[Part]:
    return on_a_page([part for place in places for part in place.parts(scope)])


def _document(scope: Scope, edition: Edition, parts: tuple[Part, ...]) -> Document:
    head, say = scope.project.document, scope.say
    author = head.prepared_by.firm if head.prepared_by else None
    organization = scope.project.organization.name
    own = None if _has_own_name(scope) or isinstance(head.short_title, Unknown) else head.short_title
    return Document(
        title=_for_its_readers(scope, on_each_page(title_text(scope))),
        running=on_each_page(own or title_text(scope)),
        organization=beginning(organization, PAGE),
        author=author if isinstance(author, str) else organization,
        language=scope.words.language,
        date=scope.today.isoformat() if scope.today else "",
        labels=labels(scope),
        parts=parts,
        page=scope.paper,
        draft=mark(scope).capitalize(),
        keywords=(organization,),
        profile=_profile(scope, edition.document),
        poster=scope.is_poster,
        subject=say(f"properties.{edition.document}"),
        category=say(f"properties.{edition.variant}"),
        version="" if KINDS[edition.document].is_official else head.version or "",
        named=tuple(_named(scope)),
        edition=edition,
    )


def _for_its_readers(scope: Scope, title: str) -> str:
    """The title as the properties of the file have it: that of an edition says whom it is for."""
    return f"{title} ({for_whom(scope)})" if scope.audience else title


def _profile(scope: Scope, kind: str) -> Profile:
    """The layout of the input; a kind that is official has the usual one of its language where that is plain."""
    own = scope.project.document.profile
    usual: Profile = scope.say("official_profile")  # type: ignore[assignment]
    return usual if KINDS[kind].is_official and own == "plain" else own


def _named(scope: Scope) -> Iterator[Origin]:
    """The values of the input that the title, the heads and the properties of the file print."""
    head, origin = scope.project.document, scope.relations.origin
    fields: list[tuple[Model, str]] = [(scope.project.organization, "name")]
    fields += [] if scope.title else [titled_by(scope)]
    fields += [] if _has_own_name(scope) else [(head, "short_title")]
    fields += [(head.prepared_by, "firm")] if head.prepared_by else []
    yield from (known for part, field in fields if getattr(part, field) and (known := origin(part, field)))


def _has_own_name(scope: Scope) -> bool:
    """True if it is called otherwise than the input as a whole, whose short title is not its own."""
    return bool(scope.about or scope.title)
