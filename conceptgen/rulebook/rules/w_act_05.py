"""Is a weak place of the staff mended by more than training?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.programme import Action
from conceptgen.rulebook.answers import ENABLING, answers
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import FULL_CONCEPT
from conceptgen.rulebook.violation import Violation

CODE = "W-ACT-05"
SECTION = "programme"
DOCUMENTS = FULL_CONCEPT


def check(context: RuleContext) -> Iterator[Violation]:
    """A low criterion of the staff: all actions about it, through its causes and goals; telling and measuring aside."""
    for criterion in context.state.criteria:
        if (
            criterion.component != "staff"
            or criterion.postponed
            or not context.is_low(context.score(criterion))
        ):
            continue
        found = (each for each in answers(context.relations, criterion) if isinstance(each, Action))
        actions = [each for each in found if each.kind not in ENABLING]
        if actions and all(each.kind == "training" for each in actions):
            yield Violation(criterion, values={"actions": actions}, also=tuple(actions))
