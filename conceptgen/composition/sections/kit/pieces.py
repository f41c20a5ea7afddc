"""What the sheets of the kit share: a page with its title and how to go about it, tables whose heads are words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from conceptgen.composition.builders import Fresh, Wide
from conceptgen.composition.lines import join
from conceptgen.composition.marks import full_texts
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.kit.sheets import SCORES, title
from conceptgen.document.blocks import Block, Column, Heading, Paragraph, Sheet
from conceptgen.document.inline import Inlines, line
from conceptgen.languages import vocabulary
from conceptgen.model.session import Session
from conceptgen.model.session_times import MOST_OF_FEW, Slot, schedule, tables


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
    how = scope.say(f"{key}.{told}", threshold=scope.words.number(scope.state.scale.low_threshold))
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
        groups = [scope.t(each, "name") for each in session_of(scope).groups]
        open = line(scope.say("kit.whose.group"))
        asked.append(scope.tell("kit.whose.circle", groups=join(groups, "  /  ")) if groups else open)
    return join(asked, _APART)


def _is_set(scope: Scope) -> bool:
    """True if it is known on which day the session is."""
    return scope.first(session_of(scope).date) is not None


def criteria(scope: Scope) -> Iterator[Inlines]:
    """The criteria of the input, else those of the catalogue."""
    if scope.state.criteria:
        yield from (scope.t(each, "name") for each in scope.state.criteria)
        return
    catalogue = vocabulary(scope.words.language)["criteria_catalogue"]
    yield from (line(each) for names in catalogue.values() for each in names)


def count_of_groups(scope: Scope) -> int:
    """How many groups there are, named or not; 0 where nobody tells how many come."""
    return tables(session_of(scope))


def is_one_table(scope: Scope) -> bool:
    """True if all who come work together: nothing is shared out among groups."""
    return count_of_groups(scope) == 1 or is_few(scope)


def is_few(scope: Scope) -> bool:
    """True if up to three work by the usual agenda: those who come, or as many as work there where nobody is named."""
    session = session_of(scope)
    if session.agenda or count_of_groups(scope) > 1:
        return False
    return 0 < (len(session.participants) or _staff(scope)) <= MOST_OF_FEW


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
    return scope.say(f"kit.{said}.{block}.{key}")


def _agendas(scope: Scope) -> Iterator[str]:
    """Those that speak before the usual one: what is printed on a sheet already is not written anew."""
    if is_few(scope):
        yield "agenda_of_few"
    if scope.project.chains:
        yield "agenda_of_stages"
    if scope.project.concept and scope.project.concept.principles:
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
