"""The work on one export: numbers of every column summed up, scores and measurements written into the data."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from conceptgen.changes.pairing import normal
from conceptgen.changes.plain import plain
from conceptgen.errors import RequestError
from conceptgen.exchange.survey.numbers import Summary, is_silent, number_in, summary
from conceptgen.exchange.survey.table import Answers
from conceptgen.languages import say, vocabulary
from conceptgen.languages.words import words
from conceptgen.model.assessment import Scale
from conceptgen.model.project import Project
from conceptgen.model.reference_data import Column, Import

QUOTED = 5
"""How many quotations stand beside a score; those of whoever scored low come first."""


@dataclass(frozen=True)
class Odd:
    """An answer that could not be counted, with its row and its column."""

    row: int
    question: str
    text: str
    reason: str


class Work:
    """Lays the answers over the data of a file."""

    def __init__(self, base: Project, found: Answers, wanted: Import, places: dict[str, int]) -> None:
        self._base, self._found, self._wanted, self._places = base, found, wanted, places
        data = plain(base)
        assert isinstance(data, dict)
        self._data: dict[str, Any] = deepcopy(data)
        state = base.concept.current_state if base.concept else None
        self._scale = state.scale if state else Scale()
        self._words = words(base.document.language)
        self.odd: list[Odd] = []
        self.left_out = 0
        self._answered: set[int] = set()
        """The rows with an answer that counts."""

    def changed(self) -> dict[str, Any]:
        """The data of the file with the answers in it."""
        concept = self._data.get("concept", {})
        state = concept.get("current_state", {})
        for column in self._wanted.columns:
            if column.scores:
                self._score(column, _with_id(state.get("criteria", []), column.scores))
            if column.measures:
                self._measure(column, _with_id(concept.get("indicators", []), column.measures))
        for column in self._wanted.columns:
            if column.quotes:
                self._quote(column, _with_id(state.get("criteria", []), column.quotes))
        held = next((each for each in state.get("rounds", []) if each.get("id") == self._wanted.round), None)
        if held is not None:
            held["respondents"] = str(len(self._answered))
        return self._data

    def _score(self, column: Column, criterion: dict[str, Any]) -> None:
        numbers = self._numbers(column)
        found = summary([value for _, value in numbers], self._scale.low_threshold)
        score = self._own_score(criterion)
        if not self._is_of_the_survey(score):
            language, name = self._base.document.language, str(criterion.get("name", ""))
            raise RequestError(say(language, "survey.judged", criterion=name))
        for key in set(score) - {"round", "id", "source"}:
            del score[key]
        score["value"] = format(self._on_scale(found), "f")
        score["evidence"] = [{"text": self._told(found)}]
        if self._wanted.source:
            score["source"] = [{"id": self._wanted.source}]

    def _measure(self, column: Column, indicator: dict[str, Any]) -> None:
        found = summary([value for _, value in self._numbers(column)], self._scale.low_threshold)
        held = indicator.setdefault("measurements", [])
        mine = next((each for each in held if each.get("round") == self._wanted.round), None)
        if mine is None:
            mine = {"round": self._wanted.round}
            held.append(mine)
        mine |= {"value": format(self._middle(found), "f"), "n": str(found.n)}
        if self._wanted.source:
            mine["source"] = [{"id": self._wanted.source}]

    def _own_score(self, criterion: dict[str, Any]) -> dict[str, Any]:
        """The score of the round that is nobody's own; the survey's own from last time."""
        held: list[dict[str, Any]] = criterion.setdefault("scores", [])
        for each in held:
            if each.get("round") == self._wanted.round and "assessor" not in each:
                return each
        held.append({"round": self._wanted.round})
        return held[-1]

    def _is_of_the_survey(self, score: dict[str, Any]) -> bool:
        """Whether a score is empty or the survey's own from last time: anything else somebody else has judged."""
        if not set(score) - {"round", "id"}:
            return True
        if self._wanted.source and {"id": self._wanted.source} in score.get("source", []):
            return True
        told = str(vocabulary(self._base.document.language)["survey"]["told"]).partition("{")[0]
        evidence = score.get("evidence", [])
        return any(str(each.get("text", "")).startswith(told) for each in evidence)

    def _quote(self, column: Column, criterion: dict[str, Any]) -> None:
        """The words of those who scored low first; each once."""
        scored = next((each for each in self._wanted.columns if each.scores == column.quotes), None)
        marks = dict(self._numbers(scored, is_told=False)) if scored else {}
        at = self._places[column.title]
        said = {row: cells[at] for row, cells in self._found.rows if not is_silent(cells[at])}
        once = {normal(text): row for row, text in reversed(said.items())}
        order = sorted(once.values(), key=lambda row: (marks.get(row, self._scale.max), row))
        self.left_out += max(len(order) - QUOTED, 0)
        score = self._own_score(criterion)
        language = self._base.document.language
        score.setdefault("evidence", [])
        score["evidence"] += [
            {"text": say(language, "survey.quote", text=said[row])} for row in order[:QUOTED]
        ]

    def _numbers(self, column: Column, *, is_told: bool = True) -> list[tuple[int, Decimal]]:
        """The answers of a column that can be counted, by row; the others are told once."""
        at = self._places[column.title]
        found = []
        for row, cells in self._found.rows:
            if is_silent(cells[at]):
                continue
            number = number_in(cells[at], self._scale)
            reason = "no_number" if number is None else "outside" if not self._fits(number) else ""
            if number is not None and not reason:
                self._answered.add(row)
                found.append((row, self._rescaled(number)))
            elif is_told:
                self.odd.append(Odd(row, column.title, cells[at], reason))
        if not found:
            language = self._base.document.language
            raise RequestError(say(language, "survey.no_answers", column=column.title))
        return found

    def _ends(self) -> tuple[Decimal, Decimal]:
        """The scale of the questionnaire."""
        wanted = self._wanted
        return (
            self._scale.min if wanted.min is None else wanted.min,
            self._scale.max if wanted.max is None else wanted.max,
        )

    def _fits(self, number: Decimal) -> bool:
        low, high = self._ends()
        return low <= number <= high

    def _rescaled(self, number: Decimal) -> Decimal:
        low, high = self._ends()
        if (low, high) == (self._scale.min, self._scale.max) or low == high:
            return number
        share = (number - low) / (high - low)
        return (self._scale.min + share * (self._scale.max - self._scale.min)).quantize(
            Decimal("0.01"), ROUND_HALF_UP
        )

    def _middle(self, found: Summary) -> Decimal:
        return found.mean if self._wanted.by == "mean" else found.median

    def _on_scale(self, found: Summary) -> Decimal:
        """The middle on the nearest step of the scale, where it has steps."""
        middle, step = self._middle(found), self._scale.step
        if not step:
            return middle
        steps = ((middle - self._scale.min) / step).quantize(Decimal(1), ROUND_HALF_UP)
        return self._scale.min + steps * step

    def _told(self, found: Summary) -> str:
        number, language = self._words.number, self._base.document.language
        low, high = self._ends()
        own = (low, high) != (self._scale.min, self._scale.max)
        scale = say(language, "survey.rescaled", low=number(low), high=number(high)) if own else ""
        return say(
            language,
            "survey.told",
            n=found.n,
            median=number(found.median),
            mean=number(found.mean),
            least=number(found.least),
            greatest=number(found.greatest),
            threshold=number(self._scale.low_threshold),
            share=found.low_share,
            scale=scale,
        )


def _with_id(parts: list[dict[str, Any]], id_: str) -> dict[str, Any]:
    return next(each for each in parts if each.get("id") == id_)
