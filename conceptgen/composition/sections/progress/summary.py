"""What the report comes to: what levelled out and what did not, by name; figures never stand alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from conceptgen.composition.builders import Piece, bullets, h1
from conceptgen.composition.comparable import comparable_rounds
from conceptgen.composition.figures import bare_figure
from conceptgen.composition.lines import capital, full_stop, join, without_full_stop
from conceptgen.composition.markdown import prose
from conceptgen.composition.money import budget_lines, spending
from conceptgen.composition.names import action_number, numbered
from conceptgen.composition.scope import Scope
from conceptgen.composition.tracking import OVERDUE, Move, PlanFact, Track, moves, plan_facts, tracks
from conceptgen.document.inline import Inlines, line
from conceptgen.model.scoring import is_low

MOST_NAMED = 3
"""Criteria that the summary names of those that have risen, actions of many late ones; the tables have them all."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """The author's summary, then a finding on the diagram, the indicators and the actions."""
    yield h1(scope, "progress.summary.title")
    yield from prose(scope, scope.report, "summary", "lead")
    yield from bullets(
        full_stop(each)
        for each in (*_of_diagram(scope), *_of_indicators(scope), *_of_actions(scope), *_of_money(scope))
    )


def _of_diagram(scope: Scope) -> Iterator[Inlines]:
    told, held = moves(scope), comparable_rounds(scope)
    known = [(each, step) for each in told if (step := each.step) is not None]
    rose = [each for each, step in sorted(known, key=lambda pair: -pair[1]) if step > 0]
    still = [each for each, step in known if step <= 0 and not each.has_fallen]
    if rose:
        span = {"first": scope.round_name(held[0]), "last": scope.round_name(held[-1])}
        counted = {"rose": str(len(rose)), "count": str(len(known))}
        key = "rose_most" if len(rose) > MOST_NAMED else "rose"
        yield scope.tell(f"progress.summary.{key}", what=_moved(scope, rose[:MOST_NAMED]), **span, **counted)
    if still:
        yield scope.tell("progress.summary.still", what=_moved(scope, still))
    if fell := [each for each in told if each.has_fallen]:
        since = [replace(each, was=each.before) for each in fell]
        yield scope.tell("progress.summary.fell", what=_moved(scope, since))
    if blank := [each for each in told if each.now is None and any(one.now is not None for one in told)]:
        yield scope.tell("progress.summary.unscored", what=_moved(scope, blank))
    low = [each for each in told if is_low(scope.state, each.now)]
    threshold = scope.words.number(scope.state.scale.low_threshold)
    if low:
        yield scope.tell("progress.summary.low", what=_moved(scope, low), threshold=threshold)
    elif any(each.now is not None for each in told):
        yield line(scope.say("progress.summary.none_low", threshold=threshold))


def _moved(scope: Scope, told: Iterable[Move]) -> Inlines:
    """«Встреча гостя (с 4 до 7)»: no arrow, for not every typeface has one."""
    number = scope.words.number
    said = []
    for each in told:
        shown = number(each.now) if each.now is not None else ""
        if each.was is not None and each.now is not None and each.was != each.now:
            shown = scope.say("progress.summary.from_to", was=number(each.was), now=shown)
        said.append(line(without_full_stop(scope.t(each.criterion, "name")), f" ({shown})" if shown else ""))
    return join(said, "; ")


def _of_indicators(scope: Scope) -> Iterator[Inlines]:
    told = [each for each in plan_facts(scope) if each.is_due]
    met = [each for each in told if each.is_met]
    short = [each for each in told if each.is_met is False]
    blank = [each for each in told if each.fact is None]
    worded = [each for each in told if each.fact is not None and each.is_met is None]
    if met:
        yield scope.tell("progress.summary.met", what=join([_name(scope, each) for each in met], "; "))
    if short:
        yield scope.tell("progress.summary.short", what=join([_missed(scope, each) for each in short], "; "))
    if blank:
        yield scope.tell("progress.summary.blank", what=join([_name(scope, each) for each in blank], "; "))
    if worded:
        yield scope.tell(
            "progress.summary.worded", what=join([_missed(scope, each) for each in worded], "; ")
        )


def _name(scope: Scope, each: PlanFact) -> Inlines:
    return without_full_stop(scope.t(each.indicator, "name"))


def _missed(scope: Scope, each: PlanFact) -> Inlines:
    unit = each.indicator.known_unit
    fact = bare_figure(scope, each.fact, unit) if each.fact else ()
    plan = (scope.t(each.plan, "state") or bare_figure(scope, each.plan, unit)) if each.plan else ()
    return scope.tell("progress.summary.missed", name=_name(scope, each), fact=fact, plan=plan)


def _of_actions(scope: Scope) -> Iterator[Inlines]:
    told = tracks(scope)
    late = [each for each in told if each.state in OVERDUE]
    done = [each for each in told if each.state == "done" and not each.action.prior]
    planned = [each for each in told if not each.action.prior]
    if done:
        key = "all_done" if len(done) == len(planned) else "done"
        said = scope.say(f"progress.summary.{key}", done=len(done), planned=len(planned))
        yield line(said, _before(scope, [each for each in told if each.action.prior]))
    if late:
        longest = (
            sorted(late, key=lambda each: -each.days)[:MOST_NAMED] if len(late) > 2 * MOST_NAMED else late
        )
        key = "late_most" if len(longest) < len(late) else "late"
        what = join([_late(scope, each) for each in longest], "; ")
        yield scope.tell(f"progress.summary.{key}", what=what, count=str(len(late)))


def _of_money(scope: Scope) -> Iterator[Inlines]:
    """A budget that is named asks what was spent of it."""
    spent = spending(scope, scope.report.spent)
    budget = budget_lines(scope)[:1] if scope.concept.programme and scope.concept.programme.budget else ()
    if budget or spent:
        told = spent or line(scope.say("progress.summary.unspent"))
        yield capital(join([*budget, told], "; "))


def _before(scope: Scope, prior: list[Track]) -> str:
    """The table has actions that were done before the programme began; its count has none."""
    numbers = ", ".join(action_number(scope, each.action) for each in prior)
    return scope.say("progress.summary.prior", numbers=numbers) if prior else ""


def _late(scope: Scope, each: Track) -> Inlines:
    name = numbered(scope, each.action, without_full_stop(scope.t(each.action, "name")))
    return line(name, " (", scope.say(f"progress.states.{each.state}"), _days(scope, each), ")")


def _days(scope: Scope, each: Track) -> str:
    return (
        scope.say("progress.by_days", days=scope.words.quantity(str(each.days), "day", Decimal(each.days)))
        if each.days
        else ""
    )
