"""What is shown: the last input that could be read, and what is wrong with the file as it is now."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Condition

from conceptgen.deliverables.kinds import KINDS, MAP_SIZES
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.errors import RequestError
from conceptgen.files import display_name
from conceptgen.findings import Finding
from conceptgen.input import load, sibling_files
from conceptgen.input.brand import FILE
from conceptgen.input.limits import BYTES
from conceptgen.languages import USUAL
from conceptgen.model.content import possible, subjects
from conceptgen.model.project import Project
from conceptgen.pipeline import Output, RenderRequest, outputs, planned_documents
from conceptgen.rulebook import is_stopped, review
from conceptgen.safe_read import read_regular


class Superseded(Exception):
    """A later save has made this page old before it was ready; the next one is asked for already."""


class Refused(Exception):
    """Something in the input stops this document; what it is stands beside it on the page."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The file at one moment: the ``number`` of the save, what was found in it.

    ``project`` and ``look`` are the last that could be read, of the save ``drawn``.
    """

    number: int = 0
    drawn: int = -1
    project: Project | None = None
    look: Look = DEFAULT_LOOK
    findings: tuple[Finding, ...] = ()
    language: str = USUAL

    @property
    def is_broken(self) -> bool:
        """True if what can be looked at is of an earlier save."""
        return self.drawn != self.number


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """One document that can be looked at: ``concept-full``, ``chain-visit-short``."""

    document: str
    variant: str
    chain: str = ""

    @property
    def name(self) -> str:
        """How the page asks for it."""
        return "-".join(part for part in (self.document, self.chain, self.variant) if part)


class Session:
    """One file being written, and whoever waits for its next save.

    ``brand``: a file in place of its own brand; ``look``: the template and the like; ``map_size``: the paper of maps;
    ``make``: how a file to take away is made, which may take long.
    """

    def __init__(
        self,
        path: Path,
        brand: Path | None = None,
        look: Look = DEFAULT_LOOK,
        map_size: str = MAP_SIZES[0],
        make: Callable[[Output], bytes] = Output.data,
    ) -> None:
        self.path, self.brand, self.look, self.map_size, self.make = path, brand, look, map_size, make
        self.changed = Condition()
        self.sight = Snapshot()
        self.read: dict[Path, bytes | str] = {}
        self.refresh()

    def refresh(self) -> None:
        """Read everything again where anything is new. What cannot be read leaves the last good view where it is."""
        if self.read and all(self._bytes(path) == data for path, data in self.read.items()):
            return
        read = {path: self._bytes(path) for path in self._own()}
        with sibling_files.track_reads() as beside:
            loaded = load(self.path, display_name(self.path), brand=self.brand)
        sight = replace(
            self.sight,
            number=self.sight.number + 1,
            findings=(*loaded.findings, *review(loaded)),
            language=loaded.language,
        )
        if loaded.project:
            look = replace(self.look, brand=loaded.brand)
            sight = replace(sight, drawn=sight.number, project=loaded.project, look=look)
        self.read |= read | {
            path: self._bytes(path) if data is None else data for path, data in beside.items()
        }
        with self.changed:
            self.sight = sight
            self.changed.notify_all()

    def folders(self) -> frozenset[Path]:
        """The folders where a save may change what is seen."""
        return frozenset(path.parent for path in (*self.read, Path(os.path.realpath(self.path))))

    def _own(self) -> list[Path]:
        """The files that are always looked at, whether they are there or not."""
        return [_absolute(self.path), _absolute(self.brand or self.path.with_name(FILE))]

    def _bytes(self, path: Path) -> bytes | str:
        """What a file holds; or why it may not be read: it is none, or lies outside the input's folder."""
        is_named = path in (_absolute(self.path), self.brand and _absolute(self.brand))
        try:
            found = path if is_named else sibling_files.find(path.name, path.parent)
            return read_regular(found, BYTES)
        except (OSError, sibling_files.Refused) as fault:
            return str(fault)

    def after(self, number: int, seconds: float) -> Snapshot:
        """What is seen after a number of saves; waits for the next save at most so long."""
        with self.changed:
            self.changed.wait_for(lambda: self.sight.number > number, seconds)
            return self.sight

    def choices(self) -> tuple[DocumentRef, ...]:
        """The documents the input has content for."""
        project = self.sight.project
        return tuple(_document_refs(project)) if project else ()

    def file(self, name: str, format: str, language: str) -> tuple[str, bytes]:
        """A document in a format: the name for its file, and its bytes.

        Raises RequestError for what is not there, Refused for a file that something in the input stops, Superseded
        for a page that nobody waits for any more.
        """
        sight = self.sight
        choice = next((each for each in self.choices() if each.name == name), None)
        if sight.project is None or choice is None:
            raise RequestError(name)
        request = RenderRequest(
            (choice.document,),
            (choice.variant,),
            (format,),
            language,
            chains=(choice.chain,) if choice.chain else (),
            look=sight.look,
            map_size=self.map_size,
        )
        if format != "html" and is_stopped(sight.project, *planned_documents(sight.project, request)):
            raise Refused(name)
        output = next(outputs(sight.project, self.path.stem, request))
        if format == "html" and sight.drawn != self.sight.drawn:
            raise Superseded
        return output.name, output.data() if format == "html" else self.make(output)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (a link keeps its own folder)


def _document_refs(project: Project) -> Iterator[DocumentRef]:
    for document in possible(project):
        for variant in KINDS[document].variant_names:
            for chain in subjects(project, document):
                yield DocumentRef(document, variant, chain)
