"""Stamps of approval and agreement, each a few lines that stay together, and the same said in a sentence.

A person signs (УТВЕРЖДАЮ), an act or a body has decided (УТВЕРЖДЕНА приказом …, решением …). What is not there yet is
a blank to fill in by hand; who approves is never blank. Where a case is not certain, a wording that needs none stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from conceptgen.composition.dates import date_phrase
from conceptgen.composition.gaps import blank, or_gap
from conceptgen.composition.inflection import agreeing, in_case
from conceptgen.composition.lines import full_stop, join, lowered
from conceptgen.composition.scope import Scope
from conceptgen.deliverables.kinds import FINAL
from conceptgen.document.inline import Break, Inlines, line
from conceptgen.languages.declension import Case
from conceptgen.languages.words import NBSP
from conceptgen.model.base import Unknown
from conceptgen.model.document_head import Approval

Kind = Literal["approve", "agree"]

WHO: Final[dict[str, tuple[str, Case]]] = {
    "by_person": ("position", "ins"),
    "by_act": ("act", "ins"),
    "by_body": ("body", "gen"),
}
"""The field that names who or what approves, and the case a sentence needs it in."""


def stamp(scope: Scope, approval: Approval, kind: Kind) -> Inlines:
    """The whole stamp, its lines one under another."""
    return _stacked(
        _signed(scope, approval, kind) if approval.mode == "by_person" else _passed(scope, approval, kind)
    )


def sentence(scope: Scope, approval: Approval) -> Inlines:
    """«Документ утверждён директором ООО «…» 15 октября 2026 г.», or the same without a case."""
    field, _ = WHO[approval.mode]
    if not getattr(approval, field):
        return ()
    who, organization, when = _who(scope, approval), _organization(scope, approval), _when(scope, approval)
    in_brackets = approval.mode == "by_body"
    if who and (organization or not approval.organization):
        between = scope.say("approval.between")
        by = join([join([who, organization], between), when], " " if in_brackets else between)
        said = scope.tell("approval.was", by=by)
    else:
        plain = join([scope.t(approval, field), scope.t(approval, "organization")])
        plain = join([plain, when], " " if in_brackets else ", ")
        said = scope.tell(f"approval.plain.{approval.mode}", who=plain)
    return full_stop(said)


def numbered(scope: Scope, approval: Approval, field: str) -> Inlines:
    """«от 15 октября 2026 г. № 48», with blanks for what is not there yet; the author's own wording as it is."""
    given = _given(scope, approval, field)
    value = getattr(approval, field)
    if given and isinstance(value, str) and not value[:1].isalnum():
        return given
    number = given or _blank(scope, approval, field, "blank_number")
    number = line(scope.say("number_sign"), NBSP, number)
    if _given(scope, approval, "date"):
        dated = date_phrase(scope, approval, "date", "of")
        return scope.tell("approval.numbered_dated", date=dated, number=number)
    return scope.tell("approval.numbered", date=_blank(scope, approval, "date", "blank_day"), number=number)


def _signed(scope: Scope, approval: Approval, kind: Kind) -> Iterator[Inlines]:
    yield line(scope.say(f"approval.{kind}"))
    yield or_gap(scope, scope.t(approval, "position"), "position", approval)
    yield _organization(scope, approval) or scope.t(approval, "organization")
    yield line(
        scope.say("approval.signature"), NBSP, or_gap(scope, scope.t(approval, "person"), "person", approval)
    )
    yield _given(scope, approval, "date") or _blank(scope, approval, "date", "blank_date")


def _given(scope: Scope, approval: Approval, field: str) -> Inlines:
    """A date or number of the approval; a stamp has a blank for one that nobody knows.

    A chain still in draft has not been approved with the rest of the work.
    """
    is_behind = scope.project.document.status in FINAL and scope.status not in FINAL
    is_told = not isinstance(getattr(approval, field), Unknown)
    return scope.t(approval, field) if is_told and not is_behind else ()


def _blank(scope: Scope, approval: Approval, field: str, key: str) -> Inlines:
    """A blank to fill in by hand; under an approval that is said to have been given it is a gap."""
    text = scope.say(f"approval.{key}")
    is_told_of = isinstance(getattr(approval, field), Unknown)
    is_gap = scope.status in FINAL and approval is scope.project.document.approval and not is_told_of
    return blank(scope, text, approval, field) if is_gap else line(text)


def _passed(scope: Scope, approval: Approval, kind: Kind) -> Iterator[Inlines]:
    field, _ = WHO[approval.mode]
    yield line(agreeing(scope, "approval.passed") if kind == "approve" else scope.say("approval.agreed"))
    plain = or_gap(scope, scope.t(approval, field), field, approval)
    yield _who(scope, approval) or scope.tell(f"approval.plain.{approval.mode}", who=plain)
    yield _organization(scope, approval) or scope.t(approval, "organization")
    if approval.mode == "by_act":
        yield numbered(scope, approval, "number")
    else:
        yield scope.tell("approval.minutes", number=numbered(scope, approval, "protocol"))


def _who(scope: Scope, approval: Approval) -> Inlines:
    """«директором», «приказом директора», «решением Врачебного совета»; nothing where the case is not certain."""
    field, case = WHO[approval.mode]
    form = in_case(scope, approval, field, case)
    if not form:
        return ()
    return scope.tell("approval.by_body", body=form) if approval.mode == "by_body" else lowered(form)


def _organization(scope: Scope, approval: Approval) -> Inlines:
    return in_case(scope, approval, "organization", "gen")


def _when(scope: Scope, approval: Approval) -> Inlines:
    """When, and under what number, as far as it is known."""
    if approval.mode == "by_person":
        return _given(scope, approval, "date")
    field = "number" if approval.mode == "by_act" else "protocol"
    if not (_given(scope, approval, "date") or _given(scope, approval, field)):
        return ()
    number = numbered(scope, approval, field)
    return number if approval.mode == "by_act" else scope.tell("approval.minutes", number=number)


def _stacked(lines: Iterable[Inlines]) -> Inlines:
    stacked: Inlines = ()
    for each in filter(None, lines):
        stacked = line(stacked, Break(), each) if stacked else each
    return stacked
