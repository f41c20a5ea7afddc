"""What the staff are asked to read: their edition of the document, or the whole of it."""

from __future__ import annotations

from typing import Literal

from conceptgen.composition.audience import RULES, left_out
from conceptgen.composition.scope import Scope

OF_THE_CONCEPT = ("concept", "combined")
"""Documents whose staff edition is one of the concept."""


def staff_reading(scope: Scope) -> Literal["own", "same", "none"]:
    """``own``: they have an edition; ``same``: the whole holds nothing that is not for them; ``none``: it does."""
    if scope.project.document.internal or scope.project.organization.internal:
        return "none"  # nothing of it may be told, and there is no edition
    listed = any(each.audience and each.document in OF_THE_CONCEPT for each in scope.project.deliverables)
    if listed or scope.audience:
        return "own"
    return "none" if any(each.rule in RULES for each in left_out(scope.project, "staff")) else "same"
