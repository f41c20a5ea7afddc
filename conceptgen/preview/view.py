"""What is shown: the last input that could be read, and what is wrong with the file as it is now."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Condition, Lock

from conceptgen.composition.audience import for_audience
from conceptgen.deliverables.formats import QUICK_PDF_ENGINE
from conceptgen.deliverables.kinds import KINDS, MAP_SIZES
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.errors import RequestError
from conceptgen.files import display_name
from conceptgen.findings import Finding
from conceptgen.garbage import no_search_for_garbage
from conceptgen.input import Loaded, load, sibling_files, with_files
from conceptgen.input.files import BRAND_FILE
from conceptgen.input.limits import BYTES
from conceptgen.languages import USUAL
from conceptgen.model.content import possible, told_subjects
from conceptgen.model.project import Project
from conceptgen.pipeline import Output, RenderRequest, outputs, planned_documents
from conceptgen.preview.editing.desk import Desk, mark_of
from conceptgen.preview.editing.guide import Guide, guide_of
from conceptgen.rulebook import is_stopped, review
from conceptgen.safe_read import read_regular
from conceptgen.writers.html.drawn import Drawn
from conceptgen.writers.html.page import markup

_DRAWING = 2.0
"""Seconds that the review waits for a page to draw itself."""

_PAGES = 4
"""Pages of which is kept what was drawn: each as much as the page itself."""


class Superseded(Exception):
    """A later save has made this page old before it was ready; the next one is asked for already."""


class Refused(Exception):
    """Something in the input stops this document; what it is stands beside it on the page."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The file at one moment: the ``number`` of what is told of it, what was found in it.

    ``loaded`` and ``look`` are the last that could be read, told first with the number ``drawn``; ``mark`` is that of
    its text. The findings follow, for they take longer, and last the ``guide``: what is still to be written.
    """

    number: int = 0
    drawn: int = -1
    loaded: Loaded | None = None
    look: Look = DEFAULT_LOOK
    findings: tuple[Finding, ...] = ()
    language: str = USUAL
    is_broken: bool = True
    mark: str = ""
    guide: Guide | None = None

    @property
    def project(self) -> Project | None:
        """The last input that could be read."""
        return self.loaded.project if self.loaded else None


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
    ``make``: how a file to take away is made, which may take long. ``locked``: why nothing may be changed, as the
    words for it are called; "" where it may. ``audience``: the readers whose edition is shown; "" for all.
    """

    def __init__(
        self,
        path: Path,
        brand: Path | None = None,
        look: Look = DEFAULT_LOOK,
        map_size: str = MAP_SIZES[0],
        make: Callable[[Output], bytes] = Output.data,
        read_only: bool = False,
        audience: str = "",
    ) -> None:
        self.audience = audience
        self.path, self.brand, self.look, self.map_size, self.make = path, brand, look, map_size, make
        self.changed = Condition()
        self.sight = Snapshot()
        self.read: dict[Path, bytes | str] = {}
        self.desk = Desk(path, display_name(path), lambda: self.sight.language)
        self._turn = Lock()
        self._watchers, self._last_drawn = 0, -1
        self._pages: dict[str, Drawn] = {}
        self.refresh()
        is_workbook = self.sight.loaded is not None and self.sight.loaded.workbook is not None
        self.locked = "option" if read_only else "workbook" if is_workbook else ""

    def refresh(self) -> None:
        """Read everything again where anything is new. What cannot be read leaves the last good view where it is."""
        with self._turn:
            if not self.read or any(self._bytes(path) != data for path, data in self.read.items()):
                self._refresh()

    @no_search_for_garbage()
    def _refresh(self) -> None:
        read = {path: self._bytes(path) for path in self._own()}
        with sibling_files.track_reads() as beside:
            loaded = self._loaded(read[_absolute(self.path)])
        self.read |= read | {
            path: self._bytes(path) if data is None else data for path, data in beside.items()
        }
        sight = replace(
            self.sight, number=self.sight.number + 1, language=loaded.language, is_broken=not loaded.project
        )
        if loaded.project:
            text = read[_absolute(self.path)]
            mark = self.desk.learn(text, loaded.project) if isinstance(text, bytes) else ""
            look = replace(self.look, brand=loaded.brand)
            sight = replace(sight, drawn=sight.number, loaded=loaded, look=look, mark=mark)
            if self._tell(sight):
                self._let_draw()
        findings = (*loaded.findings, *review(loaded))
        sight = replace(sight, number=sight.number + 1, findings=findings)
        self._tell(sight)
        guide = guide_of(loaded, findings, sight.guide) if loaded.project else sight.guide
        if guide != sight.guide:
            self._tell(replace(sight, number=sight.number + 1, guide=guide))

    def _loaded(self, text: bytes | str) -> Loaded:
        name = display_name(self.path)
        if isinstance(text, str):
            return load(self.path, name, brand=self.brand)
        known, loaded = self.desk.written or (b"", None)
        if loaded is not None and known == text:
            return with_files(loaded, self.path.parent, self.brand)
        return load(text, name, folder=self.path.parent, brand=self.brand)

    def _let_draw(self) -> None:
        """A page that was waiting is drawn before the review takes the machine."""
        with self.changed:
            self.changed.wait_for(lambda: self._last_drawn >= self.sight.drawn, _DRAWING)

    def _tell(self, sight: Snapshot) -> int:
        """Tell everybody who waits; how many they are."""
        with self.changed:
            self.sight = sight
            self.changed.notify_all()
            return self._watchers

    def newest(self) -> tuple[Loaded | None, str]:
        """The input as the desk has just written it, be the page drawn anew or not; and the mark of its text."""
        written, loaded = self.desk.written or (b"", None)
        if loaded is not None and self._bytes(_absolute(self.path)) == written:
            return loaded, mark_of(written)
        return self.sight.loaded, self.sight.mark

    def folders(self) -> frozenset[Path]:
        """The folders where a save may change what is seen."""
        return frozenset(path.parent for path in (*self.read, Path(os.path.realpath(self.path))))

    def _own(self) -> list[Path]:
        """The files that are always looked at, whether they are there or not."""
        return [_absolute(self.path), _absolute(self.brand or self.path.with_name(BRAND_FILE))]

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
            self._watchers += 1
            self.changed.wait_for(lambda: self.sight.number > number, seconds)
            self._watchers -= 1
            return self.sight

    def choices(self) -> tuple[DocumentRef, ...]:
        """The documents the input has content for."""
        project = self.sight.project
        return tuple(_document_refs(project, self.audience)) if project else ()

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
            look=replace(sight.look, pdf_engine=self._pdf_engine(sight)),
            map_size=self.map_size,
            audience=self.audience,
        )
        if format != "html" and is_stopped(sight.project, *planned_documents(sight.project, request)):
            raise Refused(name)
        output = next(outputs(sight.project, self.path.stem, request))
        if format == "html" and sight.drawn != self.sight.drawn:
            raise Superseded
        return output.name, self._page(output, sight.drawn) if format == "html" else self.make(output)

    @staticmethod
    def _pdf_engine(sight: Snapshot) -> str:
        """Who asks for a page while he writes is not to wait: the quick one, where nothing else is said."""
        settings = sight.project.settings if sight.project else None
        return sight.look.pdf_engine or (settings and settings.pdf_engine) or QUICK_PDF_ENGINE

    def _page(self, output: Output, drawn: int) -> bytes:
        """A document for the screen; its values can be pressed. Only what is new is drawn anew."""
        known = self._drawn_before(output.name)
        made = markup(output.document, output.look, addressed=True, drawn=known).encode()
        with self.changed:
            self._last_drawn = max(self._last_drawn, drawn)
            self.changed.notify_all()
        return made

    def _drawn_before(self, name: str) -> Drawn:
        """What is kept of a page since it was drawn last: of the few that somebody may be looking at."""
        with self.changed:
            known = self._pages.pop(name) if name in self._pages else Drawn()
            self._pages[name] = known
            for other in list(self._pages)[:-_PAGES]:
                del self._pages[other]
            return known


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 (a link keeps its own folder)


def _document_refs(project: Project, audience: str) -> Iterator[DocumentRef]:
    """The documents of an audience; none where nothing of the input may be told it."""
    try:
        told = for_audience(project, audience)
    except RequestError:
        return
    for document in possible(told):
        if audience and audience not in KINDS[document].audiences:
            continue
        for variant in KINDS[document].variant_names:
            for chain in told_subjects(project, document, audience):
                yield DocumentRef(document, variant, chain)
