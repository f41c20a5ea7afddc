"""What participants said, in words of the field: for the screen and for the paper alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any

from conceptgen.changes import Change, Teller
from conceptgen.changes.trail import trail_of
from conceptgen.exchange.contributions.merged import Merged
from conceptgen.exchange.contributions.settling import Point, is_answer
from conceptgen.exchange.contributions.things import Spot, name_in
from conceptgen.languages import vocabulary
from conceptgen.model.assessment import Criterion, Score


@dataclass(frozen=True, slots=True)
class Told:
    """One value in words: where it stands, what each says (by name; "" for the file), what stands there now."""

    address: str
    place: str
    opinions: tuple[tuple[str, str], ...]
    stands: str
    reason: str
    is_required: bool
    is_settled: bool


@dataclass(frozen=True, slots=True)
class Named:
    """One thing in words: its kind, its name, what it stands in, who named it."""

    address: str
    kind: str
    name: str
    inside: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A criterion in one round: each score by who gave it, the median, the least and the greatest."""

    criterion: Criterion
    round: str
    scores: tuple[tuple[str, Decimal], ...]

    @property
    def median(self) -> Decimal:
        """The middle of the scores."""
        return Decimal(median(value for _, value in self.scores))

    @property
    def range(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest."""
        values = [value for _, value in self.scores]
        return min(values), max(values)


class Tale:
    """Tells what came of a merge."""

    def __init__(self, merged: Merged, language: str = "") -> None:
        self._merged = merged
        self._teller = Teller(merged.base, merged.project, language=language)
        self.language = self._teller.language

    def differing(self) -> Iterator[Told]:
        """Where participants differ: what is open, and what was settled."""
        yield from (self._told(each) for each in self._merged.settled.points if each.outcome != "agreed")

    def agreed(self) -> Iterator[Told]:
        """The values that several participants told alike, but for names and scores."""
        for point in self._merged.settled.points:
            if point.outcome == "agreed" and len(point.speakers) > 1 and is_answer(point):
                yield self._told(point)

    def single(self) -> Iterator[Named]:
        """What one participant named and nobody else, where there are others who could have."""
        if len(self._merged.project.contributions.participants) < 2:
            return
        for spot, thing in self._merged.things:
            if thing.is_new and len(thing.named_by) == 1:
                yield self._named(spot, thing.named_by)

    def shared(self) -> Iterator[Named]:
        """What is new and was named by several."""
        for spot, thing in self._merged.things:
            if thing.is_new and len(thing.named_by) > 1:
                yield self._named(spot, thing.named_by)

    def judged(self) -> Iterator[Judged]:
        """The criteria that several assessors judged."""
        state = self._merged.project.concept.current_state if self._merged.project.concept else None
        for criterion in state.criteria if state else ():
            by_round: dict[str, list[Score]] = {}
            for score in criterion.scores:
                if score.value is not None:
                    by_round.setdefault(score.round or "", []).append(score)
            for round_, scores in by_round.items():
                if len(scores) > 1:
                    yield Judged(
                        criterion,
                        round_,
                        tuple(
                            (self._assessor(each), each.value) for each in scores if each.value is not None
                        ),
                    )

    def near(self) -> Iterator[tuple[str, str, str, str]]:
        """Who said what, how a thing that was there already is called, and its id."""
        for each in self._merged.near:
            yield self._merged.called(each.participant), each.said, each.known, each.known_id

    def who(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The names of participants."""
        return tuple(self._merged.called(each) for each in ids)

    def named(self, id_: str) -> str:
        """The name of a thing of the file."""
        item = self._merged.project.relations.by_id.get(id_)
        return str(getattr(item, "name", None) or id_)

    def _assessor(self, score: Score) -> str:
        return self.named(score.assessor) if score.assessor else ""

    def _told(self, point: Point) -> Told:
        place, _, stands = self._words(point, point.stands)
        opinions = tuple(
            (self._merged.called(who) if who else "", self._words(point, value)[2])
            for who, value in point.opinions.items()
        )
        return Told(
            point.address,
            place,
            opinions,
            stands,
            point.reason,
            point.is_required,
            point.outcome == "settled",
        )

    def _words(self, point: Point, value: Any) -> tuple[str, str, str]:
        trail = trail_of(self._merged.project, point.path)
        keys = point.keys if point.field == "" else ()
        change = Change("set", point.path, point.address, trail, None, value, keys=keys)
        return self._teller.parts(change)

    def _named(self, spot: Spot, by: Iterable[str]) -> Named:
        words = vocabulary(self.language)["models"]
        label = str(words[spot.kind.__name__]).split("|")[0].strip()
        trail = [step.name for step in trail_of(self._merged.project, spot.path[:-1]) if step.name]
        return Named(spot.address, label, name_in(spot.part), trail[-1] if trail else "", self.who(by))
