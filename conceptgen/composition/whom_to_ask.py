"""Whom a position asks, and how that one is reached."""

from __future__ import annotations

import re
from collections import Counter

from conceptgen.composition.lines import without_full_stop
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.organization import Role
from conceptgen.model.role_points import served_by

_REACHED = re.compile(r"(?:\d[\s().-]*){5}|@|\b(?:тел|доб|вн|tel|ext)\b", re.IGNORECASE)
"""What tells how somebody is called or written to: an hour or a number of a room does not."""


def reached(scope: Scope, contact: Inlines) -> Inlines:
    """A contact, with room for a telephone where it tells none, and for a name where there is none."""
    if _REACHED.search(plain(contact)):
        return contact
    return scope.tell("contact_called", contact=without_full_stop(contact) or line(scope.say("whom_blank")))


def above(scope: Scope, role: Role) -> Inlines:
    """Who answers for most of what a position does; else for the whole. Never itself; nothing where nobody is named.

    Whoever manages the whole asks its sponsor alone: all who answer for parts of it are beneath.
    """
    governance = scope.concept.governance
    manager, sponsor = (governance.manager, governance.sponsor) if governance else (None, None)
    owners = Counter(each.owner for each in served_by(scope.project, role) if isinstance(each.owner, str))
    beneath = [] if role.id and role.id == manager else [*(name for name, _ in owners.most_common()), manager]
    found = (scope.item(each, Role) for each in (*beneath, sponsor) if isinstance(each, str))
    return next((scope.t(each, "name") for each in found if each and each is not role), ())
