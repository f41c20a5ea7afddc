"""The report on progress for a screen: how it stands in large figures, then one exhibit a slide under what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from conceptgen.composition.builders import Piece, cell, columns
from conceptgen.composition.figures import sum_of_money
from conceptgen.composition.lines import strong
from conceptgen.composition.money import Spent, compared
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.progress import account, actions, deviations, diagram, head, indicators
from conceptgen.composition.slides.slide import bare, slide
from conceptgen.composition.tracking import OVERDUE, moves, plan_facts, tracks
from conceptgen.document.blocks import Block, Chart, Cover, Document, Listing, Paragraph, Part, Row, Table
from conceptgen.document.charts import Bars
from conceptgen.document.inline import Inlines, line
from conceptgen.model.scoring import is_low

Counted = dict[str, tuple[int, int]]
"""What was counted: how many, and of how many."""


def deck(scope: Scope, _: Document) -> Iterator[Part]:
    """The state, the diagram, what is off the plan, what is overdue, why, what was decided, when it levels out."""
    counted = _counted(scope)
    yield Part(tuple(each for each in head.blocks(scope) if isinstance(each, Cover)), key="cover")
    yield from _state(scope, counted)
    yield from _shown(scope, "diagram", diagram.short, counted)
    yield from _shown(scope, "indicators", indicators.short, counted)
    yield from _shown(scope, "actions", actions.short, counted)
    yield from _shown(scope, "deviations", deviations.short, counted)
    yield from _shown(scope, "decisions", account.decisions_short, counted)
    yield from _forecast(scope)


def _counted(scope: Scope) -> Counted:
    told = [each for each in tracks(scope) if not each.action.prior]
    known = [each for each in moves(scope) if each.step is not None]
    due = [each for each in plan_facts(scope) if each.is_due]
    low = [each for each in moves(scope) if is_low(scope.state, each.now)]
    return {
        "done": (sum(each.state == "done" for each in told), len(told)),
        "late": (sum(each.state in OVERDUE for each in told), len(told)),
        "risen": (sum((each.step or 0) > 0 for each in known), len(known)),
        "low": (len(low), len(scope.state.criteria)),
        "unmet": (sum(each.is_met is not True for each in due), len(due)),
        "met": (sum(each.is_met is True for each in due), len(due)),
        "decided": (len(scope.report.decisions), 0),
    }


def _said(scope: Scope, key: str, counted: Counted) -> Inlines:
    numbers = {name: pair[0] for name, pair in counted.items()} | {
        f"of_{name}": pair[1] for name, pair in counted.items()
    }
    return line(scope.say(f"slides.progress.{key}", shown=diagram.MOST, **numbers))


def _state(scope: Scope, counted: Counted) -> Iterator[Part]:
    """Large figures, each with what it counts."""
    keys = [key for key in ("done", "late", "met", "risen") if counted[key][1]]
    if not keys:
        return
    heads = columns(scope, ("counted", 3.4), ("figure", 1.4, "center"), of="slides.progress.columns")
    rows = tuple(
        Row(
            (
                cell(line(scope.say(f"slides.progress.counted.{key}"))),
                cell(line(scope.say("slides.progress.of", part=counted[key][0], whole=counted[key][1]))),
            ),
            "large",
        )
        for key in keys
    )
    if pair := compared(scope, scope.report.spent):
        rows = (*rows, _money(scope, pair))
    title = _said(scope, "state" if counted["done"][1] else "diagram", counted)
    yield slide("summary", title, [Table(heads, rows, alt=scope.say("progress.summary.title"))])


def _money(scope: Scope, spent: Spent) -> Row:
    """Spent and budget, in figures as large."""
    (kind, gone), whole = spent
    told = scope.say(
        "slides.progress.of", part=scope.words.number(gone), whole=sum_of_money(scope, whole, *kind)
    )
    return Row((cell(line(scope.say("slides.progress.counted.money"))), cell(line(told))), "large")


def _shown(
    scope: Scope, key: str, section: Callable[[Scope], Iterator[Piece]], counted: Counted
) -> Iterator[Part]:
    """The exhibit of a section of the document under what was counted there; its other words are for the speaker."""
    found = [each for each in section(scope) if isinstance(each, Chart | Table | Paragraph)]
    exhibits: list[Block] = [
        bare(each) if isinstance(each, Chart) else each for each in found if not isinstance(each, Paragraph)
    ]
    notes = [each.content for each in found if isinstance(each, Paragraph)]
    if exhibits:
        yield slide(key, _said(scope, _title(exhibits[0], key, counted), counted), exhibits[:1], notes)


def _title(exhibit: Block, key: str, counted: Counted) -> str:
    """The key of a title; where the diagram has not every criterion, the title says so."""
    is_part = isinstance(exhibit, Chart) and isinstance(exhibit.data, Bars)
    return "diagram_most" if is_part and counted["low"][1] > diagram.MOST else key


def _forecast(scope: Scope) -> Iterator[Part]:
    told = scope.report.forecast
    if told is None:
        return
    blocks = [*account.forecast_short(scope)]
    title = account.levels(scope, told)
    arguments = [item for each in blocks if isinstance(each, Listing) for item in each.items]
    named = strong(line(scope.say("progress.forecast.rests_on")))
    listed = (line("• ", each) for each in arguments)
    shown = [Paragraph(each) for each in (named, *listed)] if arguments else []
    texts = [each for each in blocks if isinstance(each, Paragraph) and each.role != "label"]
    title = title or line(scope.say("progress.forecast.title"))
    yield slide("forecast", title, shown or texts, [each.content for each in texts] if shown else [])
