"""The first line of a letter: to whoever approves the document, by name where it is known; else to nobody by name."""

from __future__ import annotations

from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.signature import holder, sponsor
from conceptgen.document.inline import Inlines, line
from conceptgen.languages.names import address
from conceptgen.model.organization import Role


def greeting(scope: Scope) -> Inlines:
    """«Уважаемая Анна Борисовна!», «Уважаемый господин Вымыслов!», “Dear Ms Ample,”."""
    name = _name(scope)
    if not name:
        return line(scope.say("letter.greeting"))
    found = address(name)
    key = "dear_surname" if found.by_surname else "dear"
    return line(scope.say(f"letter.{key}.{found.whose}", name=found.name))


def _name(scope: Scope) -> str:
    """Of whoever approves: as the list of people has it, where it says more than the stamp does."""
    approval = scope.project.document.approval
    if approval and approval.mode != "by_person":
        known = holder(scope, sponsor(scope)) if approval.mode == "by_act" else None
        return known.name if known else ""
    stamped = approval.person if approval and isinstance(approval.person, str) else ""
    position = approval.position if approval and isinstance(approval.position, str) else ""
    roles = scope.project.organization.roles
    role: Role | None = next((each for each in roles if each.name.casefold() == position.casefold()), None)
    known = holder(scope, role)
    return known.name if known and (not stamped or _is_same(known.name, stamped)) else stamped


def _is_same(one: str, other: str) -> bool:
    """True if two names have a word in common that is no initial."""
    long = [{each for each in name.casefold().split() if "." not in each} for name in (one, other)]
    return bool(long[0] & long[1])
