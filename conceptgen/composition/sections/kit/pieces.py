"""What the sheets of the kit share: a page with its title and how to go about it, tables whose heads are words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from conceptgen.composition.builders import Fresh, Wide
from conceptgen.composition.lines import join
from conceptgen.composition.marks import full_texts
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit import source
from conceptgen.composition.sections.kit.sheets import SCORES, title
from conceptgen.document.blocks import Block, Column, Heading, Paragraph, Sheet
from conceptgen.document.inline import Inlines, line
from conceptgen.languages import vocabulary
from conceptgen.model.session import Session, SessionDecision
from conceptgen.model.session_times import MOST_OF_FEW, Slot, schedule, tables

OWN_CRITERIA = 2
GUESTS = 2
"""Those who come unannounced, for whom there is room."""
LEAST_ROWS, OPEN_ROWS = 10, 16
"""Rows for what each takes on: those of two or three, and the fewest of more, for more may come than are named."""


def session_of(scope: Scope) -> Session:
    """What the input tells of the session; an empty one where it tells nothing."""
    return scope.project.session or Session.empty()


def draft(scope: Scope) -> tuple[Inlines, ...]:
    """The principles that the project proposes for the day; none once they stand."""
    return () if is_over(scope) else full_texts(scope, scope.concept.principles)


def is_over(scope: Scope) -> bool:
    """True if the day has passed, beyond doubt, when the document is dated or a report tells how things stand.

    What an input tells of decisions is proposed before the day and decided after it.
    """
    held = scope.last(session_of(scope).date)
    known = [scope.first(scope.project.document.date), *(each.as_of.first for each in scope.project.progress)]
    return held is not None and any(day is not None and held < day for day in known)


def page(
    scope: Scope,
    key: str,
    blocks: Iterable[Block],
    sheet: str = "",
    *,
    wide: Sheet | None = None,
    told: str = "how",
) -> Fresh | Wide:
    """A sheet on a page of its own: its title, how it is filled in, of a worksheet whose it is, then its tables.

    ``wide``: on its side, on this paper. ``told``: which of its words say how it is filled in.
    """
    named = title(scope, sheet) if sheet else scope.say(f"{key}.title")
    threshold = scope.words.number(scope.state.scale.low_threshold)
    how = scope.say(f"{key}.{told}", threshold=threshold, **source.named(scope)).rstrip()
    whose = [Paragraph(_whose(scope, sheet), "intro")] if sheet else []
    content = (Heading(1, line(named)), Paragraph(line(how)), *whose, *blocks)
    return Fresh(content) if wide is None else Wide(content, new_page=True, sheet=wide)


SHARED = ("diagram", SCORES, "commitments", "parking")
"""Sheets of one or of all: no group of its own writes on them."""
_APART = "\u2003\u2003"


def _whose(scope: Scope, sheet: str) -> Inlines:
    """«Дата ____ Группа ____», as far as the sheet needs it; last the groups, to circle."""
    day = scope.t(session_of(scope), "date")
    asked = [
        scope.tell("kit.whose.known_day", day=day) if _is_set(scope) else line(scope.say("kit.whose.day"))
    ]
    if sheet not in SHARED and not is_one_table(scope):
        asked.append(_circle(scope, [scope.t(each, "name") for each in session_of(scope).groups]))
    return join(asked, _APART)


def whose_map(scope: Scope) -> Inlines:
    """Which group a map is of, to circle or to write in, and which stages are its own; nothing at one table."""
    if is_one_table(scope):
        return ()
    named = session_of(scope).groups
    tasks = [scope.t(each, "task") for each in named]
    groups = [
        line(scope.t(each, "name"), line(" – ", task) if task else ())
        for each, task in zip(named, tasks, strict=True)
    ]
    stages = () if tasks and all(tasks) else line(scope.say("kit.whose.stages"))
    return join([each for each in (_circle(scope, groups), stages) if each], _APART)


def _circle(scope: Scope, named: Sequence[Inlines]) -> Inlines:
    """The groups to circle and a line for one more, or but a line to write it on."""
    if not named:
        return line(scope.say("kit.whose.group"))
    return scope.tell("kit.whose.circle", groups=join([*named, line(scope.say("kit.script.open"))], "  /  "))


def _is_set(scope: Scope) -> bool:
    """True if it is known on which day the session is."""
    return scope.first(session_of(scope).date) is not None


def criteria(scope: Scope) -> Iterator[Inlines]:
    """The criteria of the input, else those of the catalogue and two rows for one's own."""
    if scope.state.criteria:
        yield from (scope.t(each, "name") for each in scope.state.criteria)
        return
    catalogue = vocabulary(scope.words.language)["criteria_catalogue"]
    yield from (line(each) for names in catalogue.values() for each in names)
    yield from ((),) * OWN_CRITERIA


