"""Edits made in Word come back: every difference of the file from what we wrote, with what is to become of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from conceptgen.changes import CannotApply, Change, apply
from conceptgen.changes.edit import NoSuchPlace
from conceptgen.changes.plain import plain
from conceptgen.composition.audience import hiding
from conceptgen.document.blocks import Document
from conceptgen.document.look import DEFAULT_LOOK, Look
from conceptgen.errors import RequestError
from conceptgen.exchange.edits.aligning import named_alike
from conceptgen.exchange.edits.candidates import Input
from conceptgen.exchange.edits.edit import Edit
from conceptgen.exchange.edits.edition import request_of
from conceptgen.exchange.edits.places import Places
from conceptgen.exchange.edits.printing import prints
from conceptgen.exchange.edits.structure import Structure, kinds
from conceptgen.exchange.edits.trial import Compose, Trial
from conceptgen.exchange.edits.values import Values
from conceptgen.exchange.word import WordFile, read_word
from conceptgen.exchange.word.differences import differences
from conceptgen.languages import say
from conceptgen.model.project import Project
from conceptgen.pipeline import RenderRequest, outputs

__all__ = ["Edit", "Edits", "edits_of"]
_FULL = "full"
_SAME = 0.3
"""At least so much of what the file printed is what today's input prints: otherwise it is another client's."""


@dataclass(frozen=True)
class Edits:
    """All edits of one file in its order, and the changes of the input that the applied ones are.

    ``kept`` and ``marks``: how many of the bookmarks of our values the file still has, and had.
    """

    found: tuple[Edit, ...]
    changes: tuple[Change, ...]
    format: int
    kept: int
    marks: int
    rounds: int = 0

    def applied_to(self, data: bytes, name: str) -> bytes:
        """The input with the certain ones written in; everything else keeps its bytes. Raises CannotApply."""
        try:
            return apply(self.changes, data, name)
        except NoSuchPlace as fault:
            raise CannotApply(name) from fault


def edits_of(edited: bytes, name: str, project: Project, source: str, look: Look = DEFAULT_LOOK) -> Edits:
    """Read a Word file of ours against today's input. ``name`` and ``source`` are those of the files, for messages.

    Raises RequestError with one sentence for a file that is none of ours, or of another input.
    """
    language = project.document.language
    theirs = read_word(edited, name, language)
    if not theirs.map.prints:
        raise RequestError(say(language, "edits.refused.no_map", name=name))
    request = request_of(theirs, project, name)
    document, ours = _today(project, source, request, look)
    ours = named_alike(ours, theirs.map)
    _refuse_stranger(theirs, ours, name, source, language)

    into = Input(project, _data(project), language=document.language)
    widest = replace(request, variants=(_FULL,), audience="")
    wider = None if request == widest else _composing(widest, source)
    places = Places(ours, prints(document))
    trial = Trial(into.data, _composing(request, source), wider, source)
    found = differences(ours, theirs)
    values = Values(theirs.map, places, into, trial)
    edits = [*values.sorted(kinds(found, values=True))]
    structure = Structure(places, into, trial, values.changes, hiding(project, request.audience))
    edits += structure.sorted(kinds(found, values=False))
    edits = sorted(edits, key=lambda each: each.order)
    edits += [*_gone_in_both(theirs, ours), *_comments(theirs)]
    kept = sum(mark in story.bookmarks for story in theirs.stories for mark in theirs.map.prints)
    return Edits(
        tuple(edits), tuple(structure.changes), theirs.map.format, kept, len(theirs.map.prints), trial.rounds
    )


def _composing(request: RenderRequest, source: str) -> Compose:
    def compose(changed: Project) -> Document:
        return next(outputs(changed, source, request)).document

    return compose


def _data(project: Project) -> dict[str, object]:
    data = plain(project)
    assert isinstance(data, dict)
    return data


def _today(project: Project, source: str, request: RenderRequest, look: Look) -> tuple[Document, WordFile]:
    """The same document of today's input."""
    made = next(outputs(project, source, replace(request, look=look)))
    return made.document, read_word(made.data(), source, project.document.language)


def _refuse_stranger(theirs: WordFile, ours: WordFile, name: str, source: str, language: str) -> None:
    same = sum(
        (mine := ours.map.prints.get(mark)) is not None and mine.fingerprint == each.fingerprint
        for mark, each in theirs.map.prints.items()
    )
    if same < _SAME * len(theirs.map.prints):
        raise RequestError(
            say(
                language,
                "edits.refused.stranger",
                name=name,
                source=source,
                same=same,
                all=len(theirs.map.prints),
            )
        )


def _gone_in_both(theirs: WordFile, ours: WordFile) -> Iterator[Edit]:
    """What was printed and is neither in the file nor in the input any more, each part once."""
    there = {mark for mark, text in theirs.values().items() if text.strip()} | ours.map.prints.keys()
    gone = (each for mark, each in theirs.map.prints.items() if mark not in there)
    parts = dict.fromkeys(each.address[: each.address.rfind("]") + 1] or each.address for each in gone)
    yield from (Edit("already", "text_gone", part) for part in parts)


def _comments(theirs: WordFile) -> Iterator[Edit]:
    for each in theirs.comments:
        known = [theirs.map.prints[mark] for mark in each.bookmarks]
        yield Edit(
            "comment", "comment", known[0].address if known else "", (known[0].via or "") if known else "",
            each.quote, each.text, author=each.author, date=each.date,
            sources=tuple(dict.fromkeys(print.address for print in known)),
        )  # fmt: skip
