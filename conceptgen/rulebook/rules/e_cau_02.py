"""Does every analysis of a cause answer all six questions?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.assessment import Cause
from conceptgen.model.base import Unknown
from conceptgen.model.programme import Action
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import FieldName, Violation
from conceptgen.rulebook.words import word_list

CODE = "E-CAU-02"
SECTION = "current_state"
DOCUMENTS = FULL_CONCEPT

_QUESTIONS = ("onset", "factors", "mechanism", "responsible", "first_step", "time_to_level")
_MEASURABLE = ("mechanism", "time_to_level")
_FINDING_OUT = ("clarify", "measurement")


def check(context: RuleContext) -> Iterator[Violation]:
    """«Not known» is an answer to four of them, where something is planned to find it out."""
    for cause in context.state.causes:
        missing = [each for each in _QUESTIONS if not getattr(cause, each)]
        if missing:
            yield Violation(
                cause, variant="missing", values={"missing": [FieldName(cause, each) for each in missing]}
            )
        onset = cause.onset
        if onset and onset.kind == "recent" and not (onset.since or onset.text):
            yield Violation(cause, "onset", "since")
        untold = [each for each in _unknown(cause) if not _is_looked_into(context, cause, each)]
        if untold:
            open_ones = [FieldName(cause, each) for each in untold]
            yield Violation(cause, variant="unknown", values={"unknown": open_ones})


def _unknown(cause: Cause) -> Iterator[str]:
    """Questions answered with «not known»; a date by which it will be known is the plan itself."""
    if cause.onset and cause.onset.kind == "unknown" and not cause.onset.text:
        yield "onset"
    mechanism = cause.mechanism
    if mechanism and (
        _is_open(mechanism.text) or (mechanism.clarity == "not_understood" and not mechanism.text)
    ):
        yield "mechanism"
    if _is_open(cause.responsible):
        yield "responsible"
    term = cause.time_to_level
    if term and (_is_open(term.unknown) or _is_open(term.date)):
        yield "time_to_level"


def _is_open(value: object) -> bool:
    return isinstance(value, Unknown) and not value.resolve_by


def _is_looked_into(context: RuleContext, cause: Cause, question: str) -> bool:
    """True if something is planned that finds it out; to count or to time shows how it works, nothing else."""
    actions = context.relations.linked(cause, Action)
    if any(each.kind in _FINDING_OUT for each in actions):
        return True
    told = [each.name for each in actions] + ([cause.first_step.text] if cause.first_step else [])
    language = context.project.document.language
    begins = word_list("clarifying", language)
    if question in _MEASURABLE:
        begins |= word_list("measuring", language)
    return any(begins.intersection(text.casefold().split()[:1]) for text in told)
