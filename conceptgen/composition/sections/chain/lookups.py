"""What is read off a chain: the latest score, the feeling in words, what matters most, who serves, what is decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from weakref import WeakKeyDictionary

from conceptgen.composition.figures import bare_figure
from conceptgen.composition.lines import capital, quiet, strong
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, Style, Text, line
from conceptgen.languages.words import NBSP
from conceptgen.model import scoring
from conceptgen.model.base import Scored
from conceptgen.model.programme import Action
from conceptgen.model.scoring import number_of
from conceptgen.model.touchpoint_positions import Placed, StageInChain, steps, touchpoints

MOMENT = "•"
"""The sign of a moment of truth, beside the bold type."""
DECISIONS = ("change", "remove", "new", "keep", "undecided", "not_applicable")
_GRADES = range(1, 6)
_BAD, _GOOD = 3, 4
"""The grade of a feeling below which it is bad, and from which it is good."""


def route(scope: Scope) -> tuple[StageInChain, ...]:
    """The stages of the chain this document is about, every touchpoint in its place."""
    return steps(scope.chain, scope.relations)


def span(sheet: Sequence[StageInChain]) -> dict[str, str]:
    """The numbers of the first and the last of some stages."""
    return {"first": str(sheet[0].number), "last": str(sheet[-1].number)}


def points(scope: Scope) -> tuple[Placed, ...]:
    """Its touchpoints in order."""
    return touchpoints(scope.chain, scope.relations)


def first_under(scope: Scope) -> dict[int, str]:
    """The number of the first touchpoint that inherits its standard from a level: remarks stand there once."""
    if scope not in _first_under:
        first: dict[int, str] = {}
        for each in points(scope):
            first.setdefault(id(each.holder("standard")), each.number)
        _first_under[scope] = first
    return _first_under[scope]


_first_under: WeakKeyDictionary[Scope, dict[int, str]] = WeakKeyDictionary()


def in_rounds(scope: Scope, scores: Iterable[Scored]) -> list[Scored]:
    """Scores as it is, in the order of their rounds; those without a round first."""
    return scoring.in_rounds(scope.state, scores)


def latest(scope: Scope, scores: Iterable[Scored]) -> Scored | None:
    """The last known score; where none is known, the last stated unknown."""
    return scoring.latest_scored(scope.state, scores)


def target(scores: Iterable[Scored]) -> Scored | None:
    """The score or grade that is aimed at; None where no target is set."""
    return next((each for each in scores if each.form == "target"), None)


def value(scope: Scope, scores: Iterable[Scored]) -> Decimal | None:
    """The last known score as a number; a range counts from its low end."""
    return scoring.score(scope.state, scores)


def graded(scope: Scope, score: Scored | None) -> Inlines:
    """A feeling: «плохо (2)»."""
    if score is None:
        return ()
    shown = bare_figure(scope, score)
    grade = score.target if score.form == "target" else number_of(score)
    if grade is None or round(grade) not in _GRADES:
        return shown
    return line(Text(scope.say(f"chain.feelings.{round(grade)}"), _felt(grade)), f"{NBSP}(", shown, ")")


def _felt(grade: Decimal) -> Style:
    return "low" if grade < _BAD else "good" if grade >= _GOOD else "even"


def weight(scope: Scope, placed: Placed) -> tuple[bool, Decimal]:
    """Sorts what matters most first: moments of truth, then the lowest scores."""
    score = value(scope, placed.touchpoint.scores)
    return not placed.touchpoint.moment_of_truth, score if score is not None else scope.state.scale.max + 1


def weightiest(scope: Scope, placed: Iterable[Placed]) -> list[Placed]:
    """Moments of truth and the lowest scores first; equals in their order."""
    return sorted(placed, key=lambda each: weight(scope, each))


def ranked_by(scope: Scope) -> str:
    """What puts some touchpoints of the chain before others: ``both``, ``moments``, ``scores`` or ``neither``."""
    placed = points(scope)
    moments = any(each.touchpoint.moment_of_truth for each in placed)
    scores = any(value(scope, each.touchpoint.scores) is not None for each in placed)
    return "both" if moments and scores else "moments" if moments else "scores" if scores else "neither"


def spoken_name(scope: Scope, placed: Placed) -> Inlines:
    """«2.1.1 Звонок о брони», a moment of truth in bold with its sign."""
    name = scope.t(placed.touchpoint, "name")
    if placed.touchpoint.moment_of_truth:
        return strong(line(f"{MOMENT}{NBSP}{placed.number} ", name))
    return line(quiet(f"{placed.number} "), name)


def numbers(placed: Iterable[Placed]) -> Inlines:
    """«2.1.1, 2.1.3»."""
    return line(", ".join(each.number for each in placed))


def servants(placed: Iterable[Placed]) -> list[str]:
    """Ids of all who serve, in the order they are met; owners where nobody else does."""
    return list(dict.fromkeys(party for each in placed for party in each.served_or_owned_by))


def decided(placed: Iterable[Placed]) -> dict[str, list[Placed]]:
    """Touchpoints by decision, changes first; those without a decision are left out."""
    found: dict[str, list[Placed]] = {decision: [] for decision in DECISIONS}
    for each in placed:
        if each.touchpoint.decision:
            found[each.touchpoint.decision].append(each)
    return {decision: those for decision, those in found.items() if those}


def actions(scope: Scope, placed: Sequence[Placed]) -> list[Action]:
    """Actions of touchpoints, each once, in the order of the touchpoints."""
    found = {
        id(action): action for each in placed for action in scope.relations.linked(each.touchpoint, Action)
    }
    return list(found.values())


def unrepeated(pieces: Iterable[Inlines]) -> tuple[Inlines, ...]:
    """Lines without repetition."""
    unique: dict[str, Inlines] = {}
    for piece in pieces:
        unique.setdefault("".join(each.text for each in piece if isinstance(each, Text)), piece)
    return tuple(piece for piece in unique.values() if piece)


def level(scope: Scope, name: str) -> Inlines:
    """The client's own name of a level, or ours: «Зона взаимодействия»."""
    own = scope.t(scope.chain.level_labels, name)
    return capital(own or line(scope.say(f"chain.levels.{name}")))
