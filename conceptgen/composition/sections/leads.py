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
from conceptgen.composition.sections.next_action import begins, is_told, planned
from conceptgen.document.inline import Inlines, line
from conceptgen.model.assessment import Cause, Criterion, ProblemFound
from conceptgen.model.indicators import Indicator

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
    causes = [(criterion, each) for criterion in worst for each in linked(criterion, Cause)]
    cause = next((pair for pair in causes if isinstance(pair[1].root_cause, str)), None)
    told = []
    if meaning:
        told.append(scope.tell("state.lead_meaning", meaning=full_stop(scope.t(meaning, "client_meaning"))))
    if cause:
        told.append(_root(scope, *cause, alone=len(worst) == 1))
    return tuple(told)


def _root(scope: Scope, criterion: Criterion, cause: Cause, *, alone: bool) -> Inlines:
    """The root cause, with the name of what it explains where more than one is the weakest."""
    root = full_stop(scope.t(cause, "root_cause"))
    if alone:
        return scope.tell("state.lead_cause", cause=root)
    return scope.tell("state.lead_cause_of", criterion=_quoted(scope, scope.t(criterion, "name")), cause=root)


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
    ahead = planned(scope)
    money = join(budget_lines(scope), "; ")
    said = [begins(scope), full_stop(capital(money)) if money else ()]
    for key, field in (("owner", "owner"), ("term", "deadline")):
        open_ones = [each for each in ahead if not is_told(each, field)]
        numbers = [line(action_number(scope, each)) for each in open_ones]
        said.append(scope.tell(f"programme.lead_{key}", numbers=join(numbers)) if numbers else ())
    return join(said, " ")


def indicators(scope: Scope) -> Inlines:
    """Which target is checked first, and where nobody knows yet from where one starts."""
    own = scope.concept.indicators
    open_ones = [
        _quoted(scope, scope.t(each, "name"))
        for each in own
        if each.target_kind != "norm" and (each.baseline is None or each.baseline.form == "unknown")
    ]
    said = [_first_targets(scope, own)]
    said.append(scope.tell("indicators.lead_open", names=_first(scope, open_ones)) if open_ones else ())
    return join(said, " ")


def _first_targets(scope: Scope, own: Iterable[Indicator]) -> Inlines:
    """The targets whose day comes first, all of them."""
    dated = [
        (day, indicator, target)
        for indicator in own
        for target in indicator.earnest
        if (day := scope.last(target.due)) and worded(scope.words, target.due, "by")
        if target.form not in ("unknown", "") and not scope.is_past(target.due)
    ]
    if not dated:
        return ()
    first = min(day for day, _, _ in dated)
    those = [(indicator, target) for day, indicator, target in dated if day == first]
    due = date_phrase(scope, those[0][1], "due", "by")
    named = [
        (
            _quoted(scope, scope.t(indicator, "name")),
            bare_figure(scope, target, indicator.known_unit),
        )
        for indicator, target in those
    ]
    if len(named) == 1:
        [(name, target)] = named
        return full_stop(scope.tell("indicators.lead_first", name=name, target=target, due=due))
    names = [scope.tell("indicators.lead_target", name=name, target=target) for name, target in named]
    return full_stop(scope.tell("indicators.lead_first_of", names=_first(scope, names), due=due))


def _quoted(scope: Scope, text: Inlines) -> Inlines:
    return scope.tell("quoted", text=text)


def _first(scope: Scope, names: Sequence[Inlines]) -> Inlines:
    """The first names and how many there are beside, never one alone: «А», «Б», «В» и ещё 2."""
    more = len(names) - _MOST
    if more <= 1:
        return join(names)
    return line(join(names[:_MOST]), " ", scope.say("and_more", count=more))
