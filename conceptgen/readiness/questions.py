"""The questions of a questionnaire: each open gap in words of the field, with whoever can answer it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from conceptgen.composition.lines import capital
from conceptgen.composition.names import all_named
from conceptgen.composition.scope import Scope
from conceptgen.document.inline import Inlines, line
from conceptgen.origin import Path
from conceptgen.readiness.addresses import Addresses
from conceptgen.readiness.gaps import OpenGap
from conceptgen.rulebook.context import RuleContext
from conceptgen.rulebook.message_values import MessageValues

_ANSWERING = ("owner", "responsible")
"""Who answers for a part."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, of which part, how it stands now, and by when the answer is due."""

    asked: Inlines
    about: Inlines
    now: Inlines
    until: Inlines


@dataclass(frozen=True, slots=True)
class Respondent:
    """A person or position, and what to ask; nobody in particular for an empty name."""

    name: Inlines
    questions: tuple[Question, ...]


def respondents(scope: Scope, gaps: Iterable[OpenGap]) -> tuple[Respondent, ...]:
    """The questions by who can answer, in the order of the input; those that nobody answers for come last."""
    addresses = Addresses(scope)
    found: dict[tuple[str, ...], list[Question]] = {}
    for gap in gaps:
        found.setdefault(_answering(addresses, gap), []).append(_question(scope, addresses, gap))
    ranked = sorted(found.items(), key=lambda pair: not pair[0])
    return tuple(Respondent(all_named(scope, ids), tuple(asked)) for ids, asked in ranked)


def _answering(addresses: Addresses, gap: OpenGap) -> tuple[str, ...]:
    """The ids of who finds it out, else of who answers for the nearest part that holds it."""
    if gap.unknown and gap.unknown.owner:
        return (gap.unknown.owner,)
    above = (addresses.at.get(gap.path[:end]) for end in range(len(gap.path), 0, -1))
    named = (_ids(getattr(part, field, None)) for part in above for field in _ANSWERING)
    return next(filter(None, named), ())


def _ids(value: object) -> tuple[str, ...]:
    many = value if isinstance(value, tuple) else (value,)
    return tuple(each for each in many if isinstance(each, str) and each)


def _question(scope: Scope, addresses: Addresses, gap: OpenGap) -> Question:
    return Question(
        asked=_asked(scope, addresses, gap),
        about=line(_subject(scope, addresses, gap.path)),
        now=_now(scope, addresses, gap),
        until=scope.date(gap.unknown, "resolve_by"),
    )


def _asked(scope: Scope, addresses: Addresses, gap: OpenGap) -> Inlines:
    """The field; for a part as a whole what its mark asks for, or the remark."""
    before, _, after = scope.words.template("gap").partition("{what}")
    if gap.path and isinstance(gap.path[-1], int) and gap.mark.startswith(before):
        return capital(line(gap.mark.removeprefix(before).removesuffix(after)))
    return line(gap.remark) if gap.remark else addresses.field(gap.path)


def _subject(scope: Scope, addresses: Addresses, path: Path) -> str:
    """The name of the part, as the review calls it."""
    part = next(addresses.at[path[:end]] for end in range(len(path), -1, -1) if path[:end] in addresses.at)
    called = RuleContext(scope.project, ()).name
    return called(part) or MessageValues(scope.words.language, called).name_of_kind(part, "")


def _now(scope: Scope, addresses: Addresses, gap: OpenGap) -> Inlines:
    """What the document prints there, or what the input says."""
    if gap.unknown:
        reason = gap.unknown.reason
        told = f" ({scope.label('unknown_reason', reason)})" if reason else ""
        return line(scope.say("unknown.plain"), told)
    if gap.mark or gap.remark:
        return line(gap.mark)
    return _written(scope, addresses, gap.path)


def _written(scope: Scope, addresses: Addresses, path: Path) -> Inlines:
    """The text that stands where another should: «уточнить»."""
    holder, field = addresses.at.get(path[:-1]), str(path[-1])
    is_text = isinstance(getattr(holder, field, None), str)
    return scope.t(holder, field) if is_text else line(scope.say("questions.absent"))
