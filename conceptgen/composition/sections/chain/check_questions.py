"""What a check form asks: whatever one visit can answer, a standard that says several things part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conceptgen.composition.marks import full_text, marked_figure, marks_of
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.touchpoint import conditions, standard
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.languages import vocabulary
from conceptgen.model.chain import Standard
from conceptgen.model.standard_parts import is_seen_once, is_share, parts_of
from conceptgen.model.touchpoint_positions import Placed, StageInChain


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to be seen. ``number`` is that of its touchpoint, with a letter where several are asked there.

    ``part``: the words of the part of the standard that is asked; "" for the whole of it.
    """

    number: str
    standard: Standard
    part: str
    said: Inlines


def asked_at(scope: Scope, placed: Placed) -> tuple[Asked, ...]:
    """Everything that is asked of a touchpoint; nothing of one that is not to be met."""
    if not placed.is_met:
        return ()
    found = [(each, part, said) for each in placed.standard for part, said in _seen(scope, each)]
    letters = vocabulary(scope.words.language)["language"]["annex_letters"].lower()
    several = 1 < len(found) <= len(letters)
    return tuple(
        Asked(f"{placed.number}{letters[n] if several else ''}", each, part, said)
        for n, (each, part, said) in enumerate(found)
    )


def asked(scope: Scope, step: StageInChain) -> Iterator[Placed]:
    """The touchpoints of a stage that can be checked: met by the client, and with a standard to be seen."""
    return (each for each in step.placed if asked_at(scope, each))


def _seen(scope: Scope, each: Standard) -> Iterator[tuple[str, Inlines]]:
    """What one visit can answer: of a share, what happens once; a limit of several things is asked by itself."""
    if not is_seen_once(each, scope.project.document.language):
        return
    share = is_share(each)
    parts = parts_of(each.text)
    if len(parts) == 1:
        yield "", line(full_text(scope, each), conditions(scope, each)) if share else standard(scope, each)
        return
    for n, part in enumerate(parts):
        yield part, line(part, *((marks_of(scope, each), conditions(scope, each)) if n == 0 else ()))
    if each.limit and not share:
        said = scope.tell("check_form.limit", limit=marked_figure(scope, each.limit))
        yield " ".join(plain(said).split()), said
