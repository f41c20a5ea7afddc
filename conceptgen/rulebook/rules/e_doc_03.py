"""Has a short concept at least three principles, each with what it means to the client?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import SHORT_CONCEPT
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-DOC-03"
SECTION = "principles"
DOCUMENTS = SHORT_CONCEPT

FEWEST = 3


def check(context: RuleContext) -> Iterator[Violation]:
    """A meaning that is stated to be unknown is an answer."""
    principles = context.concept.principles
    if len(principles) < FEWEST:
        field = "principles" if principles else ""
        values: dict[str, object] = {"count": len(principles), "least": FEWEST}
        if not principles:
            values["missing"] = FieldName(context.concept, "principles")
        yield Violation(context.concept, field, "few", values)
    for principle in principles:
        if not principle.client_meaning:
            yield Violation(
                principle, variant="meaning", values={"missing": FieldName(principle, "client_meaning")}
            )
