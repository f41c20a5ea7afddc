"""The form of a check: each standard of a chain asked in the order of the client's way, the same in every round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from conceptgen.composition.builders import Piece, bullets, columns, group, h2, label
from conceptgen.composition.forms import BLANK, card_to_fill, started, to_fill
from conceptgen.composition.in_force import promised_from
from conceptgen.composition.lines import in_brackets, join, quiet, strong
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.check_questions import Asked, asked, asked_at
from conceptgen.composition.sections.chain.lookups import MOMENT, points, route
from conceptgen.composition.sections.chain.touchpoint import standard
from conceptgen.composition.titles import title
from conceptgen.document.blocks import Block, Cell, Column, Cover, CoverLine, Heading, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.languages.words import NBSP
from conceptgen.model.standard_parts import is_share
from conceptgen.model.touchpoint_positions import Placed, StageInChain


def blocks(scope: Scope) -> Iterator[Piece]:
    """Who checks, how, then a table a stage, the total, what is left to say."""
    yield Cover(
        (
            CoverLine("organization", scope.t(scope.project.organization, "name")),
            CoverLine("title", title(scope)),
            CoverLine("subtitle", scope.t(scope.chain, "name")),
        ),
        compact=True,
    )
    if not any(each.is_met and each.standard for each in points(scope)):
        yield Paragraph(line(scope.say("check_form.nothing")))
        return
    yield _occasion(scope)
    yield label(scope, "check_form.how.title")
    yield from bullets((line(each) for each in scope.words.several("check_form.how.steps")), ordered=True)
    stages = [each for each in route(scope) if any(asked(scope, each))]
    if any(placed.touchpoint.moment_of_truth for each in stages for placed in asked(scope, each)):
        yield Paragraph(line(scope.say("check_form.moments", sign=MOMENT)), "note")
    if any(promised_from(scope, placed.touchpoint) for each in stages for placed in asked(scope, each)):
        yield Paragraph(line(scope.say("check_form.later")), "note")
    yield from _stages(scope, stages)
    yield from _result(scope, stages)


def _stages(scope: Scope, stages: Sequence[StageInChain]) -> Iterator[Block]:
    """A table a stage, one after the other: upright, as a clipboard is held."""
    for each in stages:
        yield Heading(2, line(f"{each.number}. ", scope.t(each.stage, "name")))
        yield _stage(scope, each)
        if monthly := [placed for placed in each.placed if _is_only_monthly(scope, placed)]:
            names = join(
                (line(f"{placed.number} ", scope.t(placed.touchpoint, "name")) for placed in monthly), "; "
            )
            yield Paragraph(scope.tell("check_form.elsewhere", points=names), "note")


def _result(scope: Scope, stages: Sequence[StageInChain]) -> Iterator[Block]:
    """The total, what is left to say, then for the office what the form could not ask."""
    yield h2(scope, "check_form.total")
    yield _totals(scope, stages)
    yield Paragraph(line(scope.say("check_form.formula")), "note")
    yield card_to_fill(
        [(scope.say(f"check_form.after.{key}"), (), 13) for key in ("best", "worst", "words")]
        + [(scope.say("check_form.after.signature"), (), 11)]
        + [
            (scope.say("check_form.after.answer"), (), 13),
            (scope.say("check_form.after.acquainted"), (), 11),
        ],
        scope.say("check_form.after.best"),
    )
    yield from _monthly(scope)
    if silent := [each for each in points(scope) if each.is_met and not each.standard]:
        names = join((line(f"{each.number} ", scope.t(each.touchpoint, "name")) for each in silent), "; ")
        yield Paragraph(scope.tell("check_form.without", points=names), "note")


def _is_only_monthly(scope: Scope, placed: Placed) -> bool:
    """True where all that is promised of a touchpoint is told by the figures of a month."""
    return placed.is_met and bool(placed.standard) and not asked_at(scope, placed)


def _monthly(scope: Scope) -> Iterator[Block]:
    """The standards that are shares: no visit tells, the figures of a month do."""
    told = [
        (placed, each)
        for placed in points(scope)
        if placed.is_met
        for each in placed.standard
        if is_share(each)
    ]
    if not told:
        return
    yield h2(scope, "check_form.monthly")
    heads = columns(scope, ("measured", 3.6), ("fact", 0.9), ("source", 1.8), of="check_form.columns")
    rows = [
        started((line(quiet(f"{placed.number} "), standard(scope, each)),), heads) for placed, each in told
    ]
    yield to_fill(heads, rows, scope.say("check_form.monthly"))


def _occasion(scope: Scope) -> Block:
    said = scope.say
    known = {"way": line("  /  ".join(scope.words.several("check_form.ways")))}
    return card_to_fill(
        [
            (said(f"check_form.occasion.{key}"), known.get(key, ()), 11)
            for key in ("round", "way", "who", "when", "where", "served")
        ],
        said("check_form.occasion.who"),
    )


def _heads(scope: Scope) -> tuple[Column, ...]:
    return columns(
        scope,
        ("standard", 3.0),
        ("yes", 0.4, "center"),
        ("no", 0.4, "center"),
        ("none", 0.7, "center"),
        ("time", 0.8),
        ("seen", 3.7),
        of="check_form.columns",
    )


def _stage(scope: Scope, step: StageInChain) -> Block:
    heads = _heads(scope)
    rows: list[Row] = []
    for placed in asked(scope, step):
        rows.append(group(_name(scope, placed), len(heads)))
        rows += [_asked(placed, each, len(heads)) for each in asked_at(scope, placed)]
    return to_fill(heads, rows, scope.say("check_form.columns.standard"))


def _name(scope: Scope, placed: Placed) -> Inlines:
    """With the day from which it is promised: before that day a «no» is nobody's fault."""
    sign = f"{MOMENT}{NBSP}" if placed.touchpoint.moment_of_truth else ""
    since = in_brackets(promised_from(scope, placed.touchpoint))
    return line(f"{sign}{placed.number} ", scope.t(placed.touchpoint, "name"), since)


def _asked(placed: Placed, each: Asked, width: int) -> Row:
    number = quiet(f"{each.number} ") if each.number != placed.number else ()
    return Row((Cell((line(number, each.said),)), *(BLANK,) * (width - 1)), height=16)


def _totals(scope: Scope, stages: Sequence[StageInChain]) -> Block:
    """How many standards each stage has, and room to count the answers."""
    heads = columns(
        scope, ("stage", 2.6), ("asked", 0.9, "center"), ("yes", 0.7), ("no", 0.7), ("none", 0.8), ("share", 1.3),
        of="check_form.columns",
    )  # fmt: skip
    counts = [sum(len(asked_at(scope, placed)) for placed in each.placed) for each in stages]
    rows = [
        started(
            (join([line(f"{each.number}."), scope.t(each.stage, "name")], " "), line(str(count))), heads, 9
        )
        for each, count in zip(stages, counts, strict=True)
    ]
    whole = started((strong(line(scope.say("check_form.whole"))), strong(line(str(sum(counts))))), heads, 9)
    return replace(to_fill(heads, [*rows, whole], scope.say("check_form.total")), stays=True)
