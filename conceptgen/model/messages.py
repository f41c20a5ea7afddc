"""What the author says in a section or beside an exhibit: the message on top, the prose before and after."""

from typing import Annotated

from conceptgen.model.base import Model
from conceptgen.model.scalars import TextValue
from conceptgen.model.shorthand import short


class Message(Model):
    """The message of a section or an exhibit: what it shows, what leads to it, what follows from it."""

    headline: TextValue | None = None
    before: TextValue | None = None
    after: TextValue | None = None


Told = Annotated[Message, short("headline")]
"""A message may be its headline alone."""


class Messages(Model):
    """Messages by section and by exhibit; a headline stands in the place of the computed conclusion."""

    purpose: Told | None = None
    current_state: Told | None = None
    goals: Told | None = None
    programme: Told | None = None
    indicators: Told | None = None
    governance: Told | None = None
    scores: Told | None = None
    causes: Told | None = None
    zones: Told | None = None
    tasks: Told | None = None
    principles: Told | None = None
    actions: Told | None = None
    resources: Told | None = None
    risks: Told | None = None
    change: Told | None = None
