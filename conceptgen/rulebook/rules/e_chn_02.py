"""Does someone answer for every touchpoint, and is it said how the ones that matter or change shall go?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.base import Unknown
from conceptgen.model.touchpoint_positions import Placed
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-CHN-02"
SECTION = "chains"
DOCUMENTS = CHAIN


def check(context: RuleContext) -> Iterator[Violation]:
    """What is inherited from the element or the zone counts; an unknown owner that nobody looks for only warns.

    A touchpoint to remove needs no standard.
    """
    for chain in context.project.chains:
        for placed in context.touchpoints(chain):
            point = placed.touchpoint
            if not placed.owner and point.decision != "not_applicable":
                yield Violation(point, variant="owner", values=_values(placed, "owner"))
            if (
                isinstance(placed.owner, Unknown)
                and not placed.owner.resolve_by
                and point.decision != "not_applicable"
            ):
                variant = "nobody" if placed.owner.reason == "nobody" else "unknown"
                yield Violation(point, variant=variant, values={"stage": placed.stage}, mild=True)
            if placed.standard or point.decision in ("remove", "not_applicable"):
                continue
            if point.decision in ("change", "new"):
                yield Violation(point, variant=point.decision, values=_values(placed, "standard"))
            elif point.moment_of_truth:
                yield Violation(point, variant="moment", values=_values(placed, "standard"))


def _values(placed: Placed, missing: str) -> dict[str, object]:
    return {"stage": placed.stage, "missing": FieldName(placed.touchpoint, missing)}
