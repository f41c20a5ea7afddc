"""The page around the document: what can be looked at, what was found, and how it is kept fresh."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from conceptgen import resources
from conceptgen.deliverables.formats import PAGED
from conceptgen.deliverables.kinds import KINDS
from conceptgen.findings import SEVERITY, Finding
from conceptgen.languages import LANGUAGES, say, vocabulary
from conceptgen.preview.editing.forms import lists_by_way
from conceptgen.preview.view import DocumentRef, Session, Snapshot
from conceptgen.rulebook.catalogue import catalogue
from conceptgen.rulebook.folding import Alike, Fold, fold

DOWNLOADS = tuple(name for name in PAGED if name != "html")
"""The formats that are offered as files; HTML is what the page shows."""
SHEETS = ("preview.css", "preview.js", "panel.js", "editors.js", "wire.js", "patch.js")
"""What the page is made of, beside itself."""


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(resources.template_path("preview"))
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, auto_reload=False)


def page(view: Session) -> bytes:
    """The page itself; its script asks for the rest."""
    language = view.sight.language
    words = vocabulary(language)["preview"]
    made = _environment().get_template("page.html.j2")
    return made.render(
        words=words,
        language=language,
        file=view.path.name,
        downloads=_downloads(language),
        locked=words["panel"]["locked"][view.locked] if view.locked else "",
        told={"lists": lists_by_way(language), **words["panel"]},
    ).encode()


def trouble(view: Session, said: str) -> bytes:
    """The page in the place of a file that could not be made: what happened, and nothing else."""
    made = _environment().get_template("trouble.html.j2")
    return made.render(language=view.sight.language, file=view.path.name, said=said).encode()


def _downloads(language: str) -> dict[str, str]:
    """What each format is called, in the order of offering."""
    labels = vocabulary(language)["lists"]["file_format"]
    return {name: labels.get(name, name) for name in DOWNLOADS}


def sheet(name: str) -> bytes:
    """The page's script or style sheet."""
    return resources.template_path("preview", name).read_bytes()


def state(view: Session, sight: Snapshot) -> dict[str, Any]:
    """What the page must know: which save is drawn, the documents and languages, what was found in the last save."""
    language = sight.language
    open = [each for each in sight.findings if not each.suppressed]
    return {
        "number": sight.number,
        "mark": sight.mark,
        "undo": view.desk.can_undo,
        "redo": view.desk.can_redo,
        "drawn": sight.drawn,
        "broken": sight.is_broken,
        "choices": [{"name": each.name, "label": _label(each, sight)} for each in view.choices()],
        "languages": [{"name": each, "label": vocabulary(each)["language"]["name"]} for each in LANGUAGES],
        "language": sight.project.document.language if sight.project else language,
        "groups": list(_groups(open, language)),
        "summary": say(language, "preview.summary", count=len(open)),
        "guide": sight.guide.record(language) if sight.guide else None,
    }


def _groups(findings: list[Finding], language: str) -> Iterator[dict[str, Any]]:
    """The findings by severity, the gravest first, each group under its word; many of a code together."""
    for severity in SEVERITY.values():
        found = [each for each in findings if each.severity == severity]
        if found:
            title = say(language, f"preview.severity.{severity}", count=len(found))
            lines = [
                _many(each, language) if isinstance(each, Fold) else _told(each, language)
                for each in fold(found)
            ]
            yield {"severity": severity, "title": title, "findings": lines}


def _told(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "place": _place(finding, language),
        "at": _at(finding),
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint,
        "alike": [],
    }


def _many(many: Fold, language: str) -> dict[str, Any]:
    """The title and how many; below it what is wrong, with everyone it is wrong with and where."""
    title = catalogue(language)[many.first.code].title
    return {
        "place": "",
        "at": None,
        "code": many.first.code,
        "message": f"{title} — {len(many.findings)}",
        "hint": many.hint,
        "alike": [_alike(each, language, "" if many.hint else each.hint) for each in many.alike],
    }


def _alike(alike: Alike, language: str, hint: str) -> dict[str, Any]:
    is_one = len(alike.findings) == 1
    things = ["" if is_one else each.subject for each in alike.findings]
    places = [_place(each, language) for each in alike.findings]
    told = [
        {"name": f"{thing} ({place})" if thing and place else thing or place, "at": _at(each)}
        for thing, place, each in zip(things, places, alike.findings, strict=True)
    ]
    return {"message": alike.words, "things": [each for each in told if each["name"]], "hint": hint}


def _at(finding: Finding) -> list[str | int] | None:
    """The place that a finding leads to."""
    path = next(iter(finding.lacks), ()) or finding.path
    return list(path) or None


def _place(finding: Finding, language: str) -> str:
    if finding.cell:
        return finding.cell
    return say(language, "preview.line", line=finding.line) if finding.line else ""


def _label(choice: DocumentRef, sight: Snapshot) -> str:
    words = vocabulary(sight.language)
    kind = words["lists"]["document_kind"][choice.document]
    variant = words["lists"]["variant"][choice.variant]
    if KINDS[choice.document].per_report:
        return f"{kind} {choice.chain}: {variant}"
    chain = f" «{_chain_name(choice.chain, sight)}»" if choice.chain else ""
    return f"{kind}{chain}: {variant}"


def _chain_name(name: str, sight: Snapshot) -> str:
    chains = sight.project.chains if sight.project else ()
    return next(str(each.name) for place, each in enumerate(chains, 1) if name in (each.id, str(place)))