def count_of_groups(scope: Scope) -> int:
    """How many groups there are, named or not; 0 where nobody tells how many come."""
    return tables(session_of(scope))


def is_one_table(scope: Scope) -> bool:
    """True if all who come work together: nothing is shared out among groups."""
    return count_of_groups(scope) == 1 or is_few(scope)


def is_few(scope: Scope) -> bool:
    """True if up to three come; where nobody is named, by the usual agenda, if no more work there."""
    session = session_of(scope)
    if count_of_groups(scope) > 1:
        return False
    return 0 < (len(session.participants) or (0 if session.agenda else _staff(scope))) <= MOST_OF_FEW


def rows_for_each(scope: Scope) -> int:
    """Rows in which everybody who comes, and a guest or two, can put down one thing."""
    return LEAST_ROWS if is_few(scope) else max(OPEN_ROWS, len(session_of(scope).participants) + GUESTS)


def proposed(scope: Scope) -> tuple[SessionDecision, ...]:
    """The measures that are proposed before the day; none once it is over."""
    return () if is_over(scope) else session_of(scope).decisions


def _staff(scope: Scope) -> int:
    """How many work in the organisation as far as its roles tell; a role is at least one person."""
    roles = scope.project.organization.roles
    return sum(max(1, int(each.headcount.current or 1)) if each.headcount else 1 for each in roles)


def blocks_of_day(scope: Scope) -> tuple[Slot, ...]:
    """The blocks of the session in their times."""
    return schedule(session_of(scope), is_few=is_few(scope))


def in_usual_agenda(scope: Scope, block: str, key: str) -> str:
    """What the usual agenda says of a block, in other words where there is a draft or all work together."""
    words = vocabulary(scope.words.language)["documents"]["kit"]
    said = next((each for each in _agendas(scope) if key in words[each].get(block, {})), "agenda")
    return scope.say(f"kit.{said}.{block}.{key}", **source.named(scope))


def _agendas(scope: Scope) -> Iterator[str]:
    """Those that speak before the usual one: what is printed on a sheet already is not written anew."""
    if is_few(scope):
        if scope.project.chains:
            yield "agenda_of_few_with_stages"
        if draft(scope):
            yield "agenda_of_few_with_principles"
        yield "agenda_of_few"
    if scope.project.chains:
        yield "agenda_of_stages"
    if draft(scope):
        yield "agenda_of_principles"
    if is_one_table(scope):
        yield "agenda_at_one_table"


def groups(scope: Scope) -> tuple[str, ...]:
    """The names of the groups: those the session tells of, then others that a participant names."""
    session = session_of(scope)
    told = (*(each.name for each in session.groups), *(each.group for each in session.participants))
    return tuple(dict.fromkeys(each for each in told if each))


def participants(scope: Scope, group: str | None) -> Iterator[Inlines]:
    """The names and the positions of those in a group; None for those in no group."""
    for each in session_of(scope).participants:
        if each.group == group:
            yield join([scope.t(each, "name"), scope.who(each, "role")])


def heads(scope: Scope, key: str, weights: Sequence[float]) -> tuple[Column, ...]:
    """Columns with the words of a list for heads; narrow ones in the middle."""
    words = scope.words.several(key)
    return tuple(
        Column(line(word), weight, "center" if weight < 1 else "left")
        for word, weight in zip(words, weights, strict=True)
    )
