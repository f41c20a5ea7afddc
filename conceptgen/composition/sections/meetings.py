"""When the staff are told: a line a meeting, with blanks for what the input does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conceptgen.composition.builders import bullets, label
from conceptgen.composition.lines import capital, full_stop, join, without_full_stop
from conceptgen.composition.scope import Scope
from conceptgen.document.blocks import Block, Paragraph
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.languages.written import any_of, meant, written
from conceptgen.model.base import Unknown
from conceptgen.model.governance import Governance, Rollout
from conceptgen.model.organization import Site

_HOUR = re.compile(r"\d[:.]\d\d(?!\d)|\d\s*(?:час|a\.?m|p\.?m)", re.IGNORECASE)
_BETWEEN = r"(?:\s+\w+){0,2}?\s+"
"""«Two short staff meetings»."""
_LEAST_STEM = 3
_ENDING = 2


def blocks(scope: Scope) -> Iterator[Block]:
    """How, when; each of several meetings on a line of its own."""
    rollout = (scope.concept.governance or Governance.empty()).rollout
    said = capital(scope.t(rollout, "format"))
    if rollout is None or not (said or rollout.date):
        return
    yield label(scope, "announcement.meeting")
    held = [*_held(scope, rollout, plain(said))]
    if len(held) > 1:
        yield Paragraph(full_stop(said), "intro")
        yield from bullets(held, ordered=True)
        return
    if isinstance(rollout.date, Unknown):
        yield from [Paragraph(full_stop(said))] if said else []
        yield Paragraph(capital(scope.tell("announcement.gathering_open", day=_day(scope, rollout))))
        return
    told = join([without_full_stop(said), scope.t(rollout, "date")])
    yield Paragraph(full_stop(told))
    if not _HOUR.search(plain(told)):
        yield Paragraph(line(scope.say("announcement.hour")))


def _day(scope: Scope, rollout: Rollout) -> Inlines:
    """The day, or room to write it."""
    is_known = rollout.date is not None and not isinstance(rollout.date, Unknown)
    return scope.t(rollout, "date") if is_known else line(scope.say("announcement.day"))


def _held(scope: Scope, rollout: Rollout, text: str) -> Iterator[Inlines]:
    """A line a place where there is one in each; else as many as the text counts."""
    day = _day(scope, rollout)
    if sites := _sites(scope, text):
        for each in sites:
            yield scope.tell("announcement.gathering", place=scope.t(each, "name"), day=day)
        return
    for _ in range(_count(text)):
        yield capital(scope.tell("announcement.gathering_open", day=day))


def _count(text: str) -> int:
    """How many meetings a text speaks of."""
    numbers = meant("numbers")
    pattern = rf"(?<!\w)({any_of(tuple(numbers))}|[2-9]){_BETWEEN}(?:{any_of(written('meetings'))})"
    found = re.search(pattern, text.casefold())
    return int(numbers.get(found[1], found[1])) if found else 1


def _sites(scope: Scope, text: str) -> list[Site]:
    """The places that «в каждой клинике» means: those whose names have that word, if there are several."""
    found = re.search(rf"(?<!\w)(?:{any_of(written('each'))})\s+(\w+)", text.casefold())
    if found is None:
        return []
    stem = found[1][: max(_LEAST_STEM, len(found[1]) - _ENDING)]
    named = [each for each in scope.project.organization.sites if stem in each.name.casefold()]
    return named if len(named) > 1 else []
