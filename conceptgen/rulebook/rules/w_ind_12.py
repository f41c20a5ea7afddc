"""Will every indicator be measured at least once before its first target is due?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.figure_bounds import SHORTEST
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Label, Violation

CODE = "W-IND-12"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """From the date of the document; not of norms, states, what is measured already, once or by occasion."""
    today = context.first(context.project.document.date)
    for indicator in context.concept.indicators:
        days = SHORTEST.get(indicator.frequency or "")
        due = next((target.due for target in indicator.targets if target.due), None)
        last = context.last(due)
        if (
            not (days and last and today)
            or last <= today
            or indicator.target_kind == "norm"
            or indicator.is_measured
        ):
            continue
        if indicator.direction != "reach_state" and (last - today).days < days:
            frequency = Label("frequency", indicator.frequency or "")
            yield Violation(indicator, "frequency", values={"due": due, "frequency": frequency})
