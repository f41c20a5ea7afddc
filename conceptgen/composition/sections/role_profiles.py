"""Positions one by one: what they ask of a person and how it is checked, what is done with it, what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from conceptgen.composition.builders import (
    Fresh,
    Piece,
    bullets,
    card,
    cell,
    columns,
    full_grid,
    grid,
    group,
    label,
    row,
)
from conceptgen.composition.figures import bare_number
from conceptgen.composition.forms import BLANK, card_to_fill, to_fill
from conceptgen.composition.gaps import gap, or_gap
from conceptgen.composition.inflection import mark
from conceptgen.composition.lines import join, quiet
from conceptgen.composition.marks import full_text, full_texts
from conceptgen.composition.names import linked_names, names_in
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.touchpoint import standard
from conceptgen.composition.titles import title
from conceptgen.document.blocks import Block, Cell, Cover, CoverLine, Heading, Height, Paragraph, Row, Tone
from conceptgen.document.inline import Inlines, line
from conceptgen.model.indicators import Indicator
from conceptgen.model.organization import Duty, ProfileItem, Role
from conceptgen.model.role_points import points_in, points_of, serves
from conceptgen.model.touchpoint_positions import Placed

MOST_MARKS = 2
"""Marks for an answer: 0, 1 or 2."""
ROOMY = 5
"""Demands up to which the form of an interview has room for three lines of an answer."""
GROUPS = ("knowledge", "experience", "skills", "attitudes")


def head(scope: Scope) -> Iterator[Piece]:
    """Whose positions, and to which document they belong; its approval is not theirs."""
    document = scope.project.document
    dated = join([scope.t(document, "date"), line(mark(scope))])
    yield Cover(
        (
            CoverLine("organization", scope.t(scope.project.organization, "name")),
            CoverLine("title", title(scope)),
            CoverLine("subtitle", scope.t(document, "title")),
            CoverLine("status", dated),
        ),
        compact=True,
    )


def blocks(scope: Scope) -> Iterator[Piece]:
    """A section a position that is described or meets the client, the others by name; then a form an interview."""
    roles = scope.project.organization.roles
    told = sorted((each for each in roles if _is_told(scope, each)), key=lambda each: not any(_items(each)))
    yield from _undescribed(scope, told)
    for number, role in enumerate((each for each in told if _is_shown(scope, each)), 1):
        yield Heading(1, full_text(scope, role))
        yield from _role(scope, role, str(number))
    if others := [each for each in roles if not any(each is one for one in told)]:
        yield label(scope, "role_profiles.others")
        yield from bullets(full_texts(scope, others))
    for role in told:
        if form := [*_interview(scope, role)]:
            title = scope.tell("role_profiles.interview.of", role=scope.t(role, "name"))
            yield Fresh((Heading(1, title), *form))


def _is_told(scope: Scope, role: Role) -> bool:
    return bool(role.profile or role.job_description or role.client_facing or points_of(scope.project, role))


def _is_shown(scope: Scope, role: Role) -> bool:
    """False for one of whom there is nothing but that she is still to be described, which is told at the beginning."""
    return not _is_undescribed(role) or any(_role(scope, role, ""))


def _is_undescribed(role: Role) -> bool:
    return bool(role.client_facing) and role.job_description is None and not any(_items(role))


def _undescribed(scope: Scope, roles: Iterable[Role]) -> Iterator[Piece]:
    """Those who meet the client and of whom neither profile nor duties are told: once, by name, before the others."""
    silent = [each for each in roles if _is_undescribed(each)]
    if silent:
        yield label(scope, "role_profiles.undescribed")
        yield from bullets(
            line(
                scope.t(each, "name") if _is_shown(scope, each) else full_text(scope, each),
                " — ",
                gap(scope, "profile_and_duties", each, "profile"),
            )
            for each in silent
        )


def _role(scope: Scope, role: Role, number: str) -> Iterator[Piece]:
    if role.why:
        yield Paragraph(scope.t(role, "why"), "lead", stays=True)
    about = [(name, kept) for name, said in _about(scope, role) if (kept := tuple(filter(None, said)))]
    if len(about) > 1:
        yield from card(about, role.name)
    # A row alone is a line that stays with the table under it.
    yield from (Paragraph(line(f"{name}: ", *said), "intro") for name, said in about if len(about) == 1)
    yield from _profile(scope, role, number)
    yield from _agreement(scope, role, number)
    yield from _points(scope, role, number)
    yield from _selection(scope, role, number)


def _about(scope: Scope, role: Role) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    say, job, count = scope.say, role.job_description, role.headcount
    yield say("roles.department"), (scope.who(role, "department"),)
    yield say("roles.members"), tuple(names_in(scope, role, "members"))
    if count:
        numbers = [(field, bare_number(scope, count, field)) for field in ("current", "required")]
        said = join(scope.tell(f"roles.{field}", count=number) for field, number in numbers if number)
        yield say("roles.headcount"), (said,)
    if job:
        yield say("roles.functions"), full_texts(scope, job.functions)
        yield say("roles.authority"), full_texts(scope, job.authority)
        yield say("roles.responsibility"), full_texts(scope, job.responsibility)
        yield say("roles.document"), (join([scope.t(job, "document_ref"), scope.t(job, "approved_on")]),)
    yield say("roles.appearance"), (scope.t(role.profile, "appearance"),)
    yield say("roles.speech"), (scope.t(role.profile, "speech"),)
    yield say("roles.indicators"), tuple(linked_names(scope, role, Indicator))
    yield say("roles.training"), full_texts(scope, role.training)


def _items(role: Role) -> Iterator[tuple[str, ProfileItem]]:
    for kind in GROUPS if role.profile else ():
        yield from ((kind, each) for each in getattr(role.profile, kind))


def _profile(scope: Scope, role: Role, number: str) -> Iterator[Block]:
    heads = columns(scope, ("demand", 4.0), ("level", 1.2), ("check", 1.6), of="role_profiles.columns")
    rows: list[Row] = []
    kind = ""
    for each_kind, item in _items(role):
        if each_kind != kind:
            kind = each_kind
            rows.append(group(line(scope.say(f"roles.{kind}")), len(heads)))
        level = line(scope.label("level", item.level)) if item.level else ()
        check = line(scope.label("check_method", item.check)) if item.check else ()
        rows.append(row(cell(full_text(scope, item)), cell(level), cell(check)))
    if rows:
        yield from full_grid(scope, "role_profiles.profile", heads, rows, number=number)
    elif role.client_facing and not _is_undescribed(role):
        yield Paragraph(gap(scope, "profile", role))


def _agreement(scope: Scope, role: Role, number: str) -> Iterator[Block]:
    """Each duty with what it takes; what no duty takes is named under the table."""
    job = role.job_description
    heads = columns(
        scope,
        ("number", 0.4, "center"),
        ("duty", 2.4),
        *((kind, 1.8) for kind in GROUPS),
        of="role_profiles.columns",
    )
    duties = job.duties if job else ()
    rows = [_duty(scope, role, n, each) for n, each in enumerate(duties, 1)]
    if rows:
        yield from grid(scope, "role_profiles.agreement", heads, rows, number=number)
    elif role.client_facing and not _is_undescribed(role):
        yield Paragraph(gap(scope, "duties", job or role, "duties" if job else "job_description"))
    used = {name for each in duties for name in each.requires}
    idle = [scope.t(item, "text") for _, item in _items(role) if item.id not in used]
    if rows and idle:
        yield Paragraph(scope.tell("role_profiles.idle", what=join(idle, "; ")), "note")


def _duty(scope: Scope, role: Role, number: int, duty: Duty) -> Row:
    """An open cell means that the duty takes nothing of the kind; one without any is marked."""
    taken = {
        kind: [
            scope.t(item, "text") for own, item in _items(role) if own == kind and item.id in duty.requires
        ]
        for kind in GROUPS
    }
    tone: Tone = "none" if any(taken.values()) else "low"
    return row(
        cell(line(str(number))),
        cell(full_text(scope, duty), tone=tone),
        *(cell(*taken[kind]) for kind in GROUPS),
    )


def _points(scope: Scope, role: Role, number: str) -> Iterator[Block]:
    heads = columns(scope, ("point", 2.2), ("standard", 3.4), ("part", 1.2), of="role_profiles.columns")
    chains = scope.project.chains
    rows: list[Row] = []
    for chain in chains:
        own = [_point(scope, role, each) for each in points_in(chain, scope.project, role)]
        # Every chain numbers its touchpoints from the start: among several a number alone says nothing.
        if own and len(chains) > 1:
            rows.append(group(scope.t(chain, "name"), len(heads)))
        rows += own
    yield from grid(scope, "role_profiles.points", heads, rows, number=number)


def _point(scope: Scope, role: Role, placed: Placed) -> Row:
    owns = placed.owner == role.id
    is_served = bool(placed.served_by) and serves(scope.project, role, placed)
    part = "both" if owns and is_served else "owns" if owns else "serves"
    return row(
        cell(line(quiet(f"{placed.number} "), scope.t(placed.touchpoint, "name"))),
        cell(*(standard(scope, each) for each in placed.standard)),
        cell(line(scope.say(f"role_profiles.part.{part}"))),
    )


def _selection(scope: Scope, role: Role, number: str) -> Iterator[Block]:
    heads = columns(
        scope,
        ("number", 0.4, "center"),
        ("step", 2.6),
        ("checks", 3.2),
        ("who", 1.4),
        of="role_profiles.columns",
    )
    rows = [
        row(
            cell(line(str(n))),
            cell(full_text(scope, each)),
            cell(*names_in(scope, each, "checks")),
            cell(or_gap(scope, scope.who(each, "who"), "person", each, "who")),
        )
        for n, each in enumerate(role.selection_steps, 1)
    ]
    yield from grid(scope, "role_profiles.selection", heads, rows, number=number)


def _interview(scope: Scope, role: Role) -> Iterator[Block]:
    """A form: a question for each demand that is a must, room for what was heard, a mark, then the decision."""
    say = scope.say
    heads = columns(
        scope,
        ("demand", 2.0),
        ("ask", 2.8),
        ("heard", 2.8),
        ("mark", 0.6, "center"),
        of="role_profiles.columns",
    )
    musts = [(kind, item) for kind, item in _items(role) if item.level == "must"]
    if not musts:
        return
    height: Height = 24 if len(musts) <= ROOMY else 16
    rows = [
        Row(
            (Cell((scope.t(item, "text"),)), Cell((*_asked(scope, kind, item),)), BLANK, BLANK), height=height
        )
        for kind, item in musts
    ]
    title = say("role_profiles.interview.title")
    yield card_to_fill(
        [(say(f"role_profiles.interview.{key}"), (), 11) for key in ("candidate", "when")], title
    )
    yield label(scope, "role_profiles.interview.title")
    yield to_fill(heads, rows, title)
    yield Paragraph(line(say("role_profiles.interview.marks")), "note")
    whole = say("role_profiles.interview.sum", most=len(rows) * MOST_MARKS)
    after = (whole, *(say(f"role_profiles.interview.{key}") for key in ("decision", "signature")))
    yield card_to_fill([(each, (), 11) for each in after], title)


def _asked(scope: Scope, kind: str, item: ProfileItem) -> Iterator[Inlines]:
    """Its own questions, and the task that its check is; where it has neither, the question of its kind."""
    yield from full_texts(scope, item.questions)
    if item.check and item.check != "interview":
        yield line(scope.say(f"role_profiles.task.{item.check}"))
    elif not item.questions:
        yield line(scope.say(f"role_profiles.ask.{kind}"))
