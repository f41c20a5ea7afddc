"""Comes somebody from every department that meets the client?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.organization import Role
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import KIT
from conceptgen.rulebook.violation import Violation

CODE = "W-SES-02"
SECTION = "session"
DOCUMENTS = KIT


def check(context: RuleContext) -> Iterator[Violation]:
    """Once participants are named, and departments are marked as client-facing."""
    session = context.project.session
    if session is None or not session.participants:
        return
    named = {each.role for each in session.participants if each.role}
    roles = [context.relations.get(each, Role) for each in named]
    present = named | {each.department for each in roles if each and each.department}
    absent = [
        each
        for each in context.project.organization.departments
        if each.client_facing and each.id and each.id not in present
    ]
    if absent:
        yield Violation(session, values={"departments": absent}, also=tuple(absent))
