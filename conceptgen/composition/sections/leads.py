"""What a section finds, where its author wrote no message: the weakest place and why it matters, what changes for the
client, what is done first and what it costs, what remains unknown. Never how many rows a table has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from conceptgen.composition.date_words import worded
from conceptgen.composition.dates import date_phrase
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.lines import capital, full_stop, join, without_full_stop
from conceptgen.composition.money import budget_lines
from conceptgen.composition.names import action_number
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import has_low, is_scored, weakest
from conceptgen.composition.sections.glance import key_change
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import Cause, Criterion, ProblemFound
from conceptgen.model.indicators import Indicator
from conceptgen.model.programme import Action

_MOST = 3
"""Names of one kind in a conclusion; the table has them all."""


def state(scope: Scope) -> Inlines:
    """The weakest criteria, what that means for the client, its root."""
    if not is_scored(scope):
        return _gravest(scope)
    return join([*places(scope), *_why(scope, [criterion for criterion, _ in _worst(scope)])], " ")


def places(scope: Scope) -> tuple[Inlines, ...]:
    """The weakest criteria in one sentence, those that are low beside them in another; or that none is weak."""
    weak, worst = weakest(scope), _worst(scope)
    threshold = scope.words.number(scope.state.scale.low_threshold)
    if not weak:
        return (line(scope.say("state.lead_none", threshold=threshold)),)
    key = "state.lead_low" if has_low(scope) else "state.lead_weakest"
    told = [scope.tell(key, weak=_scored(scope, worst), threshold=threshold)]
    others = weak[len(worst) :]
    return (*told, *([scope.tell("state.lead_also", others=_scored(scope, others))] if others else []))


def _worst(scope: Scope) -> list[tuple[Criterion, Decimal]]:
    weak = weakest(scope)
    return [pair for pair in weak if pair[1] == weak[0][1]]


def _scored(scope: Scope, pairs: Sequence[tuple[Criterion, Decimal]]) -> Inlines:
    """«Ожидание» (2 балла), «Звонки» (3 балла) и ещё 2."""
    named = [
        line(_quoted(scope, scope.t(each, "name")), f" ({scope.words.plural('score', value)})")
        for each, value in pairs
    ]
    return _first(scope, named)


def _why(scope: Scope, worst: list[Criterion]) -> Inlines | tuple[Inlines, ...]:
    """What the weakest means for the client and where it comes from: the first that anybody said."""
    linked = scope.relations.linked
    problems = [each for criterion in worst for each in linked(criterion, ProblemFound)]
    meaning = next((each for each in problems if isinstance(each.client_meaning, str)), None)
    causes = [each for criterion in worst for each in linked(criterion, Cause)]
    cause = next((each for each in causes if isinstance(each.root_cause, str)), None)
    told = []
    if meaning:
        told.append(scope.tell("state.lead_meaning", meaning=full_stop(scope.t(meaning, "client_meaning"))))
    if cause:
        told.append(scope.tell("state.lead_cause", cause=full_stop(scope.t(cause, "root_cause"))))
    return tuple(told)


def _gravest(scope: Scope) -> Inlines:
    """Where nothing was scored: the problem that weighs most, if one does."""
    graded = sorted(
        (each for each in scope.state.findings if each.severity), key=lambda p: -(p.severity or 0)
    )
    if not graded or (len(graded) > 1 and graded[0].severity == graded[1].severity):
        return ()
    return scope.tell("state.lead_problem", problem=full_stop(scope.t(graded[0], "text")))


def goals(scope: Scope) -> Inlines:
    """What changes for the client, and which goals nothing measures yet."""
    told = [full_stop(capital(change)) for each in scope.concept.goals if (change := key_change(scope, each))]
    said = told[:_MOST] or [_felt(scope)]
    bare = [each for each in scope.concept.goals if not scope.relations.linked(each, Indicator)]
    names = [_quoted(scope, without_full_stop(scope.t(each, "text"))) for each in bare]
    said += [scope.tell("goals.lead_unmeasured", goals=_first(scope, names))] if names else []
    return join(said, " ")


def _felt(scope: Scope) -> Inlines:
    """What the client is to feel, where no figure tells it."""
    for each in scope.concept.goals:
        if isinstance(each.exceeds_expectation, str):
            return scope.tell("goals.lead_exceeds", text=full_stop(scope.t(each, "exceeds_expectation")))
    for principle in scope.concept.principles:
        if isinstance(principle.client_meaning, str):
            return scope.tell("goals.lead_feels", text=full_stop(scope.t(principle, "client_meaning")))
    return ()


def programme(scope: Scope) -> Inlines:
    """What is done first and by whom, what it costs, for what nobody answers yet."""
    planned = _planned(scope)
    money = join(budget_lines(scope), "; ")
    said = [begins(scope), full_stop(capital(money)) if money else ()]
    for key, field in (("owner", "owner"), ("term", "deadline")):
        open_ones = [each for each in planned if not _is_told(each, field)]
        numbers = [line(action_number(scope, each)) for each in open_ones]
        said.append(scope.tell(f"programme.lead_{key}", numbers=join(numbers)) if numbers else ())
    return join(said, " ")


def _planned(scope: Scope) -> list[Action]:
    own = scope.concept.programme
    return [each for each in own.actions if not (each.prior or each.is_over)] if own else []


def begins(scope: Scope) -> Inlines:
    """What is done first, by whom and when."""
    dated = [(day, each) for each in _planned(scope) if (day := scope.last(each.deadline))]
    if not dated:
        return ()
    _, first = min(dated, key=lambda pair: pair[0])
    about = [scope.who(first, "owner") if _is_told(first, "owner") else ()]
    about.append(
        date_phrase(scope, first, "deadline", "by") if worded(scope.words, first.deadline, "by") else ()
    )
    who = join(about)
    return scope.tell(
        "programme.lead_first",
        number=action_number(scope, first),
        action=_quoted(scope, without_full_stop(scope.t(first, "name"))),
        who=line(" (", who, ")") if who else "",
    )


def _is_told(action: Action, field: str) -> bool:
    """An owner, or a deadline where one is wanted: what recurs has none, and what has a period needs none."""
    value = getattr(action, field)
    if field == "owner":
        return isinstance(value, str)
    return value is not None or bool(action.recurring or action.period)


def indicators(scope: Scope) -> Inlines:
    """Which target is checked first, and where nobody knows yet from where one starts."""
    own = scope.concept.indicators
    open_ones = [
        _quoted(scope, scope.t(each, "name"))
        for each in own
        if each.target_kind != "norm" and (each.baseline is None or each.baseline.form == "unknown")
    ]
    said = [_first_target(scope, own)]
    said.append(scope.tell("indicators.lead_open", names=_first(scope, open_ones)) if open_ones else ())
    return join(said, " ")


def _first_target(scope: Scope, own: Iterable[Indicator]) -> Inlines:
    dated = [
        (day, indicator, target)
        for indicator in own
        for target in indicator.earnest
        if (day := scope.last(target.due)) and worded(scope.words, target.due, "by")
        if target.form not in ("unknown", "") and not scope.is_past(target.due)
    ]
    if not dated:
        return ()
    _, indicator, target = min(dated, key=lambda found: found[0])
    told = scope.tell(
        "indicators.lead_first",
        name=_quoted(scope, scope.t(indicator, "name")),
        target=bare_figure(scope, target, indicator.known_unit),
        due=date_phrase(scope, target, "due", "by"),
    )
    return full_stop(told)


def _quoted(scope: Scope, text: Inlines) -> Inlines:
    return scope.tell("quoted", text=text)


def _first(scope: Scope, names: Sequence[Inlines]) -> Inlines:
    """The first names and how many there are beside: «А», «Б», «В» и ещё 2."""
    more = len(names) - _MOST
    rest = line(" ", scope.say("and_more", count=more)) if more > 0 else ()
    return line(join(names[:_MOST]), rest)
