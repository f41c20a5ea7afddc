"""Who said what: the participant of one contribution, and what a file put together from several keeps of them."""

import json
from typing import Annotated, Any

from conceptgen.model.base import DateOrUnknown, Item, Many, Model, Text
from conceptgen.model.enums import ContributionMode
from conceptgen.model.readers import Read
from conceptgen.model.references import ParticipantRef, PartyRef
from conceptgen.model.scalars import Boolean, TextValue


def _on_one_line(value: Any) -> Any:
    """A figure or a list may stand where a value is told: kept as the text it would be on one line."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


Said = Annotated[TextValue, Read(_on_one_line, {"type": ["string", "number", "object", "array"]})]
"""Any value of the input, a structured one on one line."""


class Voice(Model):
    """Who filled a contribution in, when and which way; without a name, or anonymous, if that was asked for."""

    name: TextValue | None = None
    role: TextValue | None = None
    anonymous: Boolean = False
    date: DateOrUnknown | None = None
    mode: ContributionMode | None = None


class Participant(Item):
    """One whose contribution is in the file: by role where the file has the role, else by position."""

    name: TextValue
    role: PartyRef | None = None
    position: TextValue | None = None
    anonymous: Boolean = False
    date: DateOrUnknown | None = None
    mode: ContributionMode | None = None


class Opinion(Model):
    """What one participant says where others say otherwise; without a participant it is what the file said."""

    participant: ParticipantRef | None = None
    value: Said


class OpenConflict(Model):
    """A place where participants differ and nobody has decided."""

    at: TextValue
    opinions: Many[Opinion] = ()


class SaidBy(Model):
    """Who said what stands at an address, and all that stands inside, unless that has a line of its own."""

    at: TextValue
    by: Many[ParticipantRef]


class Contributions(Model):
    """Whose words the file holds."""

    participants: Many[Participant] = ()
    provenance: Many[SaidBy] = ()
    conflicts: Many[OpenConflict] = ()


class Resolution(Model):
    """How a conflict was settled: whose value is right, or which, and why."""

    at: TextValue
    participant: TextValue | None = None
    value: Said | None = None
    reason: Text | None = None
