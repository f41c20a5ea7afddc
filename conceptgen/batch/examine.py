"""What is to be made of an input, and which files beside it that leans on. Whoever makes it judges it as well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from conceptgen.batch.fingerprint import digest
from conceptgen.batch.inputs import Source, real, state_of
from conceptgen.batch.plan import Plan
from conceptgen.batch.requests import requests_for
from conceptgen.errors import RequestError
from conceptgen.files import stem_of
from conceptgen.findings import Finding
from conceptgen.input import Loaded, load, sibling_files
from conceptgen.input.files import BRAND_FILE
from conceptgen.languages import say
from conceptgen.model.pictures import Photo
from conceptgen.model.project import Project
from conceptgen.pipeline import RenderRequest, names, planned_documents
from conceptgen.rulebook.planned_documents import PlannedDocument


@dataclass(frozen=True, slots=True)
class Examined:
    """What loading found in an input; no ``requests`` when it cannot be built, and then ``messages`` say why.

    ``names``: those of its outputs, known before any is made. ``planned``: the documents that are to be judged.

    ``dependencies``: the state of each file beside it that was read, by its full name; "" for one that is not there.
    """

    findings: tuple[Finding, ...]
    requests: tuple[RenderRequest, ...] | None = None
    messages: tuple[str, ...] = ()
    dependencies: dict[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    planned: tuple[PlannedDocument, ...] = ()
    photos: Mapping[str, Photo] = field(default_factory=dict)


def examine(source: Source, plan: Plan) -> Examined:
    """Load an input and read its orders."""
    if source.fault:
        why = say(plan.language, f"building.unread.{source.fault}")
        said = say(plan.language, "building.unreadable", name=source.name, reason=why)
        return Examined((), messages=(said,))
    with sibling_files.track_reads() as beside:
        loaded = load(source.data, source.name, folder=source.path.parent, brand=plan.brand)
    dependencies = {
        str(real(path)): state_of(str(real(path))) if data is None else digest(data)
        for path, data in beside.items()
    }
    brand = str(real(source.path.parent) / BRAND_FILE)
    dependencies.setdefault(brand, state_of(brand))
    if loaded.project is None:
        return Examined(loaded.findings, messages=_errors(loaded))
    requests = requests_for(loaded.project, replace(plan.look, brand=loaded.brand), plan.map_size)
    try:
        planned = _planned(loaded.project, requests)
    except RequestError as refused:
        return Examined(loaded.findings, messages=(str(refused),))
    made = (name for request in requests for name in names(loaded.project, stem_of(source.name), request))
    return Examined(
        loaded.findings, requests, (), dependencies, tuple(made), planned, photos=loaded.project.photos
    )


def _errors(loaded: Loaded) -> tuple[str, ...]:
    return tuple(str(each) for each in loaded.findings if each.severity == "error")


def _planned(project: Project, requests: tuple[RenderRequest, ...]) -> tuple[PlannedDocument, ...]:
    wanted = (document for request in requests for document in planned_documents(project, request))
    return tuple(dict.fromkeys(wanted))
