"""The line for the list of changes of a document, told from what changed, and written into its file."""

from __future__ import annotations

from collections.abc import Sequence

from conceptgen.changes import Change, Teller, apply, compare
from conceptgen.changes.order import is_weighty
from conceptgen.changes.plain import Data, plain
from conceptgen.changes.trail import trail_of
from conceptgen.errors import RequestError
from conceptgen.input import load_bytes
from conceptgen.languages import say
from conceptgen.model.project import Project

LONGEST = 600
"""Letters of a line: beyond it only the number of the others is told."""
_PATH = ("document", "revisions")


def with_revision(data: bytes, name: str, old: Project, new: Project) -> bytes:
    """The file with one more entry: the version and the date of the new edition, and what changed.

    Everything else keeps its bytes. Raises RequestError where nothing changed or the version has its entry already.
    """
    project = load_bytes(data, name).project
    language = new.document.language
    changes = [each for each in compare(old, new) if each.path[:2] != _PATH]
    if project is None or not changes:
        raise RequestError(say(language, "comparing.no_revision", name=name))
    version = new.document.version
    if version and any(each.version == version for each in project.document.revisions):
        raise RequestError(say(language, "comparing.has_revision", name=name, version=version))
    return apply([_change(project, _entry(old, new, changes))], data, name)


def _entry(old: Project, new: Project, changes: Sequence[Change]) -> dict[str, Data]:
    head = new.document
    told = _text(Teller(old, new, language=head.language), changes)
    version: dict[str, Data] = {"version": head.version} if head.version else {}
    date = plain(head)
    assert isinstance(date, dict)
    return {**version, "date": date["date"], "text": told}


def _text(teller: Teller, changes: Sequence[Change]) -> str:
    """The sentences, the weighty ones first, as many as go in."""
    sentences = [teller.sentence(each) for each in sorted(changes, key=lambda each: not is_weighty(each))]
    told = sentences[:1]
    for each in sentences[1:]:
        if len("; ".join([*told, each])) > LONGEST:
            break
        told.append(each)
    left = len(sentences) - len(told)
    rest = [say(teller.language, "comparing.others", count=left)] if left else []
    return "; ".join([*told, *rest])


def _change(project: Project, entry: dict[str, Data]) -> Change:
    trail = trail_of(project, _PATH)
    count = len(project.document.revisions)
    if not count:
        return Change("set", _PATH, ".".join(_PATH), trail, None, [entry])
    return Change("add", _PATH, ".".join(_PATH), trail, new=entry, index=count)
