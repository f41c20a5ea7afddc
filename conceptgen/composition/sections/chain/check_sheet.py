"""The form of a check: each standard of a chain asked in the order of the client's way, the same in every round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conceptgen.composition.builders import Fresh, Piece, Wide, bullets, columns, group, h2, label
from conceptgen.composition.figures import is_share
from conceptgen.composition.forms import BLANK, card_to_fill, started, to_fill
from conceptgen.composition.lines import join, quiet, strong
from conceptgen.composition.scope import Scope
from conceptgen.composition.sections.chain.lookups import MOMENT, points, route
from conceptgen.composition.sections.chain.touchpoint import standard
from conceptgen.composition.titles import title
from conceptgen.document.blocks import Block, Cell, Column, Cover, CoverLine, Heading, Paragraph, Row
from conceptgen.document.inline import Inlines, line
from conceptgen.languages.words import NBSP
from conceptgen.model.chain import Standard
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
    yield _occasion(scope)
    yield label(scope, "check_form.how.title")
    yield from bullets((line(each) for each in scope.words.several("check_form.how.steps")), ordered=True)
    stages = [each for each in route(scope) if any(asked(each))]
    if any(placed.touchpoint.moment_of_truth for each in stages for placed in asked(each)):
        yield Paragraph(line(scope.say("check_form.moments", sign=MOMENT)), "note")
    if stages:
        yield Wide(tuple(_stages(scope, stages)), new_page=True)
    yield Fresh(tuple(_result(scope, stages)))


def _stages(scope: Scope, stages: Sequence[StageInChain]) -> Iterator[Block]:
    """On their side, so that there is room for what was said, word for word."""
    for each in stages:
        yield Heading(2, line(f"{each.number}. ", scope.t(each.stage, "name")))
        yield _stage(scope, each)
        if monthly := [placed for placed in each.placed if _is_monthly(placed)]:
            names = join(
                (line(f"{placed.number} ", scope.t(placed.touchpoint, "name")) for placed in monthly), "; "
            )
            yield Paragraph(scope.tell("check_form.elsewhere", points=names), "note")


def _result(scope: Scope, stages: Sequence[StageInChain]) -> Iterator[Block]:
    """The total, what is left to say, and what the form could not ask."""
    yield h2(scope, "check_form.total")
    yield _totals(scope, stages)
    yield Paragraph(line(scope.say("check_form.formula")), "note")
    yield from _monthly(scope)
    yield card_to_fill(
        [(scope.say(f"check_form.after.{key}"), (), 16) for key in ("best", "worst", "words")]
        + [(scope.say("check_form.after.signature"), (), 11)],
        scope.say("check_form.after.best"),
    )
    if silent := [each for each in points(scope) if each.is_met and not each.standard]:
        names = join((line(f"{each.number} ", scope.t(each.touchpoint, "name")) for each in silent), "; ")
        yield Paragraph(scope.tell("check_form.without", points=names), "note")


def asked(step: StageInChain) -> Iterator[Placed]:
    """The touchpoints of a stage that can be checked: met by the client, and with a standard to be seen."""
    return (each for each in step.placed if each.is_met and any(seen_at_once(each)))


def _is_monthly(placed: Placed) -> bool:
    """True where all that is asked of a touchpoint is told by the figures of a month."""
    return placed.is_met and bool(placed.standard) and not any(seen_at_once(placed))


def seen_at_once(placed: Placed) -> Iterator[Standard]:
    """The standards of a touchpoint that one visit can answer."""
    return (each for each in placed.standard if not (each.limit and is_share(each.limit)))


def _monthly(scope: Scope) -> Iterator[Block]:
    """The standards that are shares: no visit tells, the figures of a month do."""
    told = [
        (placed, each)
        for placed in points(scope)
        if placed.is_met
        for each in placed.standard
        if each.limit and is_share(each.limit)
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
        ("none", 0.6, "center"),
        ("time", 0.7),
        ("seen", 4.2),
        of="check_form.columns",
    )


def _stage(scope: Scope, step: StageInChain) -> Block:
    heads = _heads(scope)
    rows: list[Row] = []
    for placed in asked(step):
        rows.append(group(_name(scope, placed), len(heads)))
        rows += [_asked(scope, each, len(heads)) for each in seen_at_once(placed)]
    return to_fill(heads, rows, scope.say("check_form.columns.standard"))


def _name(scope: Scope, placed: Placed) -> Inlines:
    sign = f"{MOMENT}{NBSP}" if placed.touchpoint.moment_of_truth else ""
    return line(f"{sign}{placed.number} ", scope.t(placed.touchpoint, "name"))


def _asked(scope: Scope, each: Standard, width: int) -> Row:
    return Row((Cell((standard(scope, each),)), *(BLANK,) * (width - 1)), height=16)


def _totals(scope: Scope, stages: Sequence[StageInChain]) -> Block:
    """How many standards each stage has, and room to count the answers."""
    heads = columns(
        scope, ("stage", 2.6), ("asked", 0.9, "center"), ("yes", 0.7), ("no", 0.7), ("none", 0.8), ("share", 1.3),
        of="check_form.columns",
    )  # fmt: skip
    counts = [sum(len([*seen_at_once(placed)]) for placed in asked(each)) for each in stages]
    rows = [
        started((join([line(f"{each.number}."), scope.t(each.stage, "name")], " "), line(str(count))), heads)
        for each, count in zip(stages, counts, strict=True)
    ]
    whole = started((strong(line(scope.say("check_form.whole"))), strong(line(str(sum(counts))))), heads)
    return to_fill(heads, [*rows, whole], scope.say("check_form.total"))
