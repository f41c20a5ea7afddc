"""Marks of what is missing: «[заполнить: ответственный]»; each knows which field of which part it waits for."""

from __future__ import annotations

from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, Style, Text
from conceptgen.model.assessment import CurrentState
from conceptgen.model.base import Model
from conceptgen.model.references import UNKNOWN, is_silent
from conceptgen.model.walk import below
from conceptgen.origin import Origin


def gap(scope: Scope, key: str, part: Model, field: str = "") -> Inlines:
    """The mark that something is missing; ``key`` names it among ``gaps``.

    Without a ``field`` that is the one called like the ``key``, or the part as a whole. A reference that says it is
    unknown waits for nothing: «нет данных».
    """
    if is_silent(getattr(part, field or key, None)):
        return scope.named(UNKNOWN, scope.relations.origin(part, field or key))
    return blank(scope, scope.say("gap", what=scope.say(f"gaps.{key}")), part, field or key, "gap")


def or_gap(scope: Scope, content: Inlines, key: str, part: Model, field: str = "") -> Inlines:
    """The content, or a mark of what is missing."""
    return content or gap(scope, key, part, field)


def blank(scope: Scope, text: str, part: Model, field: str, style: Style = "plain") -> Inlines:
    """A text that stands where a field of a part has to be filled in."""
    known = scope.relations.origins.get(id(part)) or _origin_of_default(part)
    info = type(part).model_fields.get(field)
    return (Text(text, style, lacks=below(known, info.alias or field) if info else known),)


def _origin_of_default(part: Model) -> Origin:
    """Where a part would stand that the input does not write."""
    steps = ("concept", "current_state") if isinstance(part, CurrentState) else ("document",)
    return below(Origin((), ""), *steps)
