"""What is shown: the last input that could be read, and what is wrong with the file as it is now."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Condition

from conceptgen.deliverables.kinds import KINDS
from conceptgen.document.look import DEFAULT_LOOK, Brand, Look
from conceptgen.errors import RequestError
from conceptgen.files import display_name
from conceptgen.findings import Finding, has_errors
from conceptgen.input import Loaded, load, sibling_files
from conceptgen.input.brand import FILE, brand_file
from conceptgen.input.limits import BYTES
from conceptgen.model.content import about_chains, possible
from conceptgen.model.project import Project
from conceptgen.pipeline import RenderRequest, outputs
from conceptgen.rulebook import review
from conceptgen.safe_read import read_regular


class Superseded(Exception):
    """A later save has made this page old before it was ready; the next one is asked for already."""


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
    language: str = "ru"

    @property
    def is_broken(self) -> bool:
        """Whether what can be looked at is of an earlier save."""
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
    """One file being written, and whoever waits for its next save. ``brand``: a file in place of its own brand."""

    def __init__(self, path: Path, brand: Path | None = None) -> None:
        self.path, self.brand = path, brand
        self.changed = Condition()
        self.sight = Snapshot()
        self.read: dict[Path, bytes | str] = {}
        self.refresh()

    def refresh(self) -> None:
        """Read everything again where anything is new. What cannot be read leaves the last good view where it is."""
        # Where something is wrong it may be a file that is not there yet.
        if not self.sight.is_broken and all(self._bytes(path) == data for path, data in self.read.items()):
            return
        read = {path: self._bytes(path) for path in self._own()}
        with sibling_files.track_reads() as beside:
            loaded = load(self.path)
            brand, told = self._brand(loaded)
        sight = replace(
            self.sight,
            number=self.sight.number + 1,
            findings=(*loaded.findings, *told, *review(loaded)),
            language=loaded.language,
        )
        if loaded.project and not has_errors(told):
            look = replace(DEFAULT_LOOK, brand=brand)
            sight = replace(sight, drawn=sight.number, project=loaded.project, look=look)
        self.read |= read | beside
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

    def _brand(self, loaded: Loaded) -> tuple[Brand, tuple[Finding, ...]]:
        if self.brand is None:
            return loaded.brand, ()
        brand, told = brand_file(self.brand, display_name(self.brand), loaded.language)
        return brand, tuple(told)

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

        Raises RequestError for what is not there, Outdated for a page that nobody waits for any more.
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
        )
        output = next(outputs(sight.project, self.path.stem, request))
        if format == "html" and sight.drawn != self.sight.drawn:
            raise Superseded
        return output.name, output.data()


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (a link keeps its own folder)


def _document_refs(project: Project) -> Iterator[DocumentRef]:
    for document in possible(project):
        for variant in KINDS[document].variant_names:
            for chain in about_chains(project, document):
                yield DocumentRef(document, variant, chain)
