"""Annexes of signatures: the sheet of agreement and the sheet of acquaintance.

The sheet of agreement holds the agreements that the title page does not (``cover.of_others``), given or still to come.
The sheet of acquaintance is there when the document binds the staff, or when they are to be told of it and nothing
says that it does not bind; a superseded document has none. It names the positions of the organisation, those who serve
the client only if the document is for them alone, and leaves lines for others; the order has a line for each person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.builders import Piece, columns, h1
from conceptgen.composition.gaps import or_gap
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.cover import of_others
from conceptgen.composition.sections.signature import signatory
from conceptgen.composition.sections.stamps import WHO
from conceptgen.composition.smallness import is_small
from conceptgen.document.blocks import Cell, Paragraph, Row, Table
from conceptgen.document.inline import Inlines, line
from conceptgen.languages.words import NBSP
from conceptgen.model.document_head import Approval
from conceptgen.model.organization import Role

LEAST_LINES = 8
"""Lines to sign on a sheet of acquaintance that has a page of its own."""
MOST_LINES = 60
"""Lines of a sheet where each has one; a larger staff adds sheets of its own."""
SPARE_LINES = 2
"""Lines beyond the positions that are known: several people may hold one."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """The two sheets."""
    yield from _agreement(scope)
    if is_to_be_signed(scope):
        yield h1(scope, "acquaintance.title")
        is_counted = any(_holders(role) > 1 for role in _reading(scope))
        yield acquaintance(scope, _by_position(scope), 0 if is_counted else SPARE_LINES)
        if is_counted:
            yield Paragraph(line(scope.say("acquaintance.of_each")), "note")


def _agreement(scope: Scope) -> Iterator[Piece]:
    elsewhere = of_others(scope)
    inside = [each for each in scope.project.document.agreements if each not in elsewhere]
    if not inside:
        return
    yield h1(scope, "agreement.title")
    heads = columns(scope, ("agreed_by", 2.2), ("signature", 1.1), ("initials", 1.3), ("date", 1.0))
    rows = tuple(_agreed(scope, each) for each in inside)
    yield Table(heads, rows, alt=scope.say("agreement.title"))


def _agreed(scope: Scope, approval: Approval) -> Row:
    field, _ = WHO[approval.mode]
    who = or_gap(scope, scope.t(approval, field), field, approval)
    said = (who, scope.t(approval, "organization"), _record(scope, approval))
    return Row(
        (
            Cell(tuple(filter(None, said))),
            _filled(),
            _filled(scope.t(approval, "person")),
            _filled(scope.date(approval)),
        ),
        "sign",
    )


def _record(scope: Scope, approval: Approval) -> Inlines:
    """The number of the act or of the minutes."""
    sign = line(scope.say("number_sign"), NBSP)
    if approval.mode == "by_act" and approval.number:
        return line(sign, scope.t(approval, "number"))
    if approval.mode == "by_body" and approval.protocol:
        return line(scope.say("agreement.minutes"), " ", sign, scope.t(approval, "protocol"))
    return ()


def is_to_be_signed(scope: Scope) -> bool:
    """True if those who read the document sign that they have."""
    binding, governance = scope.project.document.binding, scope.concept.governance
    binds = binding.is_binding if binding else None
    is_told = bool(governance and governance.rollout)
    return scope.status != "superseded" and (bool(binds) or (binds is None and is_told))


def acquaintance(scope: Scope, positions: Sequence[Inlines], spare: int = SPARE_LINES) -> Table:
    """The sheet that those sign who have read the document: a line for each of these, and some for others."""
    heads = columns(
        scope,
        ("number", 0.4, "center"),
        ("position", 1.7),
        ("full_name", 1.7),
        ("date", 1.0),
        ("signature", 1.1),
    )
    least = 0 if is_small(scope.project) else LEAST_LINES
    count = max(least, len(positions) + spare)
    rows = tuple(
        Row(
            (Cell((line(str(number + 1)),)), _filled(*positions[number : number + 1]), *[_filled()] * 3),
            "sign",
        )
        for number in range(count)
    )
    return Table(heads, rows, alt=scope.say("acquaintance.title"))


def _by_position(scope: Scope) -> list[Inlines]:
    """The positions that read and sign, with how many hold them: «Администратор (5)»."""
    return [
        line(scope.t(role, "name"), f" ({count})" if (count := _holders(role)) > 1 else "")
        for role in _reading(scope)
    ]


def by_person(scope: Scope) -> list[Inlines]:
    """The positions that read and sign, as often as people hold them."""
    roles = _reading(scope)
    counts = [_holders(role) for role in roles]
    if sum(counts) > MOST_LINES:
        counts = [1] * len(roles)
    return [scope.t(role, "name") for role, count in zip(roles, counts, strict=True) for _ in range(count)]


def _reading(scope: Scope) -> list[Role]:
    """The positions that are to read; not whoever signs the order, nor partners, nor a position nobody holds yet."""
    only_serving = set(scope.project.document.audience) <= {"client_facing", "partners"}
    asked = bool(scope.project.document.audience) and only_serving

    def reads(role: Role) -> bool:
        is_asked = role.client_facing is not False if asked else True
        return is_asked and is_held(role) and role.name.casefold() != signatory(scope).casefold()

    return [role for role in scope.project.organization.roles if reads(role)]


def is_held(role: Role) -> bool:
    """True unless the input says that nobody holds the position."""
    return not (role.headcount and role.headcount.current == 0)


def _holders(role: Role) -> int:
    current = role.headcount.current if role.headcount else None
    return max(1, int(current or 1))


def _filled(content: Inlines = ()) -> Cell:
    return Cell((content,) if content else ())
