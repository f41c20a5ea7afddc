"""The report on progress: short for the meeting, full for the record."""

from __future__ import annotations

from conceptgen.composition.documents.variant import Place, Variant, annex, front, thesis
from conceptgen.composition.sections.progress import (
    account,
    actions,
    checks,
    deviations,
    diagram,
    head,
    indicators,
    next_round,
    rest,
    summary,
)

FULL = Variant(
    runs=(
        (
            front(head.blocks, key="cover"),
            front(summary.blocks),
            Place(diagram.blocks),
            Place(indicators.blocks, key="plan_and_fact"),
            Place(checks.blocks),
            Place(actions.blocks, key="states"),
            Place(deviations.blocks),
            Place(account.corrections),
            Place(account.decisions),
            Place(account.forecast),
        ),
        (annex(next_round.blocks), annex(rest.cited, key="sources")),
    ),
    rest=rest.of_report,
)
"""The summary, the diagram of the rounds, indicators, checks of the standards with each visit that the concept and the
chain are too old to tell of, actions, deviations, corrections, decisions, forecast; the form.

Leaves out: everything of the concept that did not move: causes, goals, how indicators are measured, risks, governance;
rounds, measurements and corrections later than the day of the report, corrections told by the report before.
"""

SHORT = Variant(
    runs=(
        (
            front(head.blocks, key="cover"),
            thesis(summary.blocks),
            thesis(diagram.short, key="diagram"),
            thesis(indicators.short, key="plan_and_fact"),
            thesis(actions.short, key="states"),
            thesis(deviations.short, key="deviations"),
            thesis(account.decisions_short, key="decisions"),
            thesis(account.forecast_short, key="forecast"),
            thesis(next_round.short, key="next_round"),
        ),
    ),
)
"""The summary, the diagram, indicators off the plan, what is overdue or due within sixty days, deviations and their
reasons, decisions, forecast.

Leaves out: scores by round, criteria on bars after the fifth, indicators that keep to the plan, lines of measurements,
actions that are done or far ahead and those after the twelfth, terms of causes, corrections, the form, sources.
"""

VARIANTS = {"short": SHORT, "full": FULL}
"""Both lengths."""
