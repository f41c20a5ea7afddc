"""Who signs: the position at the left, a line to sign on, the name at the right margin."""

from __future__ import annotations

from conceptgen.composition.gaps import blank
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Cell, Column, Row, Table
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.base import Model
from conceptgen.model.organization import Person, Role


def at_the_right(*lines: Inlines) -> Table:
    """What stands in the upper right corner of an annex: which annex it is, and of what."""
    heads = (Column((), 1.0), Column((), 1.0))
    return Table(heads, (Row((Cell(()), Cell(lines))),), "signature", alt=plain(lines[0]))


def signed(scope: Scope, position: Inlines, name: Inlines) -> Table:
    """The line at the end of an act or a letter; where no name is known, there is room to write it."""
    line_to_sign = line(scope.say("approval.signature"))
    cells = [
        Cell((each,)) for each in (position, line_to_sign, name or line(scope.say("approval.blank_name")))
    ]
    heads = (Column((), 1.9), Column((), 1.0, "center"), Column((), 2.1, "right"))
    return Table(heads, (Row(tuple(cells)),), "signature", alt=scope.say("approval.who_signs"))


def holder(scope: Scope, role: Role | None) -> Person | None:
    """The one person who holds a position; nobody where several do, or none is named."""
    holders = scope.relations.pointing(role, "role", Person) if role else ()
    return holders[0] if len(holders) == 1 else None


def signatory(scope: Scope) -> str:
    """The position of whoever signs: the one who approves, else the one who answers for the whole."""
    approval = scope.project.document.approval
    if approval and approval.mode == "by_person":
        return approval.position if isinstance(approval.position, str) else ""
    role = sponsor(scope)
    return role.name if role else ""


def by_signatory(scope: Scope) -> Table:
    """Position, a line to sign on, the name; a line to write on where the input does not say who signs."""
    approval = scope.project.document.approval
    if approval and approval.mode == "by_person":
        position, person = (
            scope.t(approval, field) or to_write(scope, approval, field) for field in ("position", "person")
        )
        return signed(scope, position, person)
    role = sponsor(scope)
    if role is None:
        part, field = (approval, "position") if approval else (scope.project.document, "approval")
        return signed(scope, to_write(scope, part, field), ())
    return signed(scope, scope.t(role, "name"), scope.t(holder(scope, role), "name"))


def to_write(scope: Scope, part: Model, field: str) -> Inlines:
    """A line to write on by hand, on a paper that is printed and signed; it is a gap of the input all the same."""
    return blank(scope, scope.say("approval.blank_name"), part, field)


def sponsor(scope: Scope) -> Role | None:
    """The position that answers for the whole."""
    governance = scope.concept.governance
    named = governance.sponsor if governance else None
    return scope.item(named, Role) if isinstance(named, str) else None
