"""One input's work: bytes and wishes in, findings and bytes out. Pure: any process, here or elsewhere, can do it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from conceptgen.batch.editions import earlier_edition
from conceptgen.batch.fingerprint import digest, fingerprint
from conceptgen.batch.records import FROZEN
from conceptgen.composition.audience import told_left_out
from conceptgen.document.blocks import Chart, Document
from conceptgen.document.inline import plain
from conceptgen.document.look import DEFAULT_LOOK
from conceptgen.document.walk import blocks, lines, photographs, plain_text, texts
from conceptgen.errors import EnvironmentFault, RequestError
from conceptgen.findings import Finding
from conceptgen.input import load
from conceptgen.languages import say
from conceptgen.model.pictures import Photo
from conceptgen.model.project import Project
from conceptgen.pipeline import Output, RenderRequest, outputs
from conceptgen.rulebook import review
from conceptgen.rulebook.gate import stopping
from conceptgen.rulebook.planned_documents import PlannedDocument
from conceptgen.writers.complaints import complaints

State = Literal["made", "unchanged", "stale", "frozen", "changed_frozen", "failed"]
"""``stale``: would be made; ``changed_frozen``: an approved edition that the input no longer says."""
_APPROVAL = ("document", "approval")


@dataclass(frozen=True, slots=True)
class Job:
    """What to make of one input.

    ``known``: fingerprints of outputs that are there and whole, by name. ``frozen``: what approved editions say;
    ``kept``: those of them that lie in their place.
    ``look_only``: say what would be made, and make nothing. ``photos``: those it names. ``planned``: the documents that
    are judged first, with what loading ``found``.
    """

    name: str
    stem: str
    data: bytes
    requests: tuple[RenderRequest, ...]
    known: Mapping[str, str] = field(default_factory=dict)
    frozen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    look_only: bool = False
    photos: Mapping[str, Photo] = field(default_factory=dict)
    planned: tuple[PlannedDocument, ...] = ()
    found: tuple[Finding, ...] = ()
    strict: bool = False
    allow_gaps: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """One output of a job; ``lines`` is what an approved edition says, ``version`` which it is; ``complaints`` are for
    the user."""

    name: str
    state: State
    status: str
    fingerprint: str = ""
    data: bytes = b""
    lines: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    version: str = ""

    @property
    def sha(self) -> str:
        """The hash of the bytes."""
        return digest(self.data)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job: what was found in the input, and what of it ``stops`` its documents, or else these."""

    findings: tuple[Finding, ...]
    stops: tuple[str, ...] = ()
    made: tuple[Made, ...] = ()


def work(job: Job) -> Done:
    """Judge an input, and make everything the job asks for. Raises RequestError for wishes nothing can fulfil."""
    # The brand is in the orders already, as the photographs are: read where the files they are lie.
    loaded = load(job.data, job.name, brand=DEFAULT_LOOK.brand)
    assert loaded.project is not None, "a job is given only what loads"
    project = loaded.project.with_photos(job.photos)
    findings = (*job.found, *review(replace(loaded, project=project), job.planned))
    stops = stopping(findings, allow_gaps=job.allow_gaps, strict=job.strict)
    return Done(findings, tuple(map(str, stops)), () if stops else _everything(job, project))


def _everything(job: Job, project: Project) -> tuple[Made, ...]:
    """The outputs in the order of asking."""
    language = project.document.language
    done: dict[str, Made] = {}
    for request in job.requests:
        for output in outputs(project, job.stem, request):
            made = _told(output, _signed(output, _made(output, job, language), job, project), project)
            same = done.setdefault(output.name.casefold(), made)
            if same.fingerprint != made.fingerprint:
                raise RequestError(say(language, "building.same_name", name=output.name))
    return tuple(done.values())


def _told(output: Output, made: Made, project: Project) -> Made:
    """A new edition for an audience tells what it leaves out."""
    audience = output.document.edition.audience
    if not audience or made.state != "made":
        return made
    return replace(made, complaints=(*made.complaints, told_left_out(project, audience)))


def _signed(output: Output, made: Made, job: Job, project: Project) -> Made:
    """A new edition tells when it carries the approval of an earlier one, word for word and with its date."""
    if output.status != FROZEN:
        return made
    version = project.document.edition or say(project.document.language, "outputs.undated")
    made = replace(made, version=version)
    earlier = earlier_edition(output.name, version, job.frozen) if made.state in ("made", "stale") else ""
    signature = _signature(output.document)
    if not earlier or not signature or not signature <= set(job.frozen[earlier]) or _is_confirmed(project):
        return made
    said = say(project.document.language, "building.same_approval", name=earlier)
    return replace(made, complaints=(*made.complaints, said))


def _signature(document: Document) -> set[str]:
    """The lines that print the approval; none where it has no date."""
    dated, found = False, set()
    for content in (content for block in blocks(document) for content in lines(block)):
        paths = [text.origin.path for text in texts(content) if text.origin]
        if any(path[:2] == _APPROVAL for path in paths):
            found.add(plain(content))
            dated = dated or (*_APPROVAL, "date") in paths
    return found if dated else set()


def _is_confirmed(project: Project) -> bool:
    return any(each.rule == "E-DOC-06" for each in project.review.allow)


def _made(output: Output, job: Job, language: str) -> Made:
    print_of_it = fingerprint(output.document, output.format, output.look)
    if output.status == FROZEN and output.name in job.frozen:
        said = sayings(output.document)
        if said != job.frozen[output.name]:
            return Made(output.name, "changed_frozen", output.status, print_of_it, lines=said)
        if output.name in job.kept:
            return Made(output.name, "frozen", output.status, print_of_it)
    if job.known.get(output.name) == print_of_it:
        return Made(output.name, "unchanged", output.status, print_of_it)
    if job.look_only:
        return Made(output.name, "stale", output.status, print_of_it)
    return _written(output, print_of_it, language)


def _written(output: Output, print_of_it: str, language: str) -> Made:
    with complaints() as told:
        try:
            data = output.data()
        except EnvironmentFault as fault:
            return Made(output.name, "failed", output.status, print_of_it, complaints=(str(fault),))
        missing = output.missing_letters()
    if missing:
        letters = ", ".join(f"«{letter}» {name}" for letter, name in missing.items())
        told.append(say(language, f"building.letters.{output.letters}", letters=letters))
    lines = sayings(output.document) if output.status == FROZEN else ()
    return Made(output.name, "made", output.status, print_of_it, data, lines, tuple(told))


def sayings(document: Document) -> tuple[str, ...]:
    """All a document says, line by line, what its charts show included."""
    charts = (block.alt for block in blocks(document) if isinstance(block, Chart))
    photos = (each.alt for block in blocks(document) for each in photographs(block))
    return (*plain_text(document), *charts, *photos)
