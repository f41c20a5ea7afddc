"""The map, read this first: load → review → compose → write. From a loaded input and a request to named outputs.

``load`` has already turned the file into a Project, and ``review`` judges the documents that are asked for; here each
is composed once and written in each format. Where files go is the business of ``files``; what is said to the user, of
``cli``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from conceptgen.composition import compose, with_slides
from conceptgen.composition.audience import for_audience
from conceptgen.deliverables.formats import OF_SLIDES, PAGED, PDF_ENGINES, USUAL_FORMATS, USUAL_PDF_ENGINE
from conceptgen.deliverables.kinds import AUDIENCES, KINDS, MAP_SIZES, formats_of
from conceptgen.deliverables.known import refuse_audience, refuse_unknown
from conceptgen.document.blocks import Document
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.document.printed import without_gaps
from conceptgen.document.reshape import with_small_print
from conceptgen.errors import RequestError
from conceptgen.files import safe_name
from conceptgen.languages import LANGUAGES, say
from conceptgen.model.content import (
    chain_names,
    refuse_chains,
    refuse_without_content,
    report_names,
    status_of,
    subjects,
    told_subjects,
    usual,
    usual_documents,
)
from conceptgen.model.project import Project
from conceptgen.rulebook import accepted_gaps
from conceptgen.rulebook.planned_documents import PlannedDocument, in_status, planned_document
from conceptgen.writers import check_formats, format_of, write


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """What is wanted. What is left empty is what the input has content for; "" means the input's own.

    ``file_name`` is a pattern: ``{stem}``, ``{document}``, ``{chain}``, ``{variant}``, ``{audience}``, ``{language}``,
    ``{version}`` and ``{status}`` stand for what they name; a place without content goes with the hyphen before it;
    that of the chain holds the day of a report on progress. ``audience``: the readers whose edition is wanted; their
    files are always called otherwise than the whole ones. ``chains``: the chains and reports that are told of.
    ``editions``: the name of an approved document ends with its version, so that the next version is another file.
    """

    documents: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    formats: tuple[str, ...] = USUAL_FORMATS
    language: str = ""
    chains: tuple[str, ...] = ()
    look: Look = DEFAULT_LOOK
    status: str = ""
    file_name: str = ""
    editions: bool = False
    map_size: str = MAP_SIZES[0]
    audience: str = ""


@dataclass(frozen=True, slots=True)
class Output:
    """One file to be: its name, and how to make it."""

    name: str
    format: str
    status: str
    document: Document
    look: Look = DEFAULT_LOOK

    def data(self) -> bytes:
        """The complete file. Raises EnvironmentFault when the machine lacks what the format needs."""
        return write(self.document, self.format, self.look)

    @property
    def letters(self) -> str:
        """What becomes of those letters, as the words that tell it are called."""
        return format_of(self.format, self.look).letters

    def missing_letters(self) -> dict[str, str]:
        """The letters that the fonts of the format lack, each with its code and name."""
        return format_of(self.format, self.look).missing_letters(self.document, self.look)


_PLACE = re.compile(r"(-?)\{(stem|document|chain|variant|audience|language|version|status)\}")
USUAL_NAME = "{stem}-{document}-{chain}-{variant}-{audience}-{language}"


def outputs(project: Project, stem: str, request: RenderRequest) -> Iterator[Output]:
    """Every wished output in turn; raises RequestError for a wish that nothing can fulfil, before the first."""
    language = request.language or project.document.language
    _refuse_unknown(project, request, project.document.language)
    look = look_for(project, request.look)
    for document, variant, chain in _requested(project, request):
        status = _status(project, request, document, variant, chain)
        composed = compose(
            project, document, variant, language, chain, status, request.map_size, request.audience
        )
        about = replace(_planned(project, request, document, variant, chain), status=status)
        accepted = accepted_gaps(project, about)
        composed = without_gaps(composed, accepted)
        composed = with_small_print(composed, _disclaimer(project, variant, look))
        name = _name(project, stem, request, document, variant, chain)
        for format in _formats(request, document, variant):
            shown = composed
            if format in OF_SLIDES:
                shown = without_gaps(with_slides(project, composed), accepted)
            yield Output(f"{name}.{format}", format, status, shown, look)


def look_for(project: Project, look: Look) -> Look:
    """The look with its PDF engine: the wished one, else that of the input, else the usual one."""
    engine = look.pdf_engine or project.settings.pdf_engine or USUAL_PDF_ENGINE
    refuse_unknown("pdf_engine", (engine,), PDF_ENGINES, project.document.language)
    return replace(look, pdf_engine=engine)


def names(project: Project, stem: str, request: RenderRequest) -> Iterator[str]:
    """The names of the wished outputs, without making any; raises RequestError like ``outputs``."""
    _refuse_unknown(project, request, project.document.language)
    for each in _requested(project, request):
        name = _name(project, stem, request, *each)
        yield from (f"{name}.{format}" for format in _formats(request, *each[:2]))


def _formats(request: RenderRequest, document: str, variant: str) -> tuple[str, ...]:
    """The wished formats that a variant has."""
    known = formats_of(document, variant)
    return tuple(each for each in request.formats if each in known)


def _status(project: Project, request: RenderRequest, document: str, variant: str, chain: str) -> str:
    return request.status or status_of(project, document, variant, chain, request.audience)


def _planned(
    project: Project, request: RenderRequest, document: str, variant: str, chain: str
) -> PlannedDocument:
    planned = planned_document(project, document, variant, chain, request.audience)
    return replace(planned, map_size=request.map_size)


def _name(
    project: Project, stem: str, request: RenderRequest, document: str, variant: str, chain: str
) -> str:
    own = project.document.language
    language = request.language or own
    status = _status(project, request, document, variant, chain)
    facts = {
        "stem": stem,
        "document": document,
        "chain": chain if len(project.chains) > 1 or KINDS[document].per_report else "",
        "variant": variant,
        "audience": request.audience,
        "language": language if language != own else "",
        "version": project.document.edition or say(own, "outputs.undated"),
        "status": status,
    }
    return file_name(_pattern(request, status), facts)


def _pattern(request: RenderRequest, status: str) -> str:
    pattern = request.file_name or USUAL_NAME
    if request.audience and "{audience}" not in pattern:
        pattern += "-{audience}"
    is_edition = request.editions and status == "approved" and "{version}" not in pattern
    return f"{pattern}-v{{version}}" if is_edition else pattern


def file_name(pattern: str, facts: Mapping[str, str]) -> str:
    """The name a pattern gives; a place that nothing fills goes with the hyphen before it."""
    return safe_name(_PLACE.sub(lambda place: _filled(place[1], facts[place[2]]), pattern))


def _filled(hyphen: str, fact: str) -> str:
    return f"{hyphen}{fact}" if fact else ""


def planned_documents(project: Project, request: RenderRequest) -> tuple[PlannedDocument, ...]:
    """The wished documents as the review knows them; raises RequestError like ``outputs``."""
    _refuse_unknown(project, request, project.document.language)
    wished = tuple(_planned(project, request, *each) for each in _requested(project, request))
    return in_status(wished, request.status)


def _requested(project: Project, request: RenderRequest) -> Iterator[tuple[str, str, str]]:
    """Document, variant and chain, one after another; without wishes, what the input has content for."""
    told = for_audience(project, request.audience)
    for document in request.documents or usual_documents(told):
        known = subjects(project, document)
        wished = [each for each in known if each in request.chains]
        for subject in wished or told_subjects(project, document, request.audience):
            yield from ((document, variant, subject) for variant in _variants(told, request, document))


def _variants(project: Project, request: RenderRequest, document: str) -> Iterable[str]:
    """The wished variants of a kind; of a kind nobody named, those of them that it has."""
    known = KINDS[document].variant_names
    return (
        [each for each in request.variants if each in known] if request.variants else usual(project, document)
    )


def _disclaimer(project: Project, variant: str, look: Look) -> str:
    """The brand's disclaimer for a full document, unless the author has one of their own."""
    author = project.document.prepared_by
    own = author is not None and author.disclaimer is not None
    return look.brand.disclaimer if variant == "full" and not own else ""


