"""Is it known whom or what every reference means?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Item, Model, Unknown
from conceptgen.model.chain import Carried
from conceptgen.model.programme import Action
from conceptgen.model.references import silent_fields
from conceptgen.model.walk import fields_of
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.papers import EVERY
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "W-DOC-11"
SECTION = "document"
DOCUMENTS = EVERY


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation a part; whoever is looked for by a date is none, and owners of actions have their own rule."""
    for place in context.relations.places:
        part = place.part
        silent = [*silent_fields(part), *_nobody(part)]
        if silent:
            whose = part if isinstance(part, Item) else place.item or part
            values = {"whose": whose, "fields": [FieldName(part, each) for each in silent]}
            yield Violation(part, silent[0], values=values)


def _nobody(part: Model) -> Iterator[str]:
    """The fields for a person or a position that say it is unknown, and not until when."""
    for name, _, refers in fields_of(type(part)):
        said = getattr(part, name) if refers else None
        told_elsewhere = name == "owner" and isinstance(part, Action | Carried)
        if isinstance(said, Unknown) and not said.resolve_by and not told_elsewhere:
            yield name
