"""Is every step of a touchpoint told for each of the forms it goes in?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.chain import Touchpoint
from conceptgen.model.organization import Channel
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CHAIN
from conceptgen.rulebook.violation import Truncated, Violation

CODE = "W-CHN-11"
SECTION = "chains"
DOCUMENTS = CHAIN


def check(context: RuleContext) -> Iterator[Violation]:
    """A step without any form is the same in all; a stated unknown is an answer."""
    for point in context.every(Touchpoint):
        for step in point.process:
            missing = [form for form in point.forms if form not in step.forms] if step.forms else []
            if missing and not step.remark:
                told = tuple(_name(context, each) for each in missing)
                yield Violation(step, "forms", values={"point": point, "missing": Truncated(told)})


def _name(context: RuleContext, form: str) -> str:
    channel = context.relations.get(form, Channel)
    return channel.name if channel else form
