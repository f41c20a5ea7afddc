"""Annex: positions, their profiles and duties. Psychological remarks are never printed."""

from __future__ import annotations

from collections.abc import Iterator

from conceptgen.composition.builders import Piece, bullets, card, h1, label
from conceptgen.composition.figures import bare_number
from conceptgen.composition.lines import in_brackets, join, quiet, quiet_line
from conceptgen.composition.marks import full_text
from conceptgen.composition.names import all_in, linked_names, names_in
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Heading
from conceptgen.document.inline import Inlines, line
from conceptgen.model.indicators import Indicator
from conceptgen.model.organization import Duty, ProfileItem, Role, SelectionStep

_PROFILE = ("knowledge", "experience", "skills", "attitudes")


def blocks(scope: Scope) -> Iterator[Piece]:
    """Positions in a list where only a name is known, a card for each that is described."""
    roles = scope.project.organization.roles
    if not roles:
        return
    yield h1(scope, "roles.title")
    plain = [role for role in roles if not _described(role)]
    for role in roles:
        if _described(role):
            yield Heading(2, full_text(scope, role))
            yield from card(_rows(scope, role), role.name)
    if plain:
        yield label(scope, "roles.others" if len(plain) < len(roles) else "roles.all")
        yield from bullets(_short(scope, role) for role in plain)


def _described(role: Role) -> bool:
    return bool(role.why or role.profile or role.job_description or role.selection_steps or role.training)


def _short(scope: Scope, role: Role) -> Inlines:
    department = scope.who(role, "department")
    members = scope.tell("roles.of_members", who=all_in(scope, role, "members")) if role.members else ()
    said = join([department, members, _headcount(scope, role)], "; ")
    return line(full_text(scope, role), line(" — ", said) if said else "")


def _rows(scope: Scope, role: Role) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    say = scope.say
    department, count = scope.who(role, "department"), _headcount(scope, role)
    key = "place" if department and count else "headcount" if count else "department"
    yield say(f"roles.{key}"), (join([department, count], "; "),)
    yield say("roles.members"), tuple(names_in(scope, role, "members"))
    yield say("roles.why"), (scope.t(role, "why"),)
    profile = role.profile
    for field in _PROFILE:
        items: tuple[ProfileItem, ...] = getattr(profile, field) if profile else ()
        yield say(f"roles.{field}"), tuple(_item(scope, each) for each in items)
    yield say("roles.appearance"), (scope.t(profile, "appearance"),)
    yield say("roles.speech"), (scope.t(profile, "speech"),)
    yield from _duties(scope, role)
    yield say("roles.selection"), tuple(_step(scope, each) for each in role.selection_steps)
    yield say("roles.training"), tuple(full_text(scope, each) for each in role.training)
    yield say("roles.indicators"), tuple(linked_names(scope, role, Indicator))


def _duties(scope: Scope, role: Role) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    job, say = role.job_description, scope.say
    if job is None:
        return
    yield say("roles.functions"), tuple(full_text(scope, each) for each in job.functions)
    yield say("roles.duties"), tuple(_duty(scope, role, each) for each in job.duties)
    yield say("roles.authority"), tuple(full_text(scope, each) for each in job.authority)
    yield say("roles.responsibility"), tuple(full_text(scope, each) for each in job.responsibility)
    yield say("roles.document"), (join([scope.t(job, "document_ref"), scope.t(job, "approved_on")]),)


def _headcount(scope: Scope, role: Role) -> Inlines:
    count = role.headcount
    if count is None:
        return ()
    said = [(field, bare_number(scope, count, field)) for field in ("current", "required")]
    return join(scope.tell(f"roles.{field}", count=number) for field, number in said if number)


def _item(scope: Scope, item: ProfileItem) -> Inlines:
    level = scope.label("level", item.level) if item.level else ""
    check = scope.say("roles.check", how=scope.label("check_method", item.check)) if item.check else ""
    inside = "; ".join(filter(None, (level, check)))
    return line(full_text(scope, item), quiet(f" ({inside})") if inside else "")


def _duty(scope: Scope, role: Role, duty: Duty) -> Inlines:
    needs = join(_needs(scope, role, duty), "; ")
    return line(
        full_text(scope, duty),
        quiet_line(line(" (", scope.say("roles.requires"), " ", needs, ")")) if needs else "",
    )


def _needs(scope: Scope, role: Role, duty: Duty) -> Iterator[Inlines]:
    """What a duty takes: the name of its row above where that says nothing else, or the words."""
    rows = {kind: getattr(role.profile, kind) for kind in _PROFILE} if role.profile else {}
    alone = {items[0].id: kind for kind, items in rows.items() if len(items) == 1}
    for id, said in zip(duty.requires, names_in(scope, duty, "requires"), strict=True):
        yield line(scope.say(f"roles.{alone[id]}").lower()) if id in alone else said


def _step(scope: Scope, step: SelectionStep) -> Inlines:
    checks = all_in(scope, step, "checks", "; ")
    said = [line(scope.say("roles.checks"), " ", checks) if checks else (), scope.who(step, "who")]
    return line(full_text(scope, step), in_brackets(join(said, "; ")))
