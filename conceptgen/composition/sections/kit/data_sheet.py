"""What is known of the clients on the day of the session: scores, indicators, each with its day, and what is heard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain

from conceptgen.composition.builders import Fresh, Piece, bare_grid, bullets, cell, columns, label, row
from conceptgen.composition.figures import bare_figure, bare_number
from conceptgen.composition.lines import join
from conceptgen.composition.marks import full_texts
from conceptgen.composition.names import all_in
from conceptgen.composition.scope import Scope
from conceptgen.composition.scores import standing
from conceptgen.composition.sections.chain.lookups import unrepeated
from conceptgen.composition.sections.kit.pieces import session_of
from conceptgen.document.blocks import Block, Heading, Paragraph, Table
from conceptgen.document.inline import Inlines, line, plain
from conceptgen.model.assessment import Criterion, Round
from conceptgen.model.base import Unknown
from conceptgen.model.dates import When
from conceptgen.model.indicators import Baseline, Indicator, Measurement

FEWEST_WORDS, MOST_WORDS = 3, 10
"""Sayings that can be read before the groups begin."""
LINES = 24
"""Rows and sayings that one page takes."""


def blocks(scope: Scope) -> Iterator[Piece]:
    """A page of what there is."""
    tables = [*_scores(scope), *_indicators(scope)]
    rows = sum(len(each.rows) for each in tables if isinstance(each, Table))
    if told := [*tables, *_words(scope, min(MOST_WORDS, max(FEWEST_WORDS, LINES - rows)))]:
        how = Paragraph(line(scope.say("kit.data.how")))
        yield Fresh((Heading(1, line(scope.say("kit.data.title"))), how, *told))


def _scores(scope: Scope) -> Iterator[Block]:
    """The medians of the last round before the session, on a scale that is named."""
    known = [(each, *scored) for each in scope.state.criteria if (scored := last_score(scope, each))]
    if known:
        scale, number = scope.state.scale, scope.words.number
        ends = {
            "least": number(scale.min),
            "most": number(scale.max),
            "threshold": number(scale.low_threshold),
        }
        yield Paragraph(line(scope.say("kit.data.scores", **ends)), "label")
        heads = columns(scope, ("criterion", 3.0), ("score", 1.0), ("day", 1.0), of="kit.data.columns")
        rows = [
            row(cell(scope.t(each, "name")), cell(line(number(value))), cell(scope.date(round)))
            for each, value, round in known
        ]
        yield bare_grid(heads, rows, scope.say("kit.data.scores_table"))
        yield Paragraph(_who(scope, [round for _, _, round in known if round]), "note")


def _who(scope: Scope, rounds: Sequence[Round]) -> Inlines:
    """How the scores of each round came about, and how many answered; a line to write on where nobody tells."""
    told = [said for each in dict.fromkeys(rounds) if (said := _round(scope, each))]
    return scope.tell("kit.data.who", who=join(told, ". ")) if told else line(scope.say("kit.data.who_open"))


def _round(scope: Scope, round: Round) -> Inlines:
    """«Августовский замер (смешанный) – ответили: 102; оценки ставили: …»; nothing where its name is all there is."""
    name = scope.round_name(round)
    if round.method:
        name = scope.tell("kit.data.round", round=name, method=scope.label("round_method", round.method))
    how = []
    if answered := bare_number(scope, round, "respondents"):
        how.append(scope.tell("kit.data.answered", count=answered))
    if voices := all_in(scope, round, "assessors"):
        how.append(scope.tell("kit.data.assessors", who=voices))
    return join([name, join(how, "; ")], " – ") if how or round.method else ()


def last_score(scope: Scope, criterion: Criterion) -> tuple[Decimal, Round | None] | None:
    """The last median known on the day of the session, and its round."""
    rounds = [each for each in scope.state.rounds if _is_known_by_then(scope, each.date)]
    for round in (*reversed(rounds), *([] if scope.state.rounds else [None])):
        value = standing(criterion, round).value
        if value is not None:
            return value, round
    return None


def _indicators(scope: Scope) -> Iterator[Block]:
    known = [(each, last) for each in scope.concept.indicators if (last := _last(scope, each))]
    told = [(each, last, now) for each, last in known if (now := _value(scope, each, last))]
    if told:
        yield label(scope, "kit.data.indicators")
        heads = columns(scope, ("indicator", 3.0), ("value", 1.5), ("day", 1.0), of="kit.data.columns")
        rows = [
            row(cell(scope.t(each, "name")), cell(now), cell(_when(scope, last))) for each, last, now in told
        ]
        yield bare_grid(heads, rows, scope.say("kit.data.indicators"))


def _value(scope: Scope, each: Indicator, last: Measurement | Baseline) -> Inlines:
    """The figure with its unit, but for points, and where its name says it: what a room reads is the number."""
    told = bare_figure(scope, last, each.known_unit)
    if last.form != "value":
        return told
    number = bare_number(scope, last, "value")
    unit = plain(told).removeprefix(plain(number)).strip()
    is_named = bool(unit) and re.search(rf"\b{re.escape(unit)}\b", plain(scope.t(each, "name")))
    return number if is_named or each.known_unit == "point" else told


def _last(scope: Scope, each: Indicator) -> Measurement | Baseline | None:
    """The last measurement there is on the day of the session, else where it began; nothing that is not known yet."""
    known = [one for one in each.measurements if _is_known_by_then(scope, _day(scope, one))]
    last = known[-1] if known else each.baseline
    return None if last is None or last.form == "unknown" else last


def _day(scope: Scope, figure: Measurement | Baseline) -> When | Unknown | None:
    round = scope.item(figure.round, Round)
    return figure.date or (round.date if round else None)


def _when(scope: Scope, figure: Measurement | Baseline) -> Inlines:
    return scope.date(figure) or scope.date(scope.item(figure.round, Round))


def _is_known_by_then(scope: Scope, day: When | Unknown | None) -> bool:
    """False for what is measured after the session: a period counts by its last day."""
    measured, held = scope.last(day), scope.first(session_of(scope).date)
    return measured is None or held is None or measured <= held


def _words(scope: Scope, most: int) -> Iterator[Block]:
    """What was heard, as it was said: as much as the page takes."""
    said = [each.heard for each in scope.state.findings] + [each.heard for each in scope.state.zone_audit]
    every = unrepeated(full_texts(scope, chain.from_iterable(said)))
    heard = [each for each in every if not any(_is_part(each, of) for of in every if of is not each)]
    if heard:
        yield label(scope, "kit.data.words")
        yield from bullets(heard[:most])


def _is_part(said: Inlines, of: Inlines) -> bool:
    """True if what was said is but a part of something longer."""
    part, whole = (" ".join(re.findall(r"\w+", plain(each).casefold())) for each in (said, of))
    return len(part) < len(whole) and f" {part} " in f" {whole} "
