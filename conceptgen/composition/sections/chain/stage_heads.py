"""Stages as columns of a table: each in the tone of its phase, the phases in words below; one look for all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from conceptgen.composition.gaps import gap
from conceptgen.composition.lines import capital
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import level
from conceptgen.composition.sections.indicators import phase_name
from conceptgen.document.blocks import Cell, Column, Paragraph, Row, Tone
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.chain import Stage
from conceptgen.model.touchpoint_positions import StageInChain

_FIRST = 0.74
MOST_NARROW = 9
"""Stages side by side where a cell holds little."""
_UPRIGHT, _UPRIGHT_OFFICIAL = 110, 84
"""Letters across an upright page in a table of many columns, and in the larger type of an official layout."""
_BOLD = 1.1
"""A bold letter beside the mean one."""
_MARGINS = 2.5
"""Letters that the margins of a cell take."""
_LONGEST = 19.0
"""Letters above which a word is hyphenated."""
_SHORT = 8.0
"""Letters of a word that fits the head of any stage."""
_TONES: dict[str | None, Tone] = {
    "before": "before",
    "during": "during",
    "after": "after",
    "cross": "cross",
}


def columns(scope: Scope, sheet: Sequence[StageInChain], first: Column | None = None) -> tuple[Column, ...]:
    """The row heads, then the stages."""
    stages = (
        Column(line(f"{step.number}. ", scope.t(step.stage, "name")), tone=tone(step.stage)) for step in sheet
    )
    return (first or Column(level(scope, "stage"), _FIRST), *stages)


def upright(
    scope: Scope, sheet: Sequence[StageInChain], first: Column, names: Iterable[Inlines]
) -> tuple[tuple[Column, ...], tuple[Paragraph, ...]]:
    """The row heads and the stages on an upright page, and a key to the stages where they have but numbers.

    They have where not every word of their names, beside those of the rows, finds its room on one line.
    """
    stages = [scope.t(step.stage, "name") for step in sheet]
    needed = sum(_longest(name) + _MARGINS for name in stages) + _longest(first.head, *names) + _MARGINS
    if needed <= (_UPRIGHT if scope.project.document.profile == "plain" else _UPRIGHT_OFFICIAL):
        return columns(scope, sheet, first), ()
    label = level(scope, "stage")
    said = line(label, " ") if _longest(label) <= _SHORT else ()
    heads = (Column(line(said, str(step.number)), tone=tone(step.stage)) for step in sheet)
    listed = [
        line("; " if index else "", f"{step.number} — ", name)
        for index, (step, name) in enumerate(zip(sheet, stages, strict=True))
    ]
    return (first, *heads), (Paragraph(line(label, ": ", *listed), "note"),)


def _longest(*names: Inlines) -> float:
    words = (word for name in names for word in plain(name).split(" "))
    return min(_LONGEST, _BOLD * max(map(len, words), default=0))


def tone(stage: Stage) -> Tone:
    """The tone of a stage's phase."""
    return _TONES.get(stage.phase, "none")


def phases(scope: Scope, sheet: Sequence[StageInChain]) -> Iterator[Row]:
    """The phases over their stages, heads that repeat; nothing where no stage has one."""
    if not any(step.stage.phase for step in sheet):
        return
    runs = [
        list(those) for _, those in groupby(sheet, lambda step: (step.stage.phase, step.stage.until_phase))
    ]
    cells = (Cell((phases_of(scope, run[0].stage),), len(run), tone(run[0].stage)) for run in runs)
    yield Row((Cell((line(scope.say("chain.map.phase")),)), *cells), "head")


def phases_of(scope: Scope, stage: Stage) -> Inlines:
    """«До визита», or «До визита – во время визита» of a stage that lasts into the next phase."""
    if not stage.phase:
        return gap(scope, "phase", stage)
    until = line(" – ", phase_name(scope, stage.until_phase)) if stage.until_phase else ()
    return line(capital(phase_name(scope, stage.phase)), until)
