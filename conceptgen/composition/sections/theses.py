"""The short concept beside its principles: why, where we are, where we go, first steps, who answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from conceptgen.composition.builders import Piece, bullets, card, cell, columns, h1, row
from conceptgen.composition.charts.criteria import criteria_chart
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.lines import capital, join, strong
from conceptgen.composition.markdown import prose
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.glance import first_steps as steps_of_causes
from conceptgen.composition.sections.glance import goal_with_change
from conceptgen.document.blocks import Block, Paragraph, Table
from conceptgen.document.inline import Inlines, line
from conceptgen.model.governance import Governance
from conceptgen.model.organization import Person, Role
from conceptgen.model.programme import Action

MOST_GOALS = 5
_MOST_ACTIONS = 5
_SOON = timedelta(days=90)


def why(scope: Scope) -> Iterator[Piece]:
    """Who says so and why: the first paragraph of the purpose."""
    said = prose(scope, scope.concept, "purpose") or (Paragraph(gap(scope, "purpose", scope.concept)),)
    first = said[0]
    yield Paragraph(first.content, "lead") if isinstance(first, Paragraph) else first


def where_we_are(scope: Scope) -> Iterator[Piece]:
    """A sentence a component and a small diagram of the criteria."""
    names = scope.state.components
    chart = criteria_chart(scope, small=True)
    if not (names or chart):
        return
    yield h1(scope, "theses.where_we_are")
    said = (line(strong(scope.named(n)), ". ", scope.keyed(scope.state, "components", n)) for n in names)
    yield from bullets(said)
    if chart:
        yield chart


def where_we_go(scope: Scope) -> Iterator[Piece]:
    """Up to five goals with their key indicator."""
    goals = scope.concept.goals[:MOST_GOALS]
    if not goals:
        return
    yield h1(scope, "theses.where_we_go")
    said = []
    for goal in goals:
        said.append(goal_with_change(scope, goal))
    yield from bullets(said)


def first_steps(scope: Scope) -> Iterator[Piece]:
    """What is done at once, and the actions of the first ninety days: what, who, when."""
    steps, (actions, planned) = steps_of_causes(scope), soon(scope)
    if not (steps or actions):
        return
    yield h1(scope, "theses.first_steps")
    yield from bullets(steps)
    if actions:
        key = "soon_all" if len(actions) == planned else "soon_one" if len(actions) == 1 else "soon"
        told = scope.say(f"theses.{key}", shown=str(len(actions)), planned=str(planned))
        yield Paragraph(line(told), "label")
        yield table_of(scope, actions)


def soon(scope: Scope) -> tuple[list[Action], int]:
    """The actions of the first ninety days that are still ahead, five at most, and how many are in all."""
    programme = scope.concept.programme
    if programme is None:
        return [], 0
    start = scope.first(programme.start) or scope.today
    ahead = [each for each in programme.actions if not (each.prior or each.is_over)]
    dated = [(scope.last(action.deadline), action) for action in ahead]
    soon = [(last, action) for last, action in dated if last and start and last <= start + _SOON]
    first = [action for _, action in sorted(soon, key=lambda pair: pair[0])][:_MOST_ACTIONS]
    return first, len(dated)


def table_of(scope: Scope, actions: list[Action]) -> Block:
    """Actions with who and when."""
    rows = tuple(
        row(
            cell(scope.t(action, "name")),
            cell(or_gap(scope, scope.who(action, "owner"), "owner", action)),
            cell(scope.date(action, "deadline")),
        )
        for action in actions
    )
    heads = columns(scope, ("action", 3.0), ("owner", 1.6), ("term", 1.0))
    return Table(heads, rows, alt=scope.say("theses.first_steps"))


def _with_name(scope: Scope, governance: Governance | None, field: str) -> Inlines:
    """The position a field names, and who holds it where the input says so."""
    role = scope.item(getattr(governance, field, None), Role)
    holders = scope.relations.pointing(role, "role", Person) if role else ()
    return join([scope.who(governance, field), *(scope.t(each, "name") for each in holders)])


def who_answers(scope: Scope) -> Iterator[Piece]:
    """Sponsor, manager, whom to ask."""
    governance = scope.concept.governance
    rows: list[tuple[str | Inlines, tuple[Inlines, ...]]] = [
        (capital(line(scope.say(f"governance.{field}"))), (_with_name(scope, governance, field),))
        for field in ("sponsor", "manager")
    ]
    rows.append((scope.say("glance.contact"), (scope.t(scope.project.document, "contact"),)))
    answers = card(rows, scope.say("theses.who_answers"))
    if answers:
        yield h1(scope, "theses.who_answers")
        yield from answers
