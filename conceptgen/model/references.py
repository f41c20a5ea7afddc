"""References: a field names things of some kind by id. ``To`` says which kinds may stand there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args

from pydantic import BaseModel

from conceptgen.model.problems import problem
from conceptgen.model.readers import Read
from conceptgen.model.scalars import read_reference, says_unknown

UNKNOWN = "unknown"
"""Stands where an id would: the source does not say whom or what. It names nothing and leads nowhere."""


@dataclass(frozen=True, slots=True)
class To:
    """The kinds (model class names) a reference may name.

    ``mutual`` references say the same when written at the other end (finding ↔ action) and are united; the others
    (owner, chair, depends on) only point.
    """

    kinds: tuple[str, ...]
    mutual: bool = True


def to(*kinds: str) -> To:
    """A mutual relation."""
    return To(kinds)


def points(*kinds: str) -> To:
    """A one-way reference."""
    return To(kinds, mutual=False)


def target(annotation: Any, metadata: tuple[Any, ...] = ()) -> To | None:
    """The ``To`` of a field, found inside its annotation (list, optional, stated unknown), or nothing."""
    for item in metadata:
        if isinstance(item, To):
            return item
    for part in get_args(annotation):
        found = part if isinstance(part, To) else target(part)
        if found:
            return found
    return None


def is_certain(annotation: Any, metadata: tuple[Any, ...] = ()) -> bool:
    """True if the reference of a field has to name something, whatever its target."""
    parts = (*metadata, *get_args(annotation))
    return any(part is _CERTAIN or is_certain(part) for part in parts)


def silent_fields(part: BaseModel) -> tuple[str, ...]:
    """The fields of a part that refer to something and say that it is not known to what."""
    return tuple(name for name in referring_fields(type(part)) if is_silent(getattr(part, name)))


@cache
def referring_fields(kind: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that refer to something."""
    fields = kind.model_fields.items()
    return tuple(name for name, info in fields if target(info.annotation, tuple(info.metadata)))


def is_silent(value: object) -> bool:
    """A reference, or a list of them, that says it is unknown."""
    return value == UNKNOWN or (isinstance(value, tuple) and UNKNOWN in value)


def _read(value: Any) -> str:
    text = read_reference(value)
    return UNKNOWN if says_unknown(text) else text


def _read_certain(value: Any) -> str:
    """What decides where an item stands has to be known."""
    text = read_reference(value)
    if says_unknown(text):
        raise problem("E-REF-06", text=text)
    return text


_CERTAIN, _READ = Read(_read_certain, {"type": "string"}), Read(_read, {"type": "string"})

ActionRef = Annotated[str, _READ, to("Action")]
CauseRef = Annotated[str, _READ, to("Cause")]
CriterionRef = Annotated[str, _READ, to("Criterion")]
FindingRef = Annotated[str, _READ, to("ProblemFound")]
GoalRef = Annotated[str, _READ, to("Goal")]
IndicatorRef = Annotated[str, _READ, to("Indicator")]
ProblemZoneRef = Annotated[str, _READ, to("ProblemZone", "CustomZone")]
JudgedZoneRef = Annotated[str, _CERTAIN, to("ProblemZone", "CustomZone")]
StageRef = Annotated[str, _READ, to("Stage")]
TaskRef = Annotated[str, _READ, to("Task")]
StandardRef = Annotated[str, _CERTAIN, points("Standard")]
TouchpointRef = Annotated[str, _READ, to("Touchpoint")]

PrecedingRef = Annotated[str, _READ, points("Action")]
ChainRef = Annotated[str, _READ, points("Chain")]
ChannelRef = Annotated[str, _READ, points("Channel")]
ComponentRef = Annotated[str, _CERTAIN, points("Component", "CustomComponent")]
DepartmentRef = Annotated[str, _READ, points("Department")]
ElementRef = Annotated[str, _READ, points("Element")]
OfferingRef = Annotated[str, _READ, points("Offering")]
ParticipantRef = Annotated[str, _READ, points("Participant")]
AssessorRef = Annotated[str, _READ, points("Role", "Department", "Partner", "Person", "Participant")]
PartRef = Annotated[str, _READ, points("Chain", "Stage", "Zone", "Element", "Touchpoint")]
PartyRef = Annotated[str, _READ, points("Role", "Department", "Partner", "Person")]
PeriodRef = Annotated[str, _READ, points("Period")]
PlannedRef = Annotated[str, _READ, points("Action", "Indicator", "Criterion")]
PlaceRef = Annotated[str, _READ, points("Site", "Department", "Partner")]
ProfileItemRef = Annotated[str, _READ, points("ProfileItem")]
RoundRef = Annotated[str, _READ, points("Round")]
SegmentRef = Annotated[str, _READ, points("Segment")]
SiteRef = Annotated[str, _READ, points("Site")]
SourceRef = Annotated[str, _READ, points("Source", "LegalRef")]
SystemRef = Annotated[str, _READ, points("System")]
ZoneRef = Annotated[str, _CERTAIN, points("Zone")]
