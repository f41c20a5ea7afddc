"""What comes next: the action of the programme whose date is the first."""

from __future__ import annotations

from conceptgen.composition.date_words import worded
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.lines import join, without_full_stop
from conceptgen.composition.names import action_number
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, line
from conceptgen.model.programme import Action


def begins(scope: Scope) -> Inlines:
    """What is due first, by whom and when."""
    dated = [(day, each) for each in planned(scope) if (day := scope.last(each.deadline))]
    if not dated:
        return ()
    _, first = min(dated, key=lambda pair: pair[0])
    about = [scope.who(first, "owner") if is_told(first, "owner") else ()]
    about.append(
        date_phrase(scope, first, "deadline", "by") if worded(scope.words, first.deadline, "by") else ()
    )
    who = join(about)
    return scope.tell(
        "programme.lead_first",
        number=action_number(scope, first),
        action=scope.tell("quoted", text=without_full_stop(scope.t(first, "name"))),
        who=line(" (", who, ")") if who else "",
    )


def planned(scope: Scope) -> list[Action]:
    """The actions that are neither over nor taken over from before."""
    own = scope.concept.programme
    return [each for each in own.actions if not (each.prior or each.is_over)] if own else []


def is_told(action: Action, field: str) -> bool:
    """An owner, or a deadline where one is wanted: what recurs has none, and what has a period needs none."""
    value = getattr(action, field)
    if field == "owner":
        return isinstance(value, str)
    return value is not None or bool(action.recurring or action.period)
