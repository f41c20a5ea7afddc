"""The case a rule looks at: one project, the papers to be written, and lookups made once for all rules."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from conceptgen.model.assessment import Cause, Criterion, CurrentState, ZoneVerdict
from conceptgen.model.base import Item, Model
from conceptgen.model.chain import Chain, Zone
from conceptgen.model.concept import Concept
from conceptgen.model.dates import first_day, last_day
from conceptgen.model.naming import own_name
from conceptgen.model.programme import Action, Programme
from conceptgen.model.project import Project
from conceptgen.model.reference_data import Allowed
from conceptgen.model.relations import Relations
from conceptgen.model.scoring import is_low, latest
from conceptgen.model.touchpoint_positions import Placed, touchpoints
from conceptgen.origin import Origin, Path
from conceptgen.rulebook.papers import DECISIVE, PlannedDocument
from conceptgen.rulebook.texts import Text, texts

M = TypeVar("M", bound=Model)


class RuleContext:
    """Read-only; rules ask it, and read ``project`` for the rest."""

    def __init__(
        self, project: Project, documents: tuple[PlannedDocument, ...], others: tuple[str, ...] = ()
    ) -> None:
        self.project, self.documents, self.others = project, documents, others
        self.relations: Relations = project.relations
        self.concept = project.concept or Concept()
        self.state = self.concept.current_state or CurrentState()
        self.programme = self.concept.programme or Programme()
        self.threshold: Decimal = self.state.scale.low_threshold
        self.unused: tuple[Allowed, ...] = ()
        self._touchpoints: dict[int, tuple[Placed, ...]] = {}
        self._printed: dict[Path, bool] = {}

    # ── parts of the input ─────────────────────────────────────────────────────────────────────────────────

    def every(self, kind: type[M]) -> tuple[M, ...]:
        """All parts of a kind, in the order of the input: ``case.every(Standard)``."""
        return tuple(part for part in self._by_kind.get(kind, ()) if isinstance(part, kind))

    def touchpoints(self, chain: Chain) -> tuple[Placed, ...]:
        """The touchpoints of a chain in their places, each with what it inherits."""
        if id(chain) not in self._touchpoints:
            self._touchpoints[id(chain)] = touchpoints(chain, self.relations)
        return self._touchpoints[id(chain)]

    @cached_property
    def all_texts(self) -> tuple[Text, ...]:
        """Every text of the input that one of the papers prints."""
        return tuple(each for each in texts(self.relations) if self.is_printed(each.path))

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The actions that still stand: neither cancelled nor merged into another."""
        return tuple(a for a in self.programme.actions if a.status not in ("cancelled", "merged"))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The same but for numbers of documents and addresses, which are no prose."""
        return tuple(each for each in self.all_texts if each.is_prose)

    @cached_property
    def owned(self) -> dict[str, tuple[Action, ...]]:
        """The actions of each owner, by the owner's id."""
        found: dict[str, tuple[Action, ...]] = {}
        for action in self.programme.actions:
            if isinstance(action.owner, str):
                found[action.owner] = (*found.get(action.owner, ()), action)
        return found

    # ── what they say ──────────────────────────────────────────────────────────────────────────────────────

    def score(self, criterion: Criterion) -> Decimal | None:
        """The latest known median of a criterion."""
        return latest(self.state, criterion)

    def is_low(self, score: Decimal | None) -> bool:
        """Below the threshold of the scale."""
        return is_low(self.state, score)

    def first(self, value: object) -> date | None:
        """The first day of a date or period on the calendar; None for an absent or unknown one."""
        return first_day(value, self.project.settings.fiscal_year_start)

    def last(self, value: object) -> date | None:
        """The last day of a date or period on the calendar; None for an absent or unknown one."""
        return last_day(value, self.project.settings.fiscal_year_start)

    def name(self, part: Model) -> str:
        """What a part is called: by itself, by what it is about, or by what holds it."""
        return self._own_name(part) or self._name_above(part)

    # ── where they stand ───────────────────────────────────────────────────────────────────────────────────

    def origin(self, part: Model, field: str = "") -> Origin:
        """The address of a part or of its field."""
        found = self.relations.origin(part, field) if field else self.relations.origins.get(id(part))
        return found or Origin((), "")

    def is_printed(self, path: Path) -> bool:
        """Whether one of the papers prints what stands there."""
        start = path[:DECISIVE]
        if start not in self._printed:
            self._printed[start] = any(document.prints(start) for document in self.documents)
        return self._printed[start]

    def prints(self, documents: frozenset[str]) -> bool:
        """Whether one of these is to be written: ``case.prints(FULL_CONCEPT)``."""
        return any(document.name in documents for document in self.documents)

    def nearest_id(self, path: Path) -> str:
        """The id of the part at a path, or of the nearest one that holds it; "" where none has an id."""
        above = (self._at.get(path[:length]) for length in range(len(path), 0, -1))
        return next((each.id for each in above if isinstance(each, Item) and each.id), "")

    # ── inside ─────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _by_kind(self) -> dict[type[Model], list[Model]]:
        found: dict[type[Model], list[Model]] = {}
        for place in self.relations.places:
            found.setdefault(type(place.part), []).append(place.part)
        return found

    @cached_property
    def _at(self) -> dict[Path, Model]:
        return {place.origin.path: place.part for place in self.relations.places}

    def _own_name(self, part: Model) -> str:
        return own_name(part) or self._name_of_the_meant(part)

    def _name_of_the_meant(self, part: Model) -> str:
        """A cause is called by what it explains, a verdict or a zone of another stage by that zone."""
        about = part.criterion or part.finding if isinstance(part, Cause) else None
        about = part.problem_zone if isinstance(part, ZoneVerdict) else about
        about = part.zone if isinstance(part, Zone) else about
        meant = self.relations.by_id.get(about or "")
        return self._own_name(meant) if isinstance(meant, Item) and meant is not part else ""

    def _name_above(self, part: Model) -> str:
        path = self.origin(part).path
        above = (self._at.get(path[:length]) for length in range(len(path) - 1, 0, -1))
        return next((name for each in above if each is not None and (name := self._own_name(each))), "")
