"""Does every indicator say where from, where to, by when, how, how often, by whom and from what data?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-IND-01"
SECTION = "indicators"
DOCUMENTS = FULL_CONCEPT

_NEEDED = ("baseline", "targets", "direction", "method", "frequency", "owner", "data_source")
_NOT_OF_NORMS = ("baseline", "direction")


def check(context: RuleContext) -> Iterator[Violation]:
    """One violation for all that is missing, one more for each unknown or target without a date.

    A norm starts nowhere and leads nowhere; a target that is not known yet is due on no day. What was measured
    since is not waited for.
    """
    for indicator in context.concept.indicators:
        is_norm = indicator.target_kind == "norm"
        needed = [field for field in _NEEDED if not (is_norm and field in _NOT_OF_NORMS)]
        missing = [field for field in needed if not getattr(indicator, field)]
        missing += [] if indicator.has_unit else ["unit"]
        if missing:
            yield Violation(indicator, values={"missing": [FieldName(indicator, each) for each in missing]})
        unknown = indicator.baseline.unknown if indicator.baseline else None
        if unknown and not unknown.resolve_by and not indicator.is_measured:
            yield Violation(indicator, "baseline", "unknown")
        for target in indicator.targets:
            if not (target.due or target.since or target.unknown or is_norm):
                yield Violation(
                    target, variant="due", values={"name": indicator, "missing": FieldName(target, "due")}
                )
