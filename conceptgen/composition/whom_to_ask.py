"""Whom a position asks, and how that one is reached."""

from __future__ import annotations

import re
from collections import Counter

from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, plain
from conceptgen.model.organization import Role
from conceptgen.model.role_points import served_by

_REACHED = re.compile(r"(?:\d[\s().-]*){5}|@|\b(?:тел|доб|вн|tel|ext)\b", re.IGNORECASE)
"""What tells how somebody is called or written to: an hour or a number of a room does not."""


def reached(scope: Scope, contact: Inlines) -> Inlines:
    """A contact, with room for a telephone where it tells none."""
    is_open = contact and not _REACHED.search(plain(contact))
    return scope.tell("contact_called", contact=contact) if is_open else contact


def above(scope: Scope, role: Role) -> Inlines:
    """Who answers for most of what a position does; else for the whole. Never itself; nothing where nobody is named."""
    governance = scope.concept.governance
    owners = Counter(each.owner for each in served_by(scope.project, role) if isinstance(each.owner, str))
    whole = (governance.manager, governance.sponsor) if governance else ()
    named = [*(name for name, _ in owners.most_common()), *(each for each in whole if isinstance(each, str))]
    found = (scope.item(each, Role) for each in named)
    return next((scope.t(each, "name") for each in found if each and each is not role), ())
