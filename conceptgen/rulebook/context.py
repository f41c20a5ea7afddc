"""What a rule looks at: one project, the documents to be written, and lookups made once for all rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from conceptgen.document.printed import Gap, Printed
from conceptgen.model.assessment import Cause, Criterion, CurrentState, ZoneVerdict
from conceptgen.model.base import Item, Model
from conceptgen.model.chain import Chain, Zone
from conceptgen.model.concept import Concept
from conceptgen.model.dates import first_day, last_day
from conceptgen.model.naming import own_name
from conceptgen.model.programme import Action, Programme
from conceptgen.model.project import Project
from conceptgen.model.reference_data import Allowed
from conceptgen.model.references import is_silent
from conceptgen.model.relations import Relations
from conceptgen.model.scoring import is_low, latest
from conceptgen.model.touchpoint_positions import Placed, touchpoints
from conceptgen.model.walk import fields_of
from conceptgen.origin import Origin, Path
from conceptgen.rulebook.planned_documents import PlannedDocument
from conceptgen.rulebook.printing import printing
from conceptgen.rulebook.texts import Text, is_text, texts

M = TypeVar("M", bound=Model)
_OF_ALL: tuple[Path, ...] = ((), ("document",), ("review",))
"""The head of the file and its settings concern every document."""
_CHAPTER = 2
"""Steps of a path to a chapter of the input; that one is missing concerns the documents of its rule alone."""


class RuleContext:
    """Read-only; rules ask it, and read ``project`` for the rest."""

    def __init__(
        self, project: Project, documents: tuple[PlannedDocument, ...], others: tuple[str, ...] = ()
    ) -> None:
        self.project, self.documents, self.others = project, documents, others
        self.relations: Relations = project.relations
        self.concept = project.concept or Concept.empty()
        self.state = self.concept.current_state or CurrentState.empty()
        self.programme = self.concept.programme or Programme.empty()
        self.threshold: Decimal = self.state.scale.low_threshold
        self.unused: tuple[Allowed, ...] = ()
        self._touchpoints: dict[int, tuple[Placed, ...]] = {}
        self._told: set[tuple[PlannedDocument, Path]] = set()
        self._printed = {document: printing(project, document) for document in documents}

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
        """Every text of the input that one of the documents prints."""
        return tuple(each for each in texts(self.relations) if self.is_said(each.path))

    @cached_property
    def staff_texts(self) -> tuple[Text, ...]:
        """Every text of the input that one of the editions for the staff prints."""
        return tuple(each for each in texts(self.relations) if self._says_to_staff(each.path))

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

    def answers(self, item: Item, kind: type[Item], field: str) -> bool:
        """Something of a kind is linked with an item, or its field says that it is not known what."""
        return bool(self.relations.linked(item, kind)) or is_silent(getattr(item, field))

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
        """True if one of the documents prints what stands there."""
        return any(each.tells_of(path) for each in self._printed.values())

    def is_said(self, path: Path) -> bool:
        """True if one of the documents prints the text that stands there, word for word."""
        return path in self._said or any(path[:end] in self._said for end in range(len(path) - 1, 0, -1))

    @property
    def told_to_staff(self) -> bool:
        """True if one of the documents is an edition for the staff."""
        return any(each.audience for each in self.documents)

    def is_told_to_staff(self, path: Path) -> bool:
        """True if one of the editions for the staff prints what stands there."""
        return any(each.audience and printed.tells_of(path) for each, printed in self._printed.items())

    def _says_to_staff(self, path: Path) -> bool:
        return any(each.audience and printed.says(path) for each, printed in self._printed.items())

    def concerned(
        self, documents: frozenset[str], part: Model, field: str, told: Iterable[Path]
    ) -> list[PlannedDocument]:
        """The documents a violation is about: those of the rule that print its place, whatever prints it as a gap."""
        path = self.origin(part, field).path
        told = set(told)
        concerned = [
            document
            for document, each in self._printed.items()
            if any(len(name) > _CHAPTER and each.gap_at(name) for name in told)
            or (document.name in documents and self._is_told(each, part, field, path))
        ]
        self._told |= {(document, name) for document in concerned for name in told}
        return concerned

    def untold_gaps(self) -> tuple[Gap, ...]:
        """The gaps of all documents that no rule has told of yet, each address once."""
        found = {
            gap.origin.path: gap
            for document, each in self._printed.items()
            for gap in each.gaps
            if not self._has_told(document, gap.origin.path)
        }
        return tuple(found.values())

    def part_at(self, path: Path) -> tuple[Model, str]:
        """The part a path leads to, or the nearest that is there and the field of it that is not."""
        end = next(end for end in range(len(path), -1, -1) if path[:end] in self._at)
        part = self._at[path[:end]]
        keys = {key: name for name, key, _ in fields_of(type(part))}
        return part, keys.get(str(path[end]), "") if end < len(path) else ""

    def prints(self, documents: frozenset[str]) -> bool:
        """True if one of these is to be written: ``context.prints(FULL_CONCEPT)``."""
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
    def _said(self) -> frozenset[Path]:
        return frozenset().union(*(each.paths for each in self._printed.values()))

    @cached_property
    def _at(self) -> dict[Path, Model]:
        return {place.origin.path: place.part for place in self.relations.places}

    def _has_told(self, document: PlannedDocument, path: Path) -> bool:
        return any((document, path[:end]) in self._told for end in range(1, len(path) + 1))

    def _is_told(self, printed: Printed, part: Model, field: str, path: Path) -> bool:
        """True if a place is printed: a text word for word, anything else with the part it belongs to."""
        if path[:1] in _OF_ALL:
            return True
        return printed.says(path) if is_text(part, field) else printed.tells_of(path)

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
