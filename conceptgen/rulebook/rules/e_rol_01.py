"""Has every position that meets the client at a touchpoint a profile and duties, where positions are printed?"""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.model.organization import Role
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.planned_documents import CARD, ROLES
from conceptgen.rulebook.violation import FieldName, Violation

CODE = "E-ROL-01"
SECTION = "roles"
DOCUMENTS = ROLES | CARD


def check(context: RuleContext) -> Iterator[Violation]:
    """One trouble a position for all that is missing."""
    met = {
        party
        for chain in context.project.chains
        for placed in context.touchpoints(chain)
        for party in (*placed.served_or_owned_by, placed.owner)
        if isinstance(party, str)
    }
    for role in context.project.organization.roles:
        missing = [*_missing(role)] if role.client_facing and role.id in met else []
        if missing:
            yield Violation(role, values={"missing": missing})


def _missing(role: Role) -> Iterator[FieldName]:
    for field in ("knowledge", "experience", "skills"):
        if role.profile is None:
            yield FieldName(role, "profile")
            break
        if not getattr(role.profile, field):
            yield FieldName(role.profile, field)
    job = role.job_description
    if job is None:
        yield FieldName(role, "job_description")
    elif not job.duties:
        yield FieldName(job, "duties")
