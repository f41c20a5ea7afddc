"""The Concept: purpose, principles, current state, goals, programme, indicators, governance."""

from typing import Annotated

from conceptgen.model.assessment import CurrentState
from conceptgen.model.base import Item, Many, Text
from conceptgen.model.goals import Goal, Principle
from conceptgen.model.governance import Governance
from conceptgen.model.indicators import Indicator
from conceptgen.model.messages import Messages
from conceptgen.model.programme import Programme
from conceptgen.model.shorthand import short


class Concept(Item):
    """The Concept of customer service."""

    summary: Text | None = None
    messages: Messages = Messages.empty()
    purpose: Text | None = None
    principles: Many[Annotated[Principle, short("text")]] = ()
    current_state: CurrentState | None = None
    goals: Many[Annotated[Goal, short("text")]] = ()
    programme: Programme | None = None
    indicators: Many[Annotated[Indicator, short("name")]] = ()
    governance: Governance | None = None
