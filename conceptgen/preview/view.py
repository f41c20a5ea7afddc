"""What is shown: the last input that could be read, and what is wrong with the file as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Condition

from conceptgen.compose.variants import VARIANTS
from conceptgen.document.look import HOUSE, Brand, Look
from conceptgen.errors import RequestError
from conceptgen.findings import Finding
from conceptgen.load import load
from conceptgen.model.project import Project
from conceptgen.pipeline import Wishes, outputs
from conceptgen.review import review


@dataclass(frozen=True, slots=True)
class Sight:
    """The file at one moment. ``project`` is the last that could be read; ``is_broken``: it is not this file's."""

    number: int
    project: Project | None
    findings: tuple[Finding, ...]
    is_broken: bool
    language: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One document that can be looked at: ``concept-full``, ``chain-visit-short``."""

    document: str
    variant: str
    chain: str = ""

    @property
    def name(self) -> str:
        """How the page asks for it."""
        return "-".join(part for part in (self.document, self.chain, self.variant) if part)


class View:
    """One file being written, and whoever waits for its next save."""

    def __init__(self, path: Path, look: Look = HOUSE, brand: Brand | None = None) -> None:
        self.path, self.look, self.brand = path, look, brand
        self.changed = Condition()
        self.sight = Sight(0, None, (), True, "ru")
        self.refresh()

    def refresh(self) -> None:
        """Read the file again. What cannot be read leaves the last good view where it is."""
        loaded = load(self.path)
        project = loaded.project or self.sight.project
        if loaded.project:
            self.look = replace(self.look, brand=self.brand or loaded.brand)
        findings = (*loaded.findings, *review(loaded))
        with self.changed:
            self.sight = Sight(
                self.sight.number + 1, project, findings, loaded.project is None, loaded.language
            )
            self.changed.notify_all()

    def after(self, number: int, seconds: float) -> Sight:
        """What is seen after a number of saves; waits for the next save at most so long."""
        with self.changed:
            self.changed.wait_for(lambda: self.sight.number > number, seconds)
            return self.sight

    def choices(self) -> tuple[Choice, ...]:
        """The documents the input has content for."""
        project = self.sight.project
        return tuple(_choices(project)) if project else ()

    def file(self, name: str, format: str) -> tuple[str, bytes]:
        """A document in a format: the name for its file, and its bytes. Raises RequestError for what is not there."""
        project = self.sight.project
        choice = next((each for each in self.choices() if each.name == name), None)
        if project is None or choice is None:
            raise RequestError(name)
        chains = (choice.chain,) if choice.chain else ()
        wishes = Wishes((choice.document,), (choice.variant,), (format,), chains=chains, look=self.look)
        output = next(outputs(project, self.path.stem, wishes))
        return output.name, output.data()


def _choices(project: Project) -> Iterator[Choice]:
    for document, variant in VARIANTS:
        if document == "chain":
            for place, chain in enumerate(project.chains, 1):
                yield Choice(document, variant, chain.id or str(place))
        elif project.concept is not None and (document == "concept" or project.chains):
            yield Choice(document, variant)