def _refuse_unknown(project: Project, request: RenderRequest, language: str) -> None:
    """Raise RequestError for a wish that nothing can fulfil."""
    refuse_unknown("document", request.documents, KINDS, language)
    refuse_unknown("audience", filter(None, (request.audience,)), AUDIENCES, language)
    told = for_audience(project, request.audience)
    for document in request.documents:
        refuse_audience(document, request.audience, language)
        refuse_without_content(told, document, language, project)
    wished = request.documents or usual_documents(told)
    for document in request.documents:
        refuse_unknown("variant", request.variants, KINDS[document].variant_names, language)
    refuse_unknown("variant", request.variants, _all_variants(wished), language)
    check_formats(request.formats, language)
    _refuse_formats(project, request, wished, language)
    refuse_unknown("language", (request.language or language,), LANGUAGES, language)
    refuse_unknown("map_size", (request.map_size,), MAP_SIZES, language)
    _refuse_subjects(project, request.chains, wished, language)


def _refuse_subjects(project: Project, names: Iterable[str], wished: Iterable[str], language: str) -> None:
    """Raise RequestError for a chain or report that there is none of, or that no wished document is about."""
    about = {name for document in wished for name in subjects(project, document)}
    unused = [name for name in names if name not in about]
    named = (*chain_names(project), *report_names(project))
    unknown = tuple(name for name in unused if name not in named)
    kinds = [KINDS[document] for document in wished]
    if any(kind.per_report for kind in kinds) and not any(kind.per_chain for kind in kinds):
        refuse_unknown("report", unknown, report_names(project), language)
    refuse_chains(project, unknown, language)
    if unused:
        known = ", ".join(kind.name for kind in KINDS.values() if kind.per_chain or kind.per_report)
        raise RequestError(say(language, "outputs.chain_unused", name=unused[0], known=known))


def _refuse_formats(
    project: Project, request: RenderRequest, documents: Iterable[str], language: str
) -> None:
    """Raise RequestError for slides and pictures of what has none: what was named, or all that would be made."""
    pairs = [(document, each) for document in documents for each in _variants(project, request, document)]
    for format in (each for each in request.formats if each not in PAGED):
        shown = {document for document, variant in pairs if format in formats_of(document, variant)}
        for document, variant in pairs:
            named = bool(request.variants) or (
                document not in shown and (document in request.documents or not shown)
            )
            if named and format not in formats_of(document, variant):
                told = {"document": document, "variant": variant, "format": format, "known": _having(format)}
                key = "no_slides" if format in OF_SLIDES else "no_picture"
                raise RequestError(say(language, f"outputs.{key}", **told))


def _having(format: str) -> str:
    """The documents a format is known of."""
    every = (
        f"{kind.name} {each.name}" for kind in KINDS.values() for each in kind.variants if format in each.also
    )
    return ", ".join(every)


def _all_variants(documents: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(name for document in documents for name in KINDS[document].variant_names)
